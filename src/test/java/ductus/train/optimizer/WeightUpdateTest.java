package ductus.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Allocation;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.math.plain.EjmlKernels;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.train.plan.Clipping;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.OptimizerChoice.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class WeightUpdateTest {
  private static final int STEPS = 50;

  /** Floats after {@link #STEPS} updates of weights of size 1. */
  private static final double TOLERANCE = 5e-6;

  private static final Clipping CLIPPING = new Clipping(80, 0.6, 0);

  /** A rule in double precision, word for word from its source. */
  private abstract static class Plain {
    final double[][] memory;

    Plain(int size) {
      memory = new double[3][size];
    }

    /** The new weight of one entry. */
    abstract double step(int i, double weight, double g, int update, double rate, boolean decays);
  }

  private static Plain sgd(int size) {
    return new Plain(size) {
      @Override
      double step(int i, double weight, double g, int update, double rate, boolean decays) {
        memory[0][i] = 0.9 * memory[0][i] + g;
        return weight - rate * memory[0][i];
      }
    };
  }

  /** Graves 2013, eq. 38–41, with the rate in place of its constant. */
  private static Plain rmsProp(int size) {
    return new Plain(size) {
      @Override
      double step(int i, double weight, double g, int update, double rate, boolean decays) {
        memory[0][i] = 0.95 * memory[0][i] + (1 - 0.95) * g * g;
        memory[1][i] = 0.95 * memory[1][i] + (1 - 0.95) * g;
        double variance = memory[0][i] - memory[1][i] * memory[1][i];
        memory[2][i] = 0.9 * memory[2][i] - rate * g / Math.sqrt(variance + 1e-4);
        return weight + memory[2][i];
      }
    };
  }

  /** Kingma and Ba 2015, algorithm 1; Loshchilov and Hutter 2019, algorithm 2. */
  private static Plain adam(int size, double decay) {
    return new Plain(size) {
      @Override
      double step(int i, double weight, double g, int update, double rate, boolean decays) {
        memory[0][i] = 0.9 * memory[0][i] + 0.1 * g;
        memory[1][i] = 0.999 * memory[1][i] + 0.001 * g * g;
        double meanHat = memory[0][i] / (1 - Math.pow(0.9, update + 1));
        double varianceHat = memory[1][i] / (1 - Math.pow(0.999, update + 1));
        return weight
            - rate * meanHat / (Math.sqrt(varianceHat) + 1e-8)
            - (decays ? rate * decay * weight : 0);
      }
    };
  }

  private static Plain plain(OptimizerChoice choice, int size) {
    return switch (choice.rule()) {
      case SGD -> sgd(size);
      case RMSPROP -> rmsProp(size);
      case ADAM -> adam(size, 0);
      case ADAMW -> adam(size, choice.weightDecay());
    };
  }

  @Test
  void everyRuleFollowsItsSourceWithClippingAndPenalties() {
    for (Rule rule : Rule.values()) {
      follow(OptimizerChoice.of(rule), Clipping.NONE, 0, 0);
      follow(OptimizerChoice.of(rule), CLIPPING, 0.01, 0.02);
    }
    follow(new OptimizerChoice(Rule.ADAMW, 0, 0.5), Clipping.byNorm(1), 0, 0.1);
  }

  private static void follow(OptimizerChoice choice, Clipping clipping, double l1, double l2) {
    try (Workers workers = new Workers(2)) {
      RandomGenerator random = Seeded.random(1);
      List<Parameter> parameters = Weights.some(random);
      List<Plain> plain = parameters.stream().map(p -> plain(choice, p.size())).toList();
      List<double[]> expected = parameters.stream().map(WeightUpdateTest::doubles).toList();
      Tape tape = new Tape(KernelChoice.best(), workers);
      WeightUpdate descent =
          new WeightUpdate(parameters, Weights.plan(choice, clipping, l1, l2), tape);
      for (int update = 0; update < STEPS; update++) {
        double rate = 0.01 / (1 + update);
        for (Parameter parameter : parameters) {
          tape.gradient(parameter).setData(Weights.gradient(parameter, update, random));
        }
        double norm = descent.norm();
        double scale = clipping.norm() > 0 ? Math.min(1, clipping.norm() / norm) : 1;
        for (int p = 0; p < parameters.size(); p++) {
          float[] gradient = tape.gradient(parameters.get(p)).data;
          double[] weights = expected.get(p);
          boolean matrix = parameters.get(p).value().numRows > 1;
          for (int i = 0; i < weights.length; i++) {
            double g = gradient[i] * scale;
            if (clipping.value() > 0) {
              g = Math.max(-clipping.value(), Math.min(clipping.value(), g));
            }
            if (matrix) {
              g += l1 * Math.signum(weights[i]) + l2 * weights[i];
            }
            weights[i] = plain.get(p).step(i, weights[i], g, update, rate, matrix);
          }
        }
        descent.step(update, rate, norm);
        for (int p = 0; p < parameters.size(); p++) {
          float[] weights = parameters.get(p).value().data;
          String what = choice + ", update " + update + ", " + parameters.get(p).name();
          for (int i = 0; i < weights.length; i++) {
            assertEquals(expected.get(p)[i], weights[i], TOLERANCE, what);
          }
        }
      }
    }
  }

  private static double[] doubles(Parameter parameter) {
    double[] doubles = new double[parameter.size()];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = parameter.value().data[i];
    }
    return doubles;
  }

  @Test
  void theNormIsThatOfAllGradientsTogetherOnAnyNumberOfThreads() {
    RandomGenerator random = Seeded.random(2);
    List<Parameter> parameters = Weights.some(random);
    List<float[]> gradients = new ArrayList<>();
    double squares = 0;
    for (Parameter parameter : parameters) {
      float[] gradient = Weights.gradient(parameter, 1, random);
      gradients.add(gradient);
      for (float g : gradient) {
        squares += (double) g * g;
      }
    }
    double first = Double.NaN;
    for (int threads = 1; threads <= 4; threads++) {
      try (Workers workers = new Workers(threads)) {
        Tape tape = new Tape(KernelChoice.best(), workers);
        for (int p = 0; p < parameters.size(); p++) {
          tape.gradient(parameters.get(p)).setData(gradients.get(p));
        }
        double norm = descent(parameters, OptimizerChoice.of(Rule.SGD), tape).norm();
        assertEquals(Math.sqrt(squares), norm, 1e-5 * norm);
        first = threads == 1 ? norm : first;
        assertEquals(first, norm, 0.0);
      }
    }
  }

  private static WeightUpdate descent(
      List<Parameter> parameters, OptimizerChoice choice, Tape tape) {
    return new WeightUpdate(parameters, Weights.plan(choice, CLIPPING, 0.01, 0.01), tape);
  }

  @Test
  void updatesAreTheSameBitsOnAnyNumberOfThreads() {
    for (Rule rule : Rule.values()) {
      List<float[]> first = new ArrayList<>();
      for (int threads = 1; threads <= 4; threads++) {
        try (Workers workers = new Workers(threads)) {
          RandomGenerator random = Seeded.random(3);
          List<Parameter> parameters = Weights.some(random);
          Tape tape = new Tape(KernelChoice.best(), workers);
          WeightUpdate descent = descent(parameters, OptimizerChoice.of(rule), tape);
          for (int update = 0; update < 5; update++) {
            for (Parameter parameter : parameters) {
              tape.gradient(parameter).setData(Weights.gradient(parameter, update, random));
            }
            descent.step(update, 0.01, descent.norm());
          }
          for (int p = 0; p < parameters.size(); p++) {
            if (threads == 1) {
              first.add(parameters.get(p).value().data);
            }
            assertArrayEquals(first.get(p), parameters.get(p).value().data, rule.name());
          }
        }
      }
    }
  }

  @Test
  void aZeroGradientMovesNothingWithoutPenalties() {
    for (Rule rule : List.of(Rule.SGD, Rule.RMSPROP, Rule.ADAM)) {
      try (Workers workers = new Workers(1)) {
        List<Parameter> parameters = Weights.some(Seeded.random(4));
        float[] before = parameters.get(0).value().data.clone();
        Tape tape = new Tape(KernelChoice.best(), workers);
        new WeightUpdate(
                parameters, Weights.plan(OptimizerChoice.of(rule), Clipping.NONE, 0, 0), tape)
            .step(0, 1, 0);
        assertArrayEquals(before, parameters.get(0).value().data);
      }
    }
  }

  /** With no gradient of a loss, what pulls at the weights is seen alone. */
  @Test
  void penaltiesAndDecayShrinkMatricesAndLeaveBiases() {
    OptimizerChoice plain = new OptimizerChoice(Rule.SGD, 0, 0);
    OptimizerChoice decay = new OptimizerChoice(Rule.ADAMW, 0, 0.5);
    shrink(decay, 0, 0, 0.95, 0);
    shrink(plain, 0, 0.5, 0.95, 0);
    shrink(plain, 0.5, 0, 1, 0.05);
  }

  /** At a rate of 0.1: weight → share · weight − pull · sign(weight). */
  private static void shrink(
      OptimizerChoice choice, double l1, double l2, double share, double pull) {
    try (Workers workers = new Workers(1)) {
      List<Parameter> parameters = Weights.some(Seeded.random(5));
      List<double[]> before = parameters.stream().map(WeightUpdateTest::doubles).toList();
      Tape tape = new Tape(KernelChoice.best(), workers);
      WeightUpdate descent =
          new WeightUpdate(parameters, Weights.plan(choice, Clipping.NONE, l1, l2), tape);
      descent.step(0, 0.1, descent.norm());
      for (int p = 0; p < parameters.size(); p++) {
        boolean matrix = parameters.get(p).value().numRows > 1;
        for (int i = 0; i < before.get(p).length; i++) {
          double w = before.get(p)[i];
          double expected = matrix ? share * w - pull * Math.signum(w) : w;
          assertEquals(expected, parameters.get(p).value().data[i], 1e-6, choice.toString());
        }
      }
    }
  }

  @Test
  void nothingIsAllocatedAfterTheFirstUpdateButTheRatesOfAdam() throws Exception {
    // The plain kernels: vectors are objects until their methods are compiled.
    Kernels kernels = new EjmlKernels();
    for (Rule rule : Rule.values()) {
      try (Workers workers = new Workers(1)) {
        List<Parameter> parameters = Weights.some(Seeded.random(6));
        Tape tape = new Tape(kernels, workers);
        WeightUpdate descent = descent(parameters, OptimizerChoice.of(rule), tape);
        WeightNoise noise = new WeightNoise(parameters, 0.1, workers);
        MovingAverage average = new MovingAverage(parameters, 0.9, kernels.updates(), workers);
        long bytes =
            Allocation.bytes(
                () -> {
                  noise.add(1, 12345);
                  double norm = descent.norm();
                  noise.remove();
                  descent.step(12345, 0.01, norm);
                  average.add(12345);
                });
        boolean adam = rule == Rule.ADAM || rule == Rule.ADAMW;
        long rates = adam ? 10 * 2 * 32 : 0;
        assertEquals(rates, bytes, rule.name());
      }
    }
  }

  @Test
  void whatItRemembersIsAsLargeAsThePlanSays() {
    try (Workers workers = new Workers(1)) {
      List<Parameter> parameters = Weights.some(Seeded.random(4));
      int weights = parameters.stream().mapToInt(Parameter::size).sum();
      Tape tape = new Tape(KernelChoice.best(), workers);
      for (Rule rule : Rule.values()) {
        int floats =
            descent(parameters, OptimizerChoice.of(rule), tape).memory().values().stream()
                .mapToInt(FMatrixRMaj::getNumElements)
                .sum();
        assertEquals(rule.floatsPerWeight() * weights, floats, rule.name());
      }
    }
  }
}
