package ductus.ink.plotter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.page.Page;
import ductus.ink.plotter.PlotterProfile.Language;
import ductus.ink.render.TestPages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PenPathTest {
  private static final PenPoint CORNER = PenPoint.at(0, 0);

  @Test
  void goesRoundASquareWhoseSidesComeInAnyOrderAndDirection() {
    List<PenPoint> bottom = List.of(PenPoint.at(11, 10), PenPoint.at(19, 10));
    List<PenPoint> right = List.of(PenPoint.at(20, 11), PenPoint.at(20, 19));
    List<PenPoint> top = List.of(PenPoint.at(19, 20), PenPoint.at(11, 20));
    List<PenPoint> left = List.of(PenPoint.at(10, 19), PenPoint.at(10, 11));
    List<List<PenPoint>> given = List.of(top, turned(bottom), turned(left), right);
    List<List<PenPoint>> ordered = PenPath.ordered(given, PenPoint.at(10, 10));
    if (ordered.get(0).get(0).equals(left.get(1))) {
      Collections.reverse(ordered);
      ordered = ordered.stream().map(PenPathTest::turned).toList();
    }
    assertEquals(List.of(bottom, right, top, left), ordered);
  }

  @Test
  void comesNearTheShortestOfAllWays() {
    double ours = 0;
    double shortest = 0;
    for (int seed = 0; seed < 20; seed++) {
      List<List<PenPoint>> paths = random(5, new SplittableRandom(seed));
      ours += lifted(PenPath.ordered(paths, CORNER));
      shortest += shortest(CORNER, paths);
    }
    assertTrue(ours < 1.03 * shortest, ours + " mm, but " + shortest + " is possible");
    assertTrue(ours >= shortest - 1e-6, ours + " mm is less than possible, " + shortest);
  }

  @Test
  void drawsEachStrokeOnceAndTravelsNoFartherThanInTheOrderOfWriting() {
    for (int count : new int[] {0, 1, 2, 3, 10, 300, 3000}) {
      List<List<PenPoint>> paths = random(count, new SplittableRandom(count));
      List<List<PenPoint>> ordered = PenPath.ordered(paths, CORNER);
      assertEquals(sorted(paths), sorted(ordered));
      assertTrue(lifted(ordered) <= lifted(paths) + 1e-9);
      assertEquals(ordered, PenPath.ordered(paths, CORNER));
    }
  }

  @Test
  void strokesAtRandomAreAsNearAsAGoodTourHasThem() {
    int count = 3000;
    double lifted = lifted(PenPath.ordered(random(count, new SplittableRandom(1)), CORNER));
    // Random tours through n points in an area A are about 0.71 √(nA) long (Johnson & McGeoch
    // 1996); strokes have two ends to choose from.
    assertTrue(lifted < 0.71 * Math.sqrt(count * 100.0 * 100), lifted + " mm");
  }

  @Test
  void anotherSearchFindsAShorterWayAndTheSameOneAgain() {
    List<List<PenPoint>> paths = random(600, new SplittableRandom(2));
    List<List<PenPoint>> plain = PenPath.ordered(paths, CORNER);
    List<List<PenPoint>> further = PenPath.ordered(paths, CORNER, 3000);
    assertTrue(lifted(further) < 0.95 * lifted(plain), lifted(further) + ", " + lifted(plain));
    assertEquals(sorted(paths), sorted(further));
    assertEquals(further, PenPath.ordered(paths, CORNER, 3000));
    for (int few = 0; few < 6; few++) {
      assertEquals(few, PenPath.ordered(paths.subList(0, few), CORNER, 100).size());
    }
  }

  @Test
  void dotsInOnePlaceAreNoTrouble() {
    List<List<PenPoint>> dots = Collections.nCopies(5000, List.of(PenPoint.at(3, 4)));
    assertEquals(10, lifted(PenPath.ordered(dots, CORNER)), 1e-9);
  }

  @Test
  void aPageIsShorterThanItWasWritten() {
    Page page = TestPages.card();
    double written = lifted(PenPath.written(page));
    double ordered = lifted(PenPath.of(page, CORNER));
    assertTrue(ordered < 0.9 * written, ordered + " mm of " + written);
    PenTravel travel = PenTravel.of(List.of(page, page), PlotterSettings.Z_AXIS, Language.GCODE);
    assertEquals(2 * ordered, travel.lifted(), 1e-9);
    assertEquals(
        "The pen travels 1.20 m in the air and draws 2.50 m, in 240 lifts: about 3:05 min, and 1"
            + " change of pens",
        new PenTravel(1200, 2500, 240, 1, 185).toString());
  }

  private static List<List<PenPoint>> random(int count, RandomGenerator random) {
    List<List<PenPoint>> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = 100 * random.nextDouble();
      double y = 100 * random.nextDouble();
      paths.add(
          List.of(
              PenPoint.at(x, y),
              PenPoint.at(x + random.nextDouble(), y + random.nextDouble()),
              PenPoint.at(x + 3 * random.nextDouble(), y + 3 * random.nextDouble())));
    }
    return paths;
  }

  private static double lifted(List<List<PenPoint>> paths) {
    return PenTravel.along(paths, CORNER, PlotterSettings.Z_AXIS).lifted();
  }

  /** The shortest way by trying all of them. */
  private static double shortest(PenPoint from, List<List<PenPoint>> left) {
    if (left.isEmpty()) {
      return from.distance(CORNER);
    }
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < left.size(); i++) {
      List<List<PenPoint>> others = new ArrayList<>(left);
      List<PenPoint> next = others.remove(i);
      PenPoint first = next.get(0);
      PenPoint last = next.get(next.size() - 1);
      shortest = Math.min(shortest, from.distance(first) + shortest(last, others));
      shortest = Math.min(shortest, from.distance(last) + shortest(first, others));
    }
    return shortest;
  }

  private static List<PenPoint> turned(List<PenPoint> path) {
    List<PenPoint> turned = new ArrayList<>(path);
    Collections.reverse(turned);
    return turned;
  }

  /** Paths whatever their order and direction. */
  private static List<String> sorted(List<List<PenPoint>> paths) {
    return paths.stream()
        .map(
            path ->
                List.of(path.toString(), turned(path).toString()).stream()
                    .min(Comparator.naturalOrder())
                    .orElseThrow())
        .sorted()
        .toList();
  }
}
