package ductus.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Seeded;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class IndicesTest {
  private final Kernels kernels = KernelChoice.best();

  @Test
  void rowsOfATableAreGatheredAndScattered() {
    int[] rows = {0, 4, -1, 2, 2, 2, -1, -1, 3, 1};
    Indices indices = new Indices(rows, 2);
    for (int n : new int[] {1, 15, 16, 17, 100}) {
      RandomGenerator random = Seeded.random(n);
      FMatrixRMaj table = Seeded.matrix(5, n + 3, 1, random);
      FMatrixRMaj values = Seeded.matrix(5, n + 1, 1, random);
      FMatrixRMaj gathered = values.copy();
      FMatrixRMaj scattered = table.copy();
      for (int p = 0; p < rows.length; p++) {
        for (int j = n / 3; j < n && rows[p] >= 0; j++) {
          gathered.set(p / 2, j, gathered.get(p / 2, j) + table.get(rows[p], j));
          scattered.set(rows[p], j, scattered.get(rows[p], j) + values.get(p / 2, j));
        }
      }
      FMatrixRMaj output = values.copy();
      FMatrixRMaj sums = table.copy();
      for (int row = 0; row < 5; row++) {
        indices.gather(table, output, row, n / 3, n, kernels.rows());
        indices.scatter(values, sums, row, n / 3, n, kernels.rows());
      }
      assertArrayEquals(gathered.data, output.data);
      assertArrayEquals(scattered.data, sums.data);
    }
  }
}
