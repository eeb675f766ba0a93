package ductus.generate.ctc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.ctc.PrefixBeam.BeamSettings;
import ductus.generate.ctc.PrefixBeam.CharacterModel;
import ductus.generate.ctc.PrefixBeam.LabelHypothesis;
import ductus.math.Seeded;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class PrefixBeamTest {
  private static final double TOLERANCE = 1e-8;

  /** Wider than there are beginnings. */
  private static final int ALL = 100_000;

  /** Likes label 0 behind label 1, and otherwise the higher ones; knows the label before. */
  private static final class Bigrams implements CharacterModel<Integer> {
    @Override
    public Integer start() {
      return -1;
    }

    @Override
    public Integer next(Integer state, int label) {
      return label;
    }

    @Override
    public double logProbability(Integer state, int label) {
      return state == 1 && label == 0 ? -0.1 : -2.5 + label;
    }

    double logProbability(List<Integer> labels) {
      double sum = 0;
      int state = start();
      for (int label : labels) {
        sum += logProbability(state, label);
        state = next(state, label);
      }
      return sum;
    }
  }

  @Test
  void aWideBeamSumsUpEveryPathOfEveryLabeling() {
    for (int seed = 0; seed < 30; seed++) {
      RandomGenerator random = Seeded.random(seed);
      int labels = 1 + seed % 3;
      Emissions emissions = ToyText.emissions(1 + seed % 6, labels, 3, random);
      Map<List<Integer>, Double> expected = ToyText.probabilities(emissions);
      List<LabelHypothesis> readings = PrefixBeam.withoutModel(ALL).search(emissions);
      Set<List<Integer>> seen = new HashSet<>();
      double previous = Double.POSITIVE_INFINITY;
      for (LabelHypothesis reading : readings) {
        assertTrue(seen.add(reading.labels()), "twice: " + reading.labels());
        if (expected.containsKey(reading.labels())) {
          double log = StrictMath.log(expected.get(reading.labels()));
          assertEquals(log, reading.logProbability(), TOLERANCE, "seed " + seed);
        } else {
          assertEquals(Double.NEGATIVE_INFINITY, reading.logProbability(), "seed " + seed);
        }
        assertTrue(reading.score() <= previous, "best first, seed " + seed);
        previous = reading.score();
      }
      assertTrue(seen.containsAll(expected.keySet()), "seed " + seed);
    }
  }

  @Test
  void aWideBeamFindsTheBestScoreWithAModel() {
    BeamSettings settings = new BeamSettings(ALL, 0.8, 1.3);
    Bigrams model = new Bigrams();
    for (int seed = 0; seed < 30; seed++) {
      Emissions emissions = ToyText.emissions(1 + seed % 6, 3, 2, Seeded.random(100 + seed));
      double best = Double.NEGATIVE_INFINITY;
      for (Map.Entry<List<Integer>, Double> entry : ToyText.probabilities(emissions).entrySet()) {
        double score =
            StrictMath.log(entry.getValue())
                + 0.8 * model.logProbability(entry.getKey())
                + 1.3 * entry.getKey().size();
        best = Math.max(best, score);
      }
      LabelHypothesis found = new PrefixBeam<>(settings, model).search(emissions).get(0);
      assertEquals(best, found.score(), TOLERANCE, "seed " + seed);
    }
  }

  @Test
  void aNarrowBeamKeepsItsWidthAndNeverOverstates() {
    for (int seed = 0; seed < 20; seed++) {
      Emissions emissions = ToyText.emissions(7, 3, 2, Seeded.random(200 + seed));
      Map<List<Integer>, Double> expected = ToyText.probabilities(emissions);
      for (int width : new int[] {1, 2, 5}) {
        List<LabelHypothesis> readings = PrefixBeam.withoutModel(width).search(emissions);
        assertTrue(readings.size() <= width);
        for (LabelHypothesis reading : readings) {
          double log = StrictMath.log(expected.getOrDefault(reading.labels(), 0.0));
          assertTrue(reading.logProbability() <= log + TOLERANCE, "seed " + seed);
        }
      }
    }
  }

  @Test
  void noLabelingTurnsUpTwiceThoughBeginningsComeAndGo() {
    for (int seed = 0; seed < 50; seed++) {
      Emissions emissions = ToyText.emissions(40, 4, 2, Seeded.random(300 + seed));
      List<LabelHypothesis> readings = PrefixBeam.withoutModel(6).search(emissions);
      Set<List<Integer>> seen = new HashSet<>();
      for (LabelHypothesis reading : readings) {
        assertTrue(seen.add(reading.labels()), "seed " + seed);
      }
    }
  }

  @Test
  void findsWhatTheBestPathMisses() {
    // Blank is best at both steps, 0.4 each: 0.16. Label 0 has 0.35: 2 · 0.35 · 0.4 + 0.35².
    FMatrixRMaj logits = new FMatrixRMaj(2, 3);
    for (int t = 0; t < 2; t++) {
      logits.set(t, 0, (float) StrictMath.log(0.35));
      logits.set(t, 1, (float) StrictMath.log(0.25));
      logits.set(t, 2, (float) StrictMath.log(0.4));
    }
    Emissions emissions = new Emissions(logits, 1, 0, 2, 2);
    assertEquals(List.of(), BestPath.read(emissions));
    assertEquals(List.of(0), PrefixBeam.withoutModel(10).search(emissions).get(0).labels());
  }

  @Test
  void theModelDecidesWhereTheInkDoesNot() {
    FMatrixRMaj logits = new FMatrixRMaj(3, 3);
    logits.set(0, 1, 6);
    logits.set(1, 2, 6);
    logits.set(2, 0, 1);
    logits.set(2, 1, 1.1f);
    Emissions emissions = new Emissions(logits, 1, 0, 3, 2);
    List<Integer> byInk = PrefixBeam.withoutModel(10).search(emissions).get(0).labels();
    BeamSettings settings = new BeamSettings(10, 1, 0);
    List<Integer> byModel =
        new PrefixBeam<>(settings, new Bigrams()).search(emissions).get(0).labels();
    assertEquals(List.of(1, 1), byInk);
    assertEquals(List.of(1, 0), byModel);
    assertNotEquals(byInk, byModel);
  }

  @Test
  void theLengthBonusFavorsMoreLabels() {
    Emissions emissions = ToyText.emissions(6, 2, 0.1, Seeded.random(5));
    BeamSettings plain = new BeamSettings(ALL, 0, 0);
    BeamSettings longer = new BeamSettings(ALL, 0, 20);
    int shortLength =
        new PrefixBeam<>(plain, new Bigrams()).search(emissions).get(0).labels().size();
    int length = new PrefixBeam<>(longer, new Bigrams()).search(emissions).get(0).labels().size();
    assertEquals(6, length);
    assertTrue(shortLength < length);
  }

  @Test
  void readsNothingFromNoSteps() {
    Emissions emissions = new Emissions(new FMatrixRMaj(0, 3), 1, 0, 0, 2);
    assertEquals(
        List.of(new LabelHypothesis(List.of(), 0, 0)),
        PrefixBeam.withoutModel(3).search(emissions));
  }

  @Test
  void rejectsSettingsOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> new BeamSettings(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new BeamSettings(1, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new BeamSettings(1, 0, Double.NaN));
  }
}
