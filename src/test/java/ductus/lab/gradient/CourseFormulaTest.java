package ductus.lab.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The gradient through time as the course writes it, held against differences. */
class CourseFormulaTest {
  private static final int SIZE = 3;
  private static final int STEPS = 5;
  private static final double EPSILON = 1e-5;

  private final double[][] recurrent = drawn(SIZE, 1);
  private final double[][] inputs = drawn(STEPS, 2);
  private final double[] last = drawn(1, 3)[0];

  private static double[][] drawn(int rows, long seed) {
    RandomGenerator random = Seeded.random(seed);
    double[][] matrix = new double[rows][SIZE];
    for (double[] row : matrix) {
      for (int i = 0; i < SIZE; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return matrix;
  }

  /** A row times a matrix. */
  private static double[] times(double[] row, double[][] matrix) {
    double[] product = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        product[j] += row[i] * matrix[i][j];
      }
    }
    return product;
  }

  /** States behind a first one: h = tanh(x + h′·U). */
  private double[][] states(double[] first) {
    double[][] states = new double[STEPS][];
    double[] before = first;
    for (int k = 0; k < STEPS; k++) {
      double[] sum = times(before, recurrent);
      for (int i = 0; i < SIZE; i++) {
        sum[i] = Math.tanh(inputs[k][i] + sum[i]);
      }
      states[k] = sum;
      before = sum;
    }
    return states;
  }

  /** A loss of which the last state's gradient is {@code last}. */
  private double loss(double[] first) {
    double[] end = states(first)[STEPS - 1];
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum += last[i] * end[i];
    }
    return sum;
  }

  /** diag(1 − h²)·Uᵀ. */
  private double[][] jacobian(double[] state) {
    double[][] jacobian = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        jacobian[i][j] = (1 - state[i] * state[i]) * recurrent[j][i];
      }
    }
    return jacobian;
  }

  @Test
  void theLastStepsJacobianComesFirst() throws Exception {
    double[] first = {0.1, -0.2, 0.3};
    double[][] states = states(first);
    double[] backwards = last;
    double[] forwards = last;
    for (int k = 0; k < STEPS; k++) {
      backwards = times(backwards, jacobian(states[STEPS - 1 - k]));
      forwards = times(forwards, jacobian(states[k]));
    }
    double between = 0;
    for (int i = 0; i < SIZE; i++) {
      double[] more = first.clone();
      double[] less = first.clone();
      more[i] += EPSILON;
      less[i] -= EPSILON;
      assertEquals((loss(more) - loss(less)) / (2 * EPSILON), backwards[i], 1e-8);
      between = Math.max(between, Math.abs(forwards[i] - backwards[i]));
    }
    assertTrue(between > 1e-3, "the order must count, or this test shows nothing");
    String course = Files.readString(Path.of("src/docs/course/02-gradients.md"));
    assertTrue(course.contains("J_T\\, J_{T-1} \\cdots J_{t+1}"), "chapter 2");
    assertTrue(course.contains("J_k = \\frac{\\partial h_k}{\\partial h_{k-1}} ="), "chapter 2");
  }
}
