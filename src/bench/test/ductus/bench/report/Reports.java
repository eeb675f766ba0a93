package ductus.bench.report;

import ductus.bench.contender.Setting;
import ductus.bench.measure.BusyCore;
import ductus.bench.measure.Comparison;
import ductus.bench.measure.LongSequences;
import ductus.bench.measure.PeakSpeed;
import ductus.bench.measure.ProductSpeed;
import ductus.bench.measure.RepeatedMeasurement;
import ductus.cli.console.Machine;
import java.util.List;

/** A report of round numbers. */
public final class Reports {
  public static final BenchReport ROUND =
      new BenchReport(
          "2026-11-20",
          new Machine("Abacus", 2, "Linux amd64", "Java 17"),
          List.of("Ductus 0.1.0, EJML", "DJL 0.34.0"),
          List.of(new PeakSpeed(1, 200, 20), new PeakSpeed(2, 400, 30)),
          List.of(comparison(1, 200_000, 100_000), comparison(2, 300_000, 0)),
          List.of(
              new BusyCore(
                  Setting.COMPARED.get(0),
                  "lstm",
                  new RepeatedMeasurement(100, 90, 110),
                  new RepeatedMeasurement(150, 1, 2))),
          List.of(new ProductSpeed("forward of one", "1×128×512", 50)),
          List.of(new LongSequences(16384, 3.5, 3600)));

  private Reports() {}

  /** Without a peer where its speed is 0. */
  private static Comparison comparison(int threads, double own, double peer) {
    Comparison.Result ours =
        new Comparison.Result(
            "Ductus",
            new RepeatedMeasurement(own, 0.9 * own, 1.1 * own),
            new RepeatedMeasurement(8, 8, 8),
            1,
            1);
    Comparison.Result djls =
        new Comparison.Result(
            "DJL",
            new RepeatedMeasurement(peer, peer, peer),
            new RepeatedMeasurement(100, 98, 102),
            1,
            1);
    return new Comparison(
        Setting.COMPARED.get(0),
        "lstm",
        threads,
        peer == 0 ? List.of(ours) : List.of(ours, djls),
        114.688);
  }
}
