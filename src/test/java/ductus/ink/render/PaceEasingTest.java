package ductus.ink.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.motion.PenMotion;
import ductus.ink.motion.StrokeTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PaceEasingTest {
  private static StrokeTiming timing(PenPoint... points) {
    return StrokeTiming.of(new Stroke(List.of(points)), PenMotion.USUAL);
  }

  /** A row of garlands, as long as a word. */
  private static StrokeTiming garlands() {
    List<PenPoint> points = new ArrayList<>();
    for (double t = 0; t < 50; t += 0.05) {
      points.add(PenPoint.at(0.1 * t + 0.2 * Math.sin(t), 0.5 * Math.cos(t)));
    }
    return StrokeTiming.of(new Stroke(points), PenMotion.USUAL);
  }

  /** Share of the way that is drawn when a share of the time is gone, as a browser reckons it. */
  private static double drawn(String easing, double time) {
    assertTrue(easing.matches("linear\\(0(,\\.\\d{1,3})+,1\\)"), easing);
    double[] stops =
        Pattern.compile(",")
            .splitAsStream(easing.substring("linear(".length(), easing.length() - 1))
            .mapToDouble(Double::parseDouble)
            .toArray();
    int before = (int) Math.min(stops.length - 2, Math.floor(time * (stops.length - 1)));
    return stops[before]
        + (time * (stops.length - 1) - before) * (stops[before + 1] - stops[before]);
  }

  @Test
  void aStraightStrokeNeedsNone() {
    StrokeTiming straight = timing(PenPoint.at(0, 0), PenPoint.at(4, 0));
    assertEquals(Optional.empty(), PaceEasing.of(straight));
    assertEquals(Optional.empty(), PaceEasing.of(timing(PenPoint.at(0, 0))));
  }

  @Test
  void aHookAtTheEndMakesTheFirstHalfEarly() {
    StrokeTiming hook = timing(PenPoint.at(0, 0), PenPoint.at(3, 0), PenPoint.at(3, 1));
    String easing = PaceEasing.of(hook).orElseThrow();
    assertTrue(drawn(easing, 0.5) > 0.52, easing);
  }

  @Test
  void thePenIsSeenNearItsTruePlaceAtAnyTime() {
    StrokeTiming word = garlands();
    String easing = PaceEasing.of(word).orElseThrow();
    for (double time = 0; time <= 1; time += 0.001) {
      assertEquals(word.way(time), drawn(easing, time), 0.08 / word.length(), "at " + time);
    }
  }
}
