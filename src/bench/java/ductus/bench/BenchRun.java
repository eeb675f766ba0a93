package ductus.bench;

import ductus.bench.contender.Setting;
import ductus.bench.contender.Workload;
import ductus.bench.measure.Arithmetic;
import ductus.bench.measure.BenchPlan;
import ductus.bench.measure.BenchProgress;
import ductus.bench.measure.BusyCore;
import ductus.bench.measure.Comparison;
import ductus.bench.measure.Limits;
import ductus.bench.measure.LongSequences;
import ductus.bench.measure.PeakSpeed;
import ductus.bench.measure.ProductSpeed;
import ductus.bench.measure.Rounds;
import ductus.bench.report.BenchReport;
import ductus.bench.side.Side;
import ductus.cli.console.Machine;
import ductus.math.KernelChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All measurements of a plan, one after the other. */
final class BenchRun {
  private final BenchPlan plan;
  private final List<Side> sides;
  private final Path logs;
  private final Optional<Limits> limits = Limits.find();

  /**
   * Measurements to come.
   *
   * @param sides ours first
   * @param logs folder for what the sides' programs say on standard error
   */
  BenchRun(BenchPlan plan, List<Side> sides, Path logs) {
    this.plan = plan;
    this.sides = List.copyOf(sides);
    this.logs = logs;
  }

  /** How long it takes, about. */
  double seconds() {
    double comparisons = 0;
    for (Workload workload : workloads()) {
      comparisons +=
          sidesOf(workload).size() * Rounds.seconds(plan)
              + (limits.isPresent() ? Limits.SECONDS : 0);
    }
    return comparisons
        + plan.settings().size() * BusyCore.seconds(plan)
        + ProductSpeed.seconds(plan.settings().size())
        + LongSequences.seconds();
  }

  /** Measures. */
  BenchReport run(BenchProgress progress) throws IOException {
    progress.begin("the machine's limits");
    List<PeakSpeed> most = most();
    List<Comparison> comparisons = compare(progress);
    List<BusyCore> busyCore = besideABusyCore(progress);
    progress.begin("products");
    List<ProductSpeed> products = ProductSpeed.of(plan.settings(), KernelChoice.best());
    progress.worked(ProductSpeed.seconds(plan.settings().size()));
    progress.begin("long sequences");
    List<LongSequences> longSequences = LongSequences.all();
    progress.worked(LongSequences.seconds());
    return new BenchReport(
        LocalDate.now(ZoneId.systemDefault()).toString(),
        Machine.here(),
        sides.stream().map(Side::description).toList(),
        most,
        comparisons,
        busyCore,
        products,
        longSequences);
  }

  /** One thread is among them, for the products. */
  private List<PeakSpeed> most() {
    List<Integer> threads =
        Stream.concat(Stream.of(1), plan.threads().stream()).distinct().sorted().toList();
    return limits.map(found -> PeakSpeed.of(found, threads)).orElse(List.of());
  }

  private List<Workload> workloads() {
    List<Workload> workloads = new ArrayList<>();
    for (String cell : plan.cells()) {
      for (Setting setting : plan.settings()) {
        for (int threads : plan.threads()) {
          workloads.add(new Workload(setting, cell, threads));
        }
      }
    }
    return workloads;
  }

  /** The first kind of cell meets all peers, the others the first peer that has them. */
  private List<Side> sidesOf(Workload workload) {
    String cell = workload.cell();
    boolean all = cell.equals(plan.cells().get(0));
    return sides.stream()
        .filter(side -> side.cells().contains(cell))
        .limit(all ? sides.size() : 2)
        .toList();
  }

  private List<Comparison> compare(BenchProgress progress) throws IOException {
    Rounds rounds = new Rounds(plan, logs, progress);
    List<Comparison> comparisons = new ArrayList<>();
    for (Workload workload : workloads()) {
      progress.begin(workload.toString());
      List<Comparison.Result> results = rounds.run(workload, sidesOf(workload));
      comparisons.add(
          new Comparison(
              workload.setting(),
              workload.cell(),
              workload.threads(),
              results,
              readBandwidth(workload)));
    }
    return comparisons;
  }

  /** Of an array as large as the weights, which lies in a cache or does not. */
  private double readBandwidth(Workload workload) {
    long weights = Arithmetic.of(workload.setting(), workload.cell()).weights();
    return limits
        .map(found -> found.gigabytesPerSecond(Math.toIntExact(weights), workload.threads()))
        .orElse(0.0);
  }

  private List<BusyCore> besideABusyCore(BenchProgress progress) throws IOException {
    List<BusyCore> busyCore = new ArrayList<>();
    for (Setting setting : plan.settings()) {
      progress.begin("beside a busy core, " + setting);
      if (Runtime.getRuntime().availableProcessors() > 1) {
        busyCore.add(BusyCore.of(setting, plan.cells().get(0), plan, sides.get(0), logs));
      }
      progress.worked(BusyCore.seconds(plan));
    }
    return busyCore;
  }
}
