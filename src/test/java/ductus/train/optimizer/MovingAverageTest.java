package ductus.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovingAverageTest {
  private static MovingAverage average(List<Parameter> parameters, double decay, Workers workers) {
    return new MovingAverage(parameters, decay, KernelChoice.best().updates(), workers);
  }

  @Test
  void isTheSumOfAllWeightsThatThereWereEachWithItsShare() {
    try (Workers workers = new Workers(2)) {
      List<Parameter> parameters = Weights.some(Seeded.random(1));
      float[] weights = parameters.get(0).value().data;
      List<float[]> history = new ArrayList<>(List.of(weights.clone()));
      List<Double> shares = new ArrayList<>(List.of(1.0));
      MovingAverage average = average(parameters, 0.6, workers);
      average.begin();
      for (int update = 0; update < 30; update++) {
        System.arraycopy(
            Seeded.floats(weights.length, 1, Seeded.random(update)), 0, weights, 0, weights.length);
        average.add(update);
        double decay = Math.min(0.6, (1.0 + update) / (10 + update));
        shares.replaceAll(share -> share * decay);
        shares.add(1 - decay);
        history.add(weights.clone());
      }
      assertEquals(1, shares.stream().mapToDouble(share -> share).sum(), 1e-12);
      average.exchange();
      for (int i = 0; i < weights.length; i++) {
        double expected = 0;
        for (int h = 0; h < history.size(); h++) {
          expected += shares.get(h) * history.get(h)[i];
        }
        assertEquals(expected, weights[i], 1e-6);
      }
    }
  }

  @Test
  void beginsWithTheFirstWeightsToTheLastBit() {
    try (Workers workers = new Workers(1)) {
      List<Parameter> parameters = Weights.some(Seeded.random(1));
      float[] before = parameters.get(1).value().data.clone();
      MovingAverage average = average(parameters, 0.9, workers);
      average.begin();
      average.exchange();
      assertArrayEquals(before, parameters.get(1).value().data);
    }
  }

  @Test
  void exchangingTwiceIsNothing() {
    try (Workers workers = new Workers(2)) {
      List<Parameter> parameters = Weights.some(Seeded.random(1));
      MovingAverage average = average(parameters, 0.9, workers);
      float[] weights = parameters.get(0).value().data;
      float[] before = weights.clone();
      average.exchange();
      assertArrayEquals(new float[weights.length], weights);
      average.exchange();
      assertArrayEquals(before, weights);
    }
  }
}
