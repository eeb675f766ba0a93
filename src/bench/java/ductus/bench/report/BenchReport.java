package ductus.bench.report;

import ductus.bench.measure.BusyCore;
import ductus.bench.measure.Comparison;
import ductus.bench.measure.LongSequences;
import ductus.bench.measure.PeakSpeed;
import ductus.bench.measure.ProductSpeed;
import ductus.cli.console.Machine;
import java.util.List;

/**
 * All that the bench found in one run.
 *
 * @param date of the run, ISO 8601
 * @param sides with versions, ours first
 * @param most for each number of threads; empty where Java lacks the Vector API
 */
public record BenchReport(
    String date,
    Machine machine,
    List<String> sides,
    List<PeakSpeed> most,
    List<Comparison> comparisons,
    List<BusyCore> busyCore,
    List<ProductSpeed> products,
    List<LongSequences> longSequences) {
  public BenchReport {
    sides = List.copyOf(sides);
    most = List.copyOf(most);
    comparisons = List.copyOf(comparisons);
    busyCore = List.copyOf(busyCore);
    products = List.copyOf(products);
    longSequences = List.copyOf(longSequences);
  }
}
