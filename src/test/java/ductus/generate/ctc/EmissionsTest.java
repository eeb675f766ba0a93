package ductus.generate.ctc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Seeded;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class EmissionsTest {
  @Test
  void probabilitiesOfAStepSumToOne() {
    for (double bound : new double[] {1, 30, 1e3}) {
      Emissions emissions = ToyText.emissions(5, 7, bound, Seeded.random(1));
      for (int t = 0; t < 5; t++) {
        double sum = 0;
        for (int label = 0; label <= 7; label++) {
          sum += StrictMath.exp(emissions.logProbability(t, label));
        }
        assertEquals(1, sum, 1e-9);
      }
    }
  }

  @Test
  void rejectsWhatIsNotThere() {
    FMatrixRMaj logits = new FMatrixRMaj(6, 4);
    assertThrows(IllegalArgumentException.class, () -> new Emissions(logits, 2, 2, 3, 3));
    assertThrows(IllegalArgumentException.class, () -> new Emissions(logits, 2, 0, 4, 3));
    assertThrows(IllegalArgumentException.class, () -> new Emissions(logits, 2, 0, 3, 4));
  }

  @Test
  void saysThatAModelIsBroken() {
    FMatrixRMaj logits = new FMatrixRMaj(2, 3);
    logits.set(1, 1, Float.NaN);
    assertThrows(IllegalStateException.class, () -> new Emissions(logits, 1, 0, 2, 2));
  }
}
