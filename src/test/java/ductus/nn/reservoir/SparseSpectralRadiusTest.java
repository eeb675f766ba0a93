package ductus.nn.reservoir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Seeded;
import ductus.nn.Parameter;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;

class SparseSpectralRadiusTest {
  @Test
  void reservoirsHaveTheSpectralRadiusThatWasAskedFor() {
    for (int units : new int[] {5, 40, 150}) {
      for (long seed = 1; seed <= 3; seed++) {
        Reservoir reservoir =
            new Reservoir("esn.0", 1, units, new ReservoirShape(0.85, 1, 1, 8), 0);
        reservoir.initialize(Seeded.random(seed));
        assertEquals(0.85, largest(reservoir.parameters()), 0.002, units + " units, seed " + seed);
      }
    }
  }

  /** By EJML's eigenvalues of the whole matrix. */
  private static double largest(List<Parameter> parameters) {
    FMatrixRMaj weights = parameters.get(2).value();
    FMatrixRMaj sources = parameters.get(3).value();
    DMatrixRMaj dense = new DMatrixRMaj(weights.numRows, weights.numRows);
    for (int u = 0; u < weights.numRows; u++) {
      for (int c = 0; c < weights.numCols; c++) {
        dense.add(u, (int) sources.get(u, c), weights.get(u, c));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigenvalues =
        DecompositionFactory_DDRM.eig(weights.numRows, false);
    eigenvalues.decompose(dense);
    double largest = 0;
    for (int i = 0; i < eigenvalues.getNumberOfEigenvalues(); i++) {
      largest = Math.max(largest, eigenvalues.getEigenvalue(i).getMagnitude());
    }
    return largest;
  }

  @Test
  void isZeroWhereNothingComesBack() {
    FMatrixRMaj weights = new FMatrixRMaj(2, 1);
    assertEquals(0, SparseSpectralRadius.of(weights, new FMatrixRMaj(2, 1)));
  }
}
