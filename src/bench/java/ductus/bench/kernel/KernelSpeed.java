package ductus.bench.kernel;

import ductus.cli.format.Table;
import java.util.List;
import java.util.Locale;

/**
 * How long a kernel or a layer takes.
 *
 * @param what it is
 * @param parameters of the benchmark
 * @param micros a call, on average
 * @param error half the width of the 99.9 % confidence interval; NaN if there are too few calls
 */
public record KernelSpeed(String what, String parameters, double micros, double error) {
  /** For people. */
  public static Table table(List<KernelSpeed> speeds) {
    Table table = new Table("Benchmark", "Parameters", "µs a call", "±%");
    for (KernelSpeed speed : speeds) {
      table.row(
          speed.what(),
          speed.parameters(),
          String.format(Locale.ROOT, "%,.3f", speed.micros()),
          Double.isNaN(speed.error())
              ? "-"
              : String.format(Locale.ROOT, "%.0f", 100 * speed.error() / speed.micros()));
    }
    return table;
  }
}
