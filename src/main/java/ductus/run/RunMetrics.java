package ductus.run;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Csv;
import ductus.picture.chart.LineChart;
import ductus.picture.chart.Series;
import ductus.train.TrainingListener.EpochMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's losses as a table and as a picture. */
public final class RunMetrics {
  private static final int MOST_DRAWN = 1000;

  private RunMetrics() {}

  /**
   * The epochs in the table of a run's folder, to the digits that it has.
   *
   * @return none where there is no table
   * @throws BadFileException if it is not such a table
   */
  public static List<EpochMetrics> read(Path run) throws BadFileException, IOException {
    Path file = run.resolve(RunFolder.METRICS);
    if (!Files.exists(file)) {
      return List.of();
    }
    List<EpochMetrics> history = new ArrayList<>();
    List<List<String>> lines = Csv.lines(Files.readString(file, StandardCharsets.ISO_8859_1));
    for (int i = 1; i < lines.size(); i++) {
      try {
        history.add(epoch(lines.get(i)));
      } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
        throw new BadFileException(file, "line %d: is not an epoch's row".formatted(i + 1));
      }
    }
    return history;
  }

  private static EpochMetrics epoch(List<String> row) {
    return new EpochMetrics(
        Integer.parseInt(row.get(0)),
        Long.parseLong(row.get(1)),
        Double.parseDouble(row.get(2)),
        Double.parseDouble(row.get(3)),
        Double.parseDouble(row.get(4)),
        Double.parseDouble(row.get(5)),
        Double.parseDouble(row.get(6)));
  }

  /**
   * Writes both into the run's folder.
   *
   * @param target what a loss is of, such as {@code token}
   */
  static void write(RunFolder folder, List<EpochMetrics> history, String target)
      throws IOException {
    AtomicFile.write(folder.lossPlot(), plot(history, target));
    // Last: a row says that all of its epoch is there.
    AtomicFile.write(folder.metrics(), csv(history, target.replace(' ', '_')));
  }

  private static byte[] csv(List<EpochMetrics> history, String target) {
    StringBuilder csv =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "epoch,updates,learning_rate,training_nats_per_%1$s,validation_nats_per_%1$s,seconds,%1$ss_per_second\n",
                target));
    for (EpochMetrics m : history) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%d,%.6g,%.6f,%.6f,%.1f,%.0f\n",
              m.epoch(),
              m.updates(),
              m.learningRate(),
              m.trainingNats(),
              m.validationNats(),
              m.seconds(),
              m.tokensPerSecond()));
    }
    return csv.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] plot(List<EpochMetrics> history, String target) {
    List<EpochMetrics> drawn = drawn(history);
    List<Double> epochs = drawn.stream().map(each -> (double) each.epoch()).toList();
    return LineChart.svg(
        "Loss by epoch",
        "epoch",
        "nats per " + target,
        List.of(
            new Series("training", epochs, drawn.stream().map(EpochMetrics::trainingNats).toList()),
            new Series(
                "held out", epochs, drawn.stream().map(EpochMetrics::validationNats).toList())));
  }

  /** The last of every so many epochs: a picture shows no more of them than it is wide. */
  private static List<EpochMetrics> drawn(List<EpochMetrics> history) {
    int step = (history.size() + MOST_DRAWN - 1) / MOST_DRAWN;
    List<EpochMetrics> drawn = new ArrayList<>();
    for (int i = history.size() - 1; i >= 0; i -= Math.max(1, step)) {
      drawn.add(0, history.get(i));
    }
    return drawn;
  }
}
