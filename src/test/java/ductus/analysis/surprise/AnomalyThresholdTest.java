package ductus.analysis.surprise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.analysis.surprise.Surprise.ScoredPart;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnomalyThresholdTest {
  private static final List<Double> SOUND =
      IntStream.range(0, 200).mapToObj(i -> (double) i).toList();

  @Test
  void ringsForTheShareOfSoundPartsThatItIsSetTo() {
    for (double rate : new double[] {0, 0.005, 0.01, 0.1, 0.5}) {
      AnomalyThreshold alarm = AnomalyThreshold.of(SOUND, rate);
      assertEquals(rate * 200, (double) SOUND.stream().filter(alarm::ringsAt).count(), 1e-9);
    }
    assertEquals(0, SOUND.stream().filter(AnomalyThreshold.of(SOUND, 0.004)::ringsAt).count());
  }

  @Test
  void whatCannotBeJudgedIsNotOdd() {
    assertFalse(AnomalyThreshold.of(SOUND, 0.1).ringsAt(Double.NaN));
    assertTrue(AnomalyThreshold.of(List.of(1.0, Double.NaN), 0).ringsAt(2));
    assertThrows(
        IllegalArgumentException.class, () -> AnomalyThreshold.of(List.of(Double.NaN), 0.1));
    assertThrows(IllegalArgumentException.class, () -> AnomalyThreshold.of(SOUND, 1));
  }

  @Test
  void aPartIsJudgedByWhatItSurprisesMoreThanOthers() {
    double[] nats = {1, 1, 5, 1};
    assertEquals(List.of(-2.0, 2.0), ScoredPart.excess(nats, List.of(0, 2), List.of(2, 4)));
  }
}
