package ductus.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AdamTest {
  private static final int STEPS = 50;

  /** Floats after {@link #STEPS} updates of weights of size 1. */
  private static final double TOLERANCE = 2e-6;

  @Test
  void followsAdamInDoublePrecision() {
    try (Workers workers = new Workers(2)) {
      RandomGenerator random = Seeded.random(1);
      List<Parameter> parameters = parameters(random);
      List<PlainAdam> plain = parameters.stream().map(PlainAdam::new).toList();
      Adam adam = new Adam(parameters);
      Tape tape = new Tape(KernelChoice.best(), workers);
      for (int update = 0; update < STEPS; update++) {
        double rate = 0.01 / (1 + update);
        double scale = update % 3 == 0 ? 0.3 : 1;
        for (int i = 0; i < parameters.size(); i++) {
          float[] gradient = gradient(parameters.get(i), update, random);
          tape.gradient(parameters.get(i)).setData(gradient);
          plain.get(i).step(gradient, update, rate, scale);
        }
        adam.step(update, rate, scale, tape);
        for (int i = 0; i < parameters.size(); i++) {
          float[] weights = parameters.get(i).value().data;
          for (int j = 0; j < weights.length; j++) {
            assertEquals(plain.get(i).weights[j], weights[j], TOLERANCE);
          }
        }
      }
    }
  }

  /** Algorithm 1 of Kingma and Ba 2015, word for word. */
  private static final class PlainAdam {
    final double[] weights;
    private final double[] mean;
    private final double[] variance;

    PlainAdam(Parameter parameter) {
      weights = new double[parameter.size()];
      mean = new double[weights.length];
      variance = new double[weights.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = parameter.value().data[i];
      }
    }

    void step(float[] gradient, int update, double rate, double scale) {
      for (int i = 0; i < weights.length; i++) {
        double g = gradient[i] * scale;
        mean[i] = 0.9 * mean[i] + 0.1 * g;
        variance[i] = 0.999 * variance[i] + 0.001 * g * g;
        double meanHat = mean[i] / (1 - Math.pow(0.9, update + 1));
        double varianceHat = variance[i] / (1 - Math.pow(0.999, update + 1));
        weights[i] -= rate * meanHat / (Math.sqrt(varianceHat) + 1e-8);
      }
    }
  }

  @Test
  void normIsThatOfAllGradientsTogetherOnAnyNumberOfThreads() {
    RandomGenerator random = Seeded.random(2);
    List<Parameter> parameters = parameters(random);
    List<float[]> gradients = new ArrayList<>();
    double squares = 0;
    for (Parameter parameter : parameters) {
      float[] gradient = gradient(parameter, 1, random);
      gradients.add(gradient);
      for (float g : gradient) {
        squares += (double) g * g;
      }
    }
    double first = Double.NaN;
    for (int threads = 1; threads <= 4; threads++) {
      try (Workers workers = new Workers(threads)) {
        Tape tape = new Tape(KernelChoice.best(), workers);
        for (int i = 0; i < parameters.size(); i++) {
          tape.gradient(parameters.get(i)).setData(gradients.get(i));
        }
        double norm = new Adam(parameters).norm(tape);
        assertEquals(Math.sqrt(squares), norm, 1e-5 * norm);
        first = threads == 1 ? norm : first;
        assertEquals(first, norm, 0.0);
      }
    }
  }

  @Test
  void updatesAreTheSameBitsOnAnyNumberOfThreads() {
    List<float[]> first = new ArrayList<>();
    for (int threads = 1; threads <= 4; threads++) {
      try (Workers workers = new Workers(threads)) {
        RandomGenerator random = Seeded.random(3);
        List<Parameter> parameters = parameters(random);
        Adam adam = new Adam(parameters);
        Tape tape = new Tape(KernelChoice.best(), workers);
        for (int update = 0; update < 5; update++) {
          for (Parameter parameter : parameters) {
            tape.gradient(parameter).setData(gradient(parameter, update, random));
          }
          adam.step(update, 0.01, 0.5, tape);
        }
        for (int i = 0; i < parameters.size(); i++) {
          if (threads == 1) {
            first.add(parameters.get(i).value().data);
          }
          assertArrayEquals(first.get(i), parameters.get(i).value().data);
        }
      }
    }
  }

  @Test
  void aZeroGradientMovesNothing() {
    try (Workers workers = new Workers(1)) {
      List<Parameter> parameters = parameters(Seeded.random(4));
      float[] before = parameters.get(0).value().data.clone();
      Tape tape = new Tape(KernelChoice.best(), workers);
      new Adam(parameters).step(0, 1, 1, tape);
      assertArrayEquals(before, parameters.get(0).value().data);
    }
  }

  /** One larger than the chunks of the norm, one odd, one of a single weight. */
  private static List<Parameter> parameters(RandomGenerator random) {
    List<Parameter> parameters =
        List.of(new Parameter("a", 101, 203), new Parameter("b", 7, 19), new Parameter("c", 1, 1));
    for (Parameter parameter : parameters) {
      parameter.value().setData(Seeded.floats(parameter.size(), 1, random));
    }
    return parameters;
  }

  private static float[] gradient(Parameter parameter, int update, RandomGenerator random) {
    return Seeded.floats(parameter.size(), update % 5 == 4 ? 1e-4 : 2, random);
  }
}
