package ductus.lab.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Randomness;
import ductus.model.signal.SignalSequence;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BouncingBallsTest {
  private final BouncingBalls film = new BouncingBalls(3, 15, 40);

  @Test
  void ballsStayInTheBoxAndKeepTheirEnergy() {
    RandomGenerator random = Randomness.of(3);
    double[][] places = film.places(random);
    double[][] velocities = film.velocities(random);
    for (int i = 0; i < 5000; i++) {
      BouncingBalls.move(places, velocities);
      double squares = 0;
      for (int ball = 0; ball < places.length; ball++) {
        for (int axis = 0; axis < 2; axis++) {
          double place = places[ball][axis];
          assertTrue(place > 0.5 && place < 9.5, "step " + i + ": " + place);
          squares += velocities[ball][axis] * velocities[ball][axis];
        }
      }
      assertEquals(0.25, squares, 1e-9);
    }
  }

  @Test
  void ballsThatMeetHeadOnExchangeTheirVelocities() {
    double[][] places = {{3.7, 5}, {6, 5}};
    double[][] velocities = {{0.3, 0.1}, {-0.2, 0}};
    BouncingBalls.move(places, velocities);
    assertEquals(-0.2, velocities[0][0], 0.01);
    assertEquals(0.3, velocities[1][0], 0.01);
    assertEquals(0.1, velocities[0][1], 0.02);
  }

  @Test
  void aFrameHoldsThreeBallsOfLight() {
    SignalSequence sequence = film.draw(Randomness.of(1));
    assertEquals(39, sequence.length());
    assertEquals(225, sequence.inputsPerStep());
    double pixel = 100.0 / 225;
    // The light of exp(−(d/r)⁸) is πr²·Γ(5/4).
    double ball = StrictMath.PI * 1.44 * 0.9064;
    for (int t = 0; t < sequence.length(); t++) {
      double light = 0;
      for (int n = 0; n < 225; n++) {
        assertTrue(sequence.input(t, n) >= 0 && sequence.input(t, n) <= 1);
        light += sequence.input(t, n) * pixel;
      }
      assertEquals(3 * ball, light, 0.9, "frame " + t);
    }
    for (int n = 0; n < 225; n++) {
      assertEquals(sequence.input(1, n), sequence.target(0, n));
    }
  }

  @Test
  void whatIsHeldOutIsAlwaysTheSame() {
    assertEquals(film.heldOut(2).get(1).input(7, 30), film.heldOut(2).get(1).input(7, 30));
    assertThrows(IllegalArgumentException.class, () -> new BouncingBalls(7, 15, 40));
  }
}
