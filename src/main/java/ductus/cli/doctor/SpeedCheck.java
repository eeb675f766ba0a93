package ductus.cli.doctor;

import ductus.cli.console.MeasuredTiling;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.recurrent.DenseInputProjection;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.Recurrent;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * How this machine multiplies matrices, what its threads are worth, and how they share a layer's
 * work out.
 */
final class SpeedCheck {
  private static final String NAME = "Threads";
  private static final String PRODUCTS = "Products";
  private static final int INPUT = 128;
  private static final int HIDDEN = 256;
  private static final int TIME = 8;

  /** Sequences of each thread. */
  private static final int SEQUENCES = 16;

  /** So many at least, since the first ones are interpreted. */
  private static final int PASSES = 24;

  private static final long NANOS = 1_500_000_000;
  private static final double WORTHWHILE = 1.1;

  private SpeedCheck() {}

  /** Measures how products are best cut, and keeps it for trainings. */
  static CheckFinding products() {
    return CheckFinding.ok(
        PRODUCTS,
        MeasuredTiling.renew()
            .map(here -> here.outcome().description())
            .orElse("EJML's: not ours to cut"));
  }

  /** Has an LSTM go forth and back for a second and a half at least, in all ways. */
  static CheckFinding threads() {
    int threads = Runtime.getRuntime().availableProcessors();
    if (threads == 1) {
      return CheckFinding.ok(NAME, "1: nothing to share out");
    }
    try (Workers workers = new Workers(threads)) {
      return CheckFinding.ok(NAME, describe(threads, nanosAStep(workers)));
    }
  }

  private static double[] nanosAStep(Workers workers) {
    LstmCell cell = new LstmCell(HIDDEN);
    Recurrent<FMatrixRMaj> layer =
        new Recurrent<>(
            NAME, new DenseInputProjection(NAME, INPUT, cell.layout()), cell, null, 0, false);
    RandomGenerator random = Randomness.of(1);
    layer.initialize(random);
    Tape tape = new Tape(KernelChoice.best(), workers);
    layer.repack(tape);
    int batch = SEQUENCES * workers.count();
    FMatrixRMaj input = random(TIME * batch, INPUT, random);
    FMatrixRMaj gradient = random(TIME * batch, HIDDEN, random);
    State state = State.initial(List.of(layer), batch);
    long start = System.nanoTime();
    for (int pass = 0; pass < PASSES || System.nanoTime() - start < NANOS; pass++) {
      tape.begin(TIME, batch, state);
      layer.forward(input, tape);
      layer.backward(gradient, tape);
    }
    return layer.nanosAStep(tape);
  }

  private static FMatrixRMaj random(int rows, int columns, RandomGenerator random) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = random.nextFloat() - 0.5f;
    }
    return matrix;
  }

  /**
   * Says what was measured.
   *
   * @param nanos of a step: alone, by units, by sequences
   */
  static String describe(int threads, double[] nanos) {
    double together = Math.min(nanos[1], nanos[2]);
    double worth = Math.max(1, nanos[0] / together);
    String found =
        String.format(
            Locale.ROOT,
            "%d are worth %.1f of one now: an LSTM of %d units learns %,.0f steps a second on one,"
                + " %,.0f shared out by units, %,.0f by sequences",
            threads,
            worth,
            HIDDEN,
            perSecond(nanos[0]),
            perSecond(nanos[1]),
            perSecond(nanos[2]));
    return worth < WORTHWHILE ? found + "; they share a core, or something else is at work" : found;
  }

  private static double perSecond(double nanos) {
    return 1e9 / nanos;
  }
}
