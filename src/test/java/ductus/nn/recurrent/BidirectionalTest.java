package ductus.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Allocation;
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

class BidirectionalTest {
  private static final double TOLERANCE = 1e-5;
  private static final int INPUT = 7;

  private final Kernels kernels = KernelChoice.best();

  /** Two layers and their references, in both directions over padded sequences. */
  private static final class Case {
    final Twin left;
    final Twin right;
    final Bidirectional layer;
    final int time;
    final int[] lengths;
    final FMatrixRMaj input;
    final FMatrixRMaj dOutput;

    Case(String kind, int hiddenSize, int time, int[] lengths, Workers workers) {
      this.time = time;
      this.lengths = lengths;
      RandomGenerator random = Seeded.random(hiddenSize);
      left = Twin.of(kind, INPUT, hiddenSize, workers, random);
      Recurrent<FMatrixRMaj> backwards = Twin.layer(kind, INPUT, hiddenSize, 1, false);
      right = Twin.of(kind, backwards, INPUT, workers, random);
      layer = new Bidirectional(INPUT, left.layer, right.layer);
      int rows = time * lengths.length;
      input = Seeded.matrix(rows, INPUT, random);
      dOutput = Seeded.matrix(rows, 2 * hiddenSize, random);
    }

    float[] forward(Tape tape) {
      tape.begin(time, lengths.length, State.initial(List.of(layer), lengths.length));
      tape.pad(lengths);
      return Padded.plain(layer.forward(Padded.of(input), tape), dOutput.numCols).data;
    }

    float[] backward(Tape tape) {
      return Padded.plain(layer.backward(Padded.of(dOutput), tape), INPUT).data;
    }
  }

  @Test
  void followsTheReferenceOverPaddedSequences() {
    try (Workers workers = new Workers(2)) {
      for (String kind : ReferenceCell.KINDS) {
        for (int hidden : new int[] {5, 16, 33}) {
          compare(new Case(kind, hidden, 6, new int[] {6, 1, 4}, workers), workers);
          compare(new Case(kind, hidden, 3, new int[] {3, 3}, workers), workers);
          compare(new Case(kind, hidden, 1, new int[] {1}, workers), workers);
        }
      }
    }
  }

  private void compare(Case both, Workers workers) {
    Tape tape = new Tape(kernels, workers);
    both.layer.repack(tape);
    ReferenceBidirectional reference =
        new ReferenceBidirectional(both.left.reference, both.right.reference);
    double[] input = Closeness.widen(both.input.data, both.input.getNumElements());
    double[] expected = reference.forward(input, both.time, both.lengths);
    Closeness.require("output", expected, both.forward(tape), expected.length, TOLERANCE);
    double[] dOutput = Closeness.widen(both.dOutput.data, both.dOutput.getNumElements());
    double[] dExpected = reference.backward(dOutput);
    Closeness.require("dInput", dExpected, both.backward(tape), dExpected.length, TOLERANCE);
    both.left.requireGradients("forwards, ", tape, TOLERANCE);
    both.right.requireGradients("backwards, ", tape, TOLERANCE);
  }

  @Test
  void whatStandsBehindTheEndOfASequenceChangesNothing() {
    try (Workers workers = new Workers(2)) {
      for (String kind : ReferenceCell.KINDS) {
        Case both = new Case(kind, 17, 6, new int[] {6, 1, 4}, workers);
        Tape tape = new Tape(kernels, workers);
        both.layer.repack(tape);
        float[] output = both.forward(tape);
        float[] dInput = both.backward(tape);
        Arrays.fill(both.input.data, 5 * 3 * INPUT + INPUT, 6 * 3 * INPUT, 99);
        Arrays.fill(both.dOutput.data, (5 * 3 + 1) * 34, 6 * 3 * 34, 99);
        assertArrayEquals(output, both.forward(tape), kind);
        assertArrayEquals(dInput, both.backward(tape), kind);
      }
    }
  }

  @Test
  void aBatchIsItsSequencesAndBitsAreTheSameOnAnyNumberOfThreads() {
    try (Workers one = new Workers(1);
        Workers three = new Workers(3)) {
      for (String kind : ReferenceCell.KINDS) {
        int[] lengths = {4, 2, 5};
        Case both = new Case(kind, 20, 5, lengths, one);
        Tape tape = new Tape(kernels, one);
        both.layer.repack(tape);
        float[] output = both.forward(tape);
        float[] dInput = both.backward(tape);
        Tape parallel = new Tape(kernels, three);
        assertArrayEquals(output, both.forward(parallel), kind);
        assertArrayEquals(dInput, both.backward(parallel), kind);
        for (Parameter parameter : both.layer.parameters()) {
          assertEquals(
              Seeded.bits(tape.gradient(parameter).data),
              Seeded.bits(parallel.gradient(parameter).data));
        }
        for (int b = 0; b < lengths.length; b++) {
          FMatrixRMaj alone = new FMatrixRMaj(lengths[b], INPUT);
          for (int t = 0; t < lengths[b]; t++) {
            System.arraycopy(
                both.input.data, (t * lengths.length + b) * INPUT, alone.data, t * INPUT, INPUT);
          }
          tape.begin(lengths[b], 1, State.initial(List.of(both.layer), 1));
          float[] single = Padded.plain(both.layer.forward(Padded.of(alone), tape), 40).data;
          for (int t = 0; t < lengths[b]; t++) {
            int row = t * lengths.length + b;
            assertArrayEquals(
                Arrays.copyOfRange(single, t * 40, (t + 1) * 40),
                Arrays.copyOfRange(output, row * 40, (row + 1) * 40),
                kind);
          }
        }
      }
    }
  }

  @Test
  void aPassAllocatesNothingOnceItsBuffersAreThere() throws Exception {
    try (Workers workers = new Workers(1)) {
      for (String kind : ReferenceCell.KINDS) {
        Case both = new Case(kind, 17, 6, new int[] {6, 1, 4}, workers);
        FMatrixRMaj input = Padded.of(both.input);
        FMatrixRMaj dOutput = Padded.of(both.dOutput);
        State state = State.initial(List.of(both.layer), 3);
        Tape tape = new Tape(new IdleProducts(), workers);
        long bytes =
            Allocation.bytes(
                () -> {
                  tape.begin(6, 3, state);
                  both.layer.forward(input, tape);
                  both.layer.backward(dOutput, tape);
                });
        assertEquals(0, bytes, kind);
      }
    }
  }

  @Test
  void refusesDirectionsOfDifferentSizesAndLengthsThatDoNotFit() {
    Recurrent<FMatrixRMaj> five = Twin.layer("gru", 3, 5, 0, false);
    Recurrent<FMatrixRMaj> six = Twin.layer("gru", 3, 6, 1, false);
    assertThrows(IllegalArgumentException.class, () -> new Bidirectional(3, five, six));
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(kernels, workers);
      tape.begin(3, 2, State.zero(List.of(), 2));
      assertThrows(IllegalArgumentException.class, () -> tape.pad(new int[] {3}));
      assertThrows(IllegalArgumentException.class, () -> tape.pad(new int[] {3, 0}));
      assertThrows(IllegalArgumentException.class, () -> tape.pad(new int[] {4, 1}));
    }
  }
}
