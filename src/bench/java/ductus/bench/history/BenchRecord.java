package ductus.bench.history;

import ductus.bench.measure.Comparison;
import ductus.bench.measure.PeakSpeed;
import ductus.bench.report.BenchReport;
import ductus.cli.console.Machine;
import ductus.file.Csv;
import java.util.List;

/**
 * Our figures of one workload in one run.
 *
 * @param commit that was measured, in short; with a plus where files were changed since
 * @param date ISO 8601
 * @param java the virtual machine and its version
 * @param setting sizes, as {@link ductus.bench.contender.Setting} writes them
 * @param tokensPerSecond of training, the median
 * @param micros a token of generation at batch size 1, the median
 * @param limit billions of floating-point operations a second on these threads; NaN if not known
 */
record BenchRecord(
    String commit,
    String date,
    String processor,
    int cores,
    String java,
    String cell,
    String setting,
    int threads,
    double tokensPerSecond,
    double micros,
    double limit) {
  /** Names of the columns. */
  static final List<String> HEADER =
      List.of(
          "commit",
          "date",
          "processor",
          "cores",
          "java",
          "cell",
          "setting",
          "threads",
          "training_tokens_per_second",
          "generation_microseconds",
          "limit_gflops");

  /** The records of a run, one a workload. */
  static List<BenchRecord> of(BenchReport report, String commit) {
    Machine machine = report.machine();
    return report.comparisons().stream()
        .map(
            comparison ->
                new BenchRecord(
                    commit,
                    report.date(),
                    machine.processor(),
                    machine.cores(),
                    machine.java(),
                    comparison.cell(),
                    comparison.setting().toString(),
                    comparison.threads(),
                    comparison.ownTraining().median(),
                    comparison.own().generation().median(),
                    limit(report, comparison)))
        .toList();
  }

  private static double limit(BenchReport report, Comparison comparison) {
    return report.most().stream()
        .filter(most -> most.threads() == comparison.threads())
        .mapToDouble(PeakSpeed::gigaflops)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * Reads a line of the table.
   *
   * @throws IllegalArgumentException if it is none
   */
  static BenchRecord parse(List<String> values) {
    if (values.size() != HEADER.size()) {
      throw new IllegalArgumentException(
          "must have %d values but has %d".formatted(HEADER.size(), values.size()));
    }
    return new BenchRecord(
        values.get(0),
        values.get(1),
        values.get(2),
        Integer.parseInt(values.get(3)),
        values.get(4),
        values.get(5),
        values.get(6),
        Integer.parseInt(values.get(7)),
        Csv.parse(values.get(8)),
        Csv.parse(values.get(9)),
        Csv.parse(values.get(10)));
  }

  /** The line of the table. */
  String line() {
    return Csv.line(
        List.of(
            commit,
            date,
            processor,
            String.valueOf(cores),
            java,
            cell,
            setting,
            String.valueOf(threads),
            Csv.number(tokensPerSecond),
            Csv.number(micros),
            Csv.number(limit)));
  }

  /** Whether two are of the same work on the same kind of machine, by the same Java. */
  boolean comparesWith(BenchRecord other) {
    return processor.equals(other.processor)
        && cores == other.cores
        && java.equals(other.java)
        && cell.equals(other.cell)
        && setting.equals(other.setting)
        && threads == other.threads;
  }
}
