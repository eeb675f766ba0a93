package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.plain.EjmlKernels;
import org.junit.jupiter.api.Test;

/** Cells of this machine's best kernels beside the plain ones. */
class CellKernelsTest {
  private static final int[] ROWS = {0, 1, 3, 8, 33};
  private static final int[][] GROUPS = {{0, 1}, {1, 3}, {0, 3}, {2, 2}};

  private final Kernels plain = new EjmlKernels();
  private final Kernels best = KernelChoice.best();

  /** A cell forward and back. */
  @FunctionalInterface
  private interface Pass {
    void run(CellArrays arrays, Kernels kernels, int fromGroup, int toGroup);
  }

  private void compare(String cell, Pass pass) {
    for (int rows : ROWS) {
      for (int[] groups : GROUPS) {
        CellArrays expected = new CellArrays(rows);
        CellArrays actual = new CellArrays(rows);
        pass.run(expected, plain, groups[0], groups[1]);
        pass.run(actual, best, groups[0], groups[1]);
        expected.requireEqual(
            actual, "%s, %d rows, groups %d to %d".formatted(cell, rows, groups[0], groups[1]));
      }
    }
  }

  @Test
  void gatedRecurrentUnitsAreThoseOfThePlainKernels() {
    compare("gru", CellArrays::gru);
  }

  @Test
  void simpleUnitsAreThoseOfThePlainKernels() {
    compare("elman", (arrays, kernels, from, to) -> arrays.elman(kernels, false, from, to));
    compare("elman-relu", (arrays, kernels, from, to) -> arrays.elman(kernels, true, from, to));
  }

  @Test
  void unitsWithoutAProductOfStatesAreThoseOfThePlainKernels() {
    compare("mingru", CellArrays::minGru);
    compare("sru", CellArrays::sru);
    compare("minlstm", CellArrays::minLstm);
    compare("qrnn", CellArrays::qrnn);
  }

  @Test
  void halvesOfTheLstmAreThoseOfThePlainKernels() {
    compare("peephole", CellArrays::halves);
  }

  @Test
  void halvesWithoutPeepholesAreTheLstm() {
    for (Kernels kernels : new Kernels[] {plain, best}) {
      CellArrays halves = new CellArrays(5);
      CellArrays whole = new CellArrays(5);
      halves.closePeepholes();
      halves.halves(kernels, 0, 3);
      whole.lstm(kernels, 0, 3);
      whole.requireStatesEqual(halves, "lstm");
    }
  }

  @Test
  void groupsOneByOneAreAllGroupsToTheLastBit() {
    for (Pass pass :
        new Pass[] {
          CellArrays::gru,
          CellArrays::halves,
          CellArrays::minGru,
          CellArrays::sru,
          CellArrays::minLstm,
          CellArrays::qrnn,
          (arrays, kernels, from, to) -> arrays.elman(kernels, false, from, to)
        }) {
      CellArrays together = new CellArrays(4);
      CellArrays apart = new CellArrays(4);
      pass.run(together, best, 0, 3);
      for (int group = 0; group < 3; group++) {
        pass.run(apart, best, group, group + 1);
      }
      assertEquals(together.bitsWithSums(), apart.bitsWithSums());
    }
  }
}
