package ductus.model;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Indices;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** How gradients come back is shown by {@link NetworkTest}. */
class RecurrentStackTest {
  private static final int EMBEDDING = 5;
  private static final int HIDDEN = 17;

  @Test
  void theSkipPutsTheEmbeddedInputBehindTheHiddenStates() {
    try (Workers workers = new Workers(2)) {
      for (int rows : new int[] {9, 2000}) {
        int[] inputs = {1, 8, 0, Sequence.NONE, 3, 3, 8, 7, 2, 6, 5, Sequence.NONE};
        FMatrixRMaj plain = output(shape(rows, false), inputs, workers);
        FMatrixRMaj joined = output(shape(rows, true), inputs, workers);
        Parameter table = stack(shape(rows, true)).parameters().get(0);
        for (int step = 0; step < 6; step++) {
          float[] row = row(joined, step);
          assertEquals(Strips.padded(HIDDEN + EMBEDDING), row.length);
          assertArrayEquals(
              Arrays.copyOf(row(plain, step), HIDDEN), Arrays.copyOf(row, HIDDEN), "hidden");
          for (int e = 0; e < EMBEDDING; e++) {
            float sum = 0;
            for (int i = 2 * step; i < 2 * step + 2; i++) {
              sum += inputs[i] == Sequence.NONE ? 0 : table.value().get(inputs[i], e);
            }
            assertEquals(sum, row[HIDDEN + e], 1e-6f);
          }
          for (int pad = HIDDEN + EMBEDDING; pad < row.length; pad++) {
            assertEquals(0, row[pad], 0f, "padding");
          }
        }
      }
    }
  }

  @Test
  void refusesAShapeThatCannotBe() {
    assertRefused(
        "rows of the embedding table must be 1 to 2097152 but were 0", () -> shape(0, false));
  }

  private static FMatrixRMaj output(StackConfig shape, int[] inputs, Workers workers) {
    RecurrentStack stack = stack(shape);
    Tape tape = new Tape(KernelChoice.best(), workers);
    stack.repack(tape);
    tape.begin(3, 2, stack.initialState(2));
    return stack.forward(new Indices(inputs, 2), tape);
  }

  private static RecurrentStack stack(StackConfig shape) {
    RecurrentStack stack = new RecurrentStack(shape);
    stack.initialize(Seeded.random(1));
    return stack;
  }

  private static StackConfig shape(int rows, boolean skip) {
    return new StackConfig(rows, EMBEDDING, "lstm", 2, HIDDEN, 0.5, skip);
  }

  private static float[] row(FMatrixRMaj matrix, int row) {
    return Arrays.copyOfRange(matrix.data, row * matrix.numCols, (row + 1) * matrix.numCols);
  }
}
