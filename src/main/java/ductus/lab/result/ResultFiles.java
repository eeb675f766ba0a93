package ductus.lab.result;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Csv;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The files of an examination's results: {@code results.csv} with a row for each trial and seed,
 * and {@code curves.csv} with a row for each point of a curve.
 */
public final class ResultFiles {
  private static final String SEED = "seed";

  private final Path rows;
  private final Path points;
  private final List<String> labels;
  private final List<String> measures;

  /**
   * Files in a folder, which may not be there yet.
   *
   * @param labels names of what tells trials apart
   * @param measures names of the figures
   */
  public ResultFiles(Path folder, List<String> labels, List<String> measures) {
    rows = folder.resolve("results.csv");
    points = folder.resolve("curves.csv");
    this.labels = List.copyOf(labels);
    this.measures = List.copyOf(measures);
  }

  /** The table of figures. */
  public Path rows() {
    return rows;
  }

  /** Whether there are results. */
  public boolean exist() {
    return Files.exists(rows);
  }

  /** Writes results in place of those that are there. The same results give the same bytes. */
  public void write(Results results) throws IOException {
    StringBuilder table = new StringBuilder(Csv.line(header()));
    StringBuilder curves = new StringBuilder(Csv.line(curveHeader()));
    for (Result result : results.all()) {
      List<String> key = new ArrayList<>(result.labels());
      key.add(Long.toString(result.seed()));
      List<String> row = new ArrayList<>(key);
      result.outcome().figures().forEach(figure -> row.add(Csv.number(figure)));
      table.append(Csv.line(row));
      for (Curve curve : result.outcome().curves()) {
        for (int i = 0; i < curve.x().size(); i++) {
          List<String> point = new ArrayList<>(key);
          point.add(curve.name());
          point.add(Csv.number(curve.x().get(i)));
          point.add(Csv.number(curve.y().get(i)));
          curves.append(Csv.line(point));
        }
      }
    }
    // A result counts once its row is there; its curves come first.
    AtomicFile.write(points, curves.toString());
    AtomicFile.write(rows, table.toString());
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(labels);
    header.add(SEED);
    header.addAll(measures);
    return header;
  }

  private List<String> curveHeader() {
    List<String> header = new ArrayList<>(labels);
    header.addAll(List.of(SEED, "curve", "x", "y"));
    return header;
  }

  /**
   * Reads the results; none where there are no files.
   *
   * @throws BadFileException if they are not what {@link #write} writes
   */
  public Results read() throws BadFileException, IOException {
    if (!exist()) {
      return new Results(List.of());
    }
    List<List<String>> table = lines(rows, header());
    List<List<String>> curves = lines(points, curveHeader());
    List<Result> results = new ArrayList<>();
    for (int i = 1; i < table.size(); i++) {
      List<String> row = table.get(i);
      List<String> key = row.subList(0, labels.size() + 1);
      List<Double> figures = new ArrayList<>();
      for (String figure : row.subList(labels.size() + 1, row.size())) {
        figures.add(number(rows, i, figure));
      }
      results.add(
          new Result(
              row.subList(0, labels.size()),
              seed(i, row.get(labels.size())),
              new Outcome(figures, curves(key, curves))));
    }
    return new Results(results);
  }

  private List<Curve> curves(List<String> key, List<List<String>> lines) throws BadFileException {
    int name = labels.size() + 1;
    List<Integer> own =
        IntStream.range(1, lines.size())
            .filter(i -> lines.get(i).subList(0, name).equals(key))
            .boxed()
            .toList();
    List<String> names = own.stream().map(i -> lines.get(i).get(name)).distinct().toList();
    List<Curve> curves = new ArrayList<>();
    for (String each : names) {
      List<Double> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      for (int i : own) {
        if (lines.get(i).get(name).equals(each)) {
          x.add(number(points, i, lines.get(i).get(name + 1)));
          y.add(number(points, i, lines.get(i).get(name + 2)));
        }
      }
      curves.add(new Curve(each, x, y));
    }
    return curves;
  }

  private static List<List<String>> lines(Path file, List<String> header)
      throws BadFileException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadFileException(file, "no such file, yet there are results beside it");
    }
    List<List<String>> lines = Csv.lines(Files.readString(file));
    if (lines.isEmpty() || !lines.get(0).equals(header)) {
      throw new BadFileException(
          file,
          "line 1: must name the columns %s; these are results of something else: choose another"
                  .formatted(String.join(", ", header))
              + " --out");
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).size() != header.size()) {
        throw new BadFileException(
            file,
            "line %d: must have %d values but has %d"
                .formatted(i + 1, header.size(), lines.get(i).size()));
      }
    }
    return lines;
  }

  private long seed(int line, String value) throws BadFileException {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException wrong) {
      throw new BadFileException(
          rows, "line %d: the seed must be a whole number but is %s".formatted(line + 1, value));
    }
  }

  private static double number(Path file, int line, String value) throws BadFileException {
    try {
      return Csv.parse(value);
    } catch (NumberFormatException wrong) {
      throw new BadFileException(
          file, "line %d: must be a number but is %s".formatted(line + 1, value));
    }
  }
}
