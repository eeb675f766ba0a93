package ductus.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class DerivativeLimitTest {
  private static final int INPUT = 7;

  /** Many derivatives of the cases are larger, many are not. */
  private static final float LIMIT = 0.03f;

  private final Kernels kernels = KernelChoice.best();

  /** A layer and its reference with a gradient of their outputs and final state. */
  private final class Case implements AutoCloseable {
    final String kind;
    final Twin twin;
    final Workers workers;
    final Tape tape;
    private final int time;
    private final int batch;
    private final FMatrixRMaj input;
    private final FMatrixRMaj dOutput;
    private final State state;
    final State dState;

    Case(String kind, int hiddenSize, int time, int batch, int threads) {
      this.kind = kind;
      this.time = time;
      this.batch = batch;
      workers = new Workers(threads);
      tape = new Tape(kernels, workers);
      RandomGenerator random = Seeded.random(hiddenSize + time);
      twin = Twin.of(kind, INPUT, hiddenSize, workers, random);
      input = Seeded.matrix(time * batch, INPUT, random);
      dOutput = Seeded.matrix(time * batch, hiddenSize, random);
      state = Twin.state(twin.layer, batch, random);
      dState = Twin.state(twin.layer, batch, random);
    }

    /** The gradient of the input. */
    float[] backward(float limit) {
      tape.clipDerivatives(limit);
      tape.begin(time, batch, state.copy());
      tape.carryGradient(dState);
      twin.layer.forward(input, tape);
      return Padded.plain(twin.layer.backward(Padded.of(dOutput), tape), INPUT).data;
    }

    /** The reference's gradient of the input. */
    double[] reference(ReferenceLayer reference, double limit) {
      twin.reference.clipDerivatives(limit);
      int[] lengths = new int[batch];
      Arrays.fill(lengths, time);
      reference.forward(Closeness.widen(input), time, lengths, Closeness.widen(state.layer(0)));
      return reference.backward(Closeness.widen(dOutput), Closeness.widen(dState.layer(0)));
    }

    /** All gradients of a way back, bit by bit. */
    String bits(float limit) {
      StringBuilder bits = new StringBuilder(Seeded.bits(backward(limit), dState.layer(0).data));
      for (Parameter parameter : twin.layer.parameters()) {
        bits.append(Seeded.bits(tape.gradient(parameter).data));
      }
      return bits.toString();
    }

    @Override
    public void close() {
      workers.close();
    }
  }

  @Test
  void gradientsAreThoseOfTheReferenceThatIsClippedTheSameWay() {
    for (String kind : ReferenceCell.KINDS) {
      for (int hidden : new int[] {5, 16, 33}) {
        for (int time : new int[] {1, 2, 12}) {
          try (Case both = new Case(kind, hidden, time, 3, 2)) {
            compare(both, kind.contains("norm") ? 2e-4 : 1e-5);
          }
        }
      }
    }
  }

  private static void compare(Case both, double tolerance) {
    ReferenceLayer reference = new ReferenceLayer(both.twin.reference, false);
    double[] expected = both.reference(reference, LIMIT);
    double[] dInitialState = reference.dInitialState();
    Closeness.require(both.kind, expected, both.backward(LIMIT), expected.length, tolerance);
    both.twin.requireGradients(both.kind, both.tape, tolerance);
    Closeness.require(
        both.kind, dInitialState, both.dState.layer(0).data, dInitialState.length, tolerance);
  }

  @Test
  void theReferenceIsFarAwayWhereItIsNotClipped() {
    for (String kind : ReferenceCell.KINDS) {
      try (Case both = new Case(kind, 16, 12, 3, 1)) {
        double[] unclipped =
            both.reference(
                new ReferenceLayer(both.twin.reference, false), Double.POSITIVE_INFINITY);
        assertTrue(Closeness.error(unclipped, both.backward(LIMIT)) > 0.1, kind);
        assertThrows(AssertionError.class, () -> both.twin.requireGradients(kind, both.tape, 0.1));
      }
    }
  }

  @Test
  void aLimitThatNothingReachesChangesNoBit() {
    for (String kind : ReferenceCell.KINDS) {
      String free = bits(kind, 1, Float.POSITIVE_INFINITY);
      assertEquals(free, bits(kind, 1, 1e30f), kind);
      assertNotEquals(free, bits(kind, 1, LIMIT), kind);
    }
  }

  @Test
  void bitsAreTheSameOnAnyNumberOfThreads() {
    for (String kind : ReferenceCell.KINDS) {
      assertEquals(bits(kind, 1, LIMIT), bits(kind, 5, LIMIT), kind);
    }
  }

  private String bits(String kind, int threads, float limit) {
    try (Case one = new Case(kind, 50, 6, 7, threads)) {
      return one.bits(limit);
    }
  }

  @Test
  void bothDirectionsHaveTheLimit() {
    try (Workers workers = new Workers(1)) {
      RandomGenerator random = Seeded.random(4);
      Twin left = Twin.of("lstm", INPUT, 5, workers, random);
      Recurrent<FMatrixRMaj> backwards = Twin.layer("lstm", INPUT, 5, 1, false);
      Twin right = Twin.of("lstm", backwards, INPUT, workers, random);
      Bidirectional layer = new Bidirectional(INPUT, left.layer, right.layer);
      Tape tape = new Tape(kernels, workers);
      layer.repack(tape);
      tape.clipDerivatives(0);
      tape.begin(3, 1, State.initial(List.of(layer), 1));
      FMatrixRMaj input = Seeded.matrix(3, INPUT, random);
      FMatrixRMaj dOutput = new FMatrixRMaj(3, 10);
      dOutput.fill(1);
      layer.forward(Padded.of(input), tape);
      layer.backward(Padded.of(dOutput), tape);
      for (Parameter parameter : layer.parameters()) {
        assertEquals(0, tape.gradient(parameter).data[0], parameter.name());
      }
    }
  }

  @Test
  void refusesALimitBelowZeroAndNoNumber() {
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(kernels, workers);
      assertThrows(IllegalArgumentException.class, () -> tape.clipDerivatives(-1));
      assertThrows(IllegalArgumentException.class, () -> tape.clipDerivatives(Float.NaN));
    }
  }
}
