package ductus.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.math.plain.EjmlKernels;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private static final int TIME = 50;
  private static final int BATCH = 20;
  private static final int SIZE = 33;

  @Test
  void keepsItsShareAndTheExpectation() {
    for (double rate : new double[] {0.05, 0.3, 0.5, 0.9}) {
      float[] output = dropped(rate, 1, 2, 0, 2);
      int kept = 0;
      double sum = 0;
      for (float value : output) {
        assertTrue(value == 0 || Math.abs(value * (1 - rate) - 1) < 1e-4, "value " + value);
        kept += value == 0 ? 0 : 1;
        sum += value;
      }
      double deviation = Math.sqrt(rate * (1 - rate) / output.length);
      assertEquals(1 - rate, (double) kept / output.length, 5 * deviation);
      assertEquals(1, sum / output.length, 5 * deviation / (1 - rate));
    }
  }

  @Test
  void neighborsAreDroppedIndependently() {
    float[] mask = dropped(0.5, 1, 2, 0, 1);
    for (int distance = 1; distance <= 8; distance++) {
      for (int phase = 0; phase < 4; phase++) {
        int pairs = 0;
        int alike = 0;
        for (int i = phase; i + distance < mask.length; i += 4) {
          pairs++;
          alike += mask[i] == mask[i + distance] ? 1 : 0;
        }
        assertEquals(0.5, (double) alike / pairs, 5 * 0.5 / Math.sqrt(pairs));
      }
    }
  }

  @Test
  void masksDependOnSeedUpdateAndPlaceAlone() {
    float[] mask = dropped(0.5, 1, 2, 3, 1);
    for (int threads = 1; threads <= 4; threads++) {
      assertArrayEquals(mask, dropped(0.5, 1, 2, 3, threads), "the number of threads");
    }
    for (float[] other :
        List.of(dropped(0.5, 2, 2, 3, 1), dropped(0.5, 1, 3, 3, 1), dropped(0.5, 1, 2, 4, 1))) {
      int alike = 0;
      for (int i = 0; i < mask.length; i++) {
        alike += mask[i] == other[i] ? 1 : 0;
      }
      assertEquals(0.5, (double) alike / mask.length, 5 * 0.5 / Math.sqrt(mask.length));
    }
  }

  @Test
  void heldInTimeEverySequenceHasOneMask() {
    try (Workers workers = new Workers(2)) {
      Tape tape = new Tape(new EjmlKernels(), workers);
      tape.begin(TIME, BATCH, new State(List.of()));
      tape.train(1, 2, 7, true);
      float[] mask = new Dropout(SIZE, 0.5, 3).forward(ones(), tape).data;
      int step = BATCH * SIZE;
      for (int t = 1; t < TIME; t++) {
        for (int i = 0; i < step; i++) {
          assertEquals(mask[i], mask[t * step + i], "step " + t + " at " + i);
        }
      }
      // Sequences and units differ as if each had been drawn.
      int kept = 0;
      for (int i = 0; i < step; i++) {
        kept += mask[i] == 0 ? 0 : 1;
      }
      assertEquals(0.5, (double) kept / step, 5 * 0.5 / Math.sqrt(step));
    }
  }

  @Test
  void aPartOfTheSequencesHasItsPartOfTheMask() {
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(new EjmlKernels(), workers);
      tape.begin(TIME, BATCH, new State(List.of()));
      tape.train(1, 2);
      Dropout dropout = new Dropout(SIZE, 0.5, 3);
      float[] whole = dropout.forward(ones(), tape).data.clone();
      int step = BATCH * SIZE;
      for (int from : new int[] {0, 1, 7, 49}) {
        int time = Math.min(13, TIME - from);
        tape.begin(time, BATCH, new State(List.of()));
        tape.train(1, 2, from, false);
        FMatrixRMaj part = new FMatrixRMaj(time * BATCH, SIZE);
        Arrays.fill(part.data, 1);
        FMatrixRMaj mask = dropout.forward(part, tape);
        for (int i = 0; i < time * step; i++) {
          assertEquals(whole[from * step + i], mask.data[i]);
        }
      }
    }
  }

  /** Ones after dropout. */
  private static float[] dropped(double rate, long seed, long update, int place, int threads) {
    try (Workers workers = new Workers(threads)) {
      Tape tape = new Tape(new EjmlKernels(), workers);
      tape.begin(TIME, BATCH, new State(List.of()));
      tape.train(seed, update);
      FMatrixRMaj output = new Dropout(SIZE, rate, place).forward(ones(), tape);
      return Arrays.copyOf(output.data, output.getNumElements());
    }
  }

  private static FMatrixRMaj ones() {
    FMatrixRMaj ones = new FMatrixRMaj(TIME * BATCH, SIZE);
    Arrays.fill(ones.data, 1);
    return ones;
  }

  @Test
  void theWayBackHasTheSameMask() {
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(new EjmlKernels(), workers);
      tape.begin(TIME, BATCH, new State(List.of()));
      tape.train(5, 6);
      Dropout dropout = new Dropout(SIZE, 0.25, 1);
      FMatrixRMaj mask = dropout.forward(ones(), tape);
      FMatrixRMaj dOutput = new FMatrixRMaj(TIME * BATCH, SIZE);
      dOutput.setData(Seeded.floats(TIME * BATCH * SIZE, 1, Seeded.random(1)));
      FMatrixRMaj dInput = dropout.backward(dOutput, tape);
      for (int i = 0; i < mask.getNumElements(); i++) {
        assertEquals(dOutput.data[i] * mask.data[i], dInput.data[i], 0f);
      }
    }
  }

  @Test
  void passesItsInputOnOutsideOfTraining() {
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(new EjmlKernels(), workers);
      FMatrixRMaj input = ones();
      tape.begin(TIME, BATCH, new State(List.of()));
      assertSame(input, new Dropout(SIZE, 0.5, 0).forward(input, tape));
      tape.train(1, 1);
      assertSame(input, new Dropout(SIZE, 0, 0).forward(input, tape));
      tape.begin(TIME, BATCH, new State(List.of()));
      assertSame(input, new Dropout(SIZE, 0.5, 0).forward(input, tape));
    }
  }

  @Test
  void refusesToDropEverything() {
    assertThrows(IllegalArgumentException.class, () -> new Dropout(1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Dropout(1, -0.1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Dropout(1, Double.NaN, 0));
  }
}
