package ductus.bench.history;

import ductus.bench.report.BenchReport;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Csv;
import ductus.format.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The runs that were recorded, oldest first, and what a run is beside the one before. */
public final class BenchHistory {
  private static final String LINE = System.lineSeparator();

  private final Path path;
  private final List<BenchRecord> records;

  private BenchHistory(Path path, List<BenchRecord> records) {
    this.path = path;
    this.records = List.copyOf(records);
  }

  /**
   * Reads the table.
   *
   * @param path of a file that may be missing: nothing was recorded then
   */
  public static BenchHistory read(Path path) throws BadFileException, IOException {
    if (!Files.exists(path)) {
      return new BenchHistory(path, List.of());
    }
    List<List<String>> lines = Csv.lines(Files.readString(path));
    if (lines.isEmpty() || !lines.get(0).equals(BenchRecord.HEADER)) {
      throw new BadFileException(
          path, "line 1: must be " + String.join(",", BenchRecord.HEADER) + ", the columns' names");
    }
    List<BenchRecord> records = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        records.add(BenchRecord.parse(lines.get(i)));
      } catch (IllegalArgumentException wrong) {
        throw new BadFileException(path, "line %d: %s".formatted(i + 1, wrong));
      }
    }
    return new BenchHistory(path, records);
  }

  /**
   * Our figures beside those of the run before: for each workload the last that was recorded on the
   * same processor with as many cores, by the same Java. Empty where there is none.
   */
  public Optional<String> compare(BenchReport report) {
    Table table =
        new Table(
            "Setting",
            "Cell",
            "Threads",
            "Tokens/s",
            "before",
            "times",
            "µs a token",
            "before",
            "times",
            "commit",
            "date");
    boolean any = false;
    for (BenchRecord now : BenchRecord.of(report, "")) {
      Optional<BenchRecord> before = before(now);
      any |= before.isPresent();
      before.ifPresent(then -> row(table, now, then));
    }
    return any
        ? Optional.of(
            "Beside the run before on such a machine, by the same Java; times as fast as then"
                + LINE
                + table)
        : Optional.empty();
  }

  private static void row(Table table, BenchRecord now, BenchRecord then) {
    table.row(
        now.setting(),
        now.cell(),
        String.valueOf(now.threads()),
        text("%,.0f", now.tokensPerSecond()),
        text("%,.0f", then.tokensPerSecond()),
        text("%.2f", now.tokensPerSecond() / then.tokensPerSecond()),
        text("%.1f", now.micros()),
        text("%.1f", then.micros()),
        text("%.2f", then.micros() / now.micros()),
        then.commit(),
        then.date());
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private Optional<BenchRecord> before(BenchRecord now) {
    return records.stream().filter(now::comparesWith).reduce((first, second) -> second);
  }

  /**
   * Adds a run to the file.
   *
   * @param commit that was measured
   */
  public void add(BenchReport report, String commit) throws IOException {
    StringBuilder text = new StringBuilder(Csv.line(BenchRecord.HEADER));
    records.forEach(each -> text.append(each.line()));
    BenchRecord.of(report, commit).forEach(each -> text.append(each.line()));
    AtomicFile.write(path, text.toString());
  }
}
