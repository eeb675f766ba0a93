package ductus.task.classification.signal;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Ink that is no letter, for a network that is to say so: two letters that touch or lie over one
 * another, scribbles, stars, spirals, grids, faces, houses, arrows, dots.
 */
final class NonLetters {
  private static final int KINDS = 9;
  private static final int POINTS_ROUND = 24;

  private NonLetters() {}

  /**
   * Draws some ink that is no letter.
   *
   * @param letters one or more, that may be put together
   */
  static Handwriting draw(List<Handwriting> letters, RandomGenerator random) {
    return switch (random.nextInt(KINDS)) {
      case 0, 1 -> together(letters, 0.9 + 0.3 * random.nextDouble(), random);
      case 2 -> together(letters, 0.3 * random.nextDouble(), random);
      case 3, 4 -> scribble(random);
      case 5 -> star(5 + random.nextInt(4), random);
      case 6 -> spiral(random);
      case 7 -> grid(random);
      default -> sign(random);
    };
  }

  /** Two letters of one height, the second so many of its widths further right. */
  private static Handwriting together(
      List<Handwriting> letters, double apart, RandomGenerator random) {
    Handwriting first = upright(letters.get(random.nextInt(letters.size())));
    Handwriting second = upright(letters.get(random.nextInt(letters.size())));
    double right = apart * first.box().orElseThrow().width();
    List<Stroke> strokes = new ArrayList<>(first.strokes());
    strokes.addAll(second.map(p -> p.moved(p.x() + right, p.y())).strokes());
    return Handwriting.of(strokes);
  }

  /** A letter one unit high, its corner at the origin. */
  private static Handwriting upright(Handwriting letter) {
    Box box = letter.box().orElseThrow();
    double height = Math.max(box.height(), 0.3 * box.width());
    double unit = height == 0 ? 1 : height;
    return letter.map(p -> p.moved((p.x() - box.left()) / unit, (p.y() - box.bottom()) / unit));
  }

  /** A pen that wanders within a square, once or a few times lifted. */
  private static Handwriting scribble(RandomGenerator random) {
    List<Stroke> strokes = new ArrayList<>();
    int lifted = 1 + random.nextInt(3);
    for (int s = 0; s < lifted; s++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      double direction = 2 * Math.PI * random.nextDouble();
      List<PenPoint> points = new ArrayList<>();
      int length = 30 + random.nextInt(60);
      for (int i = 0; i < length; i++) {
        points.add(PenPoint.at(x, y));
        direction += 0.6 * random.nextGaussian();
        x += 0.08 * StrictMath.cos(direction);
        y += 0.08 * StrictMath.sin(direction);
        if (x < 0 || x > 1 || y < 0 || y > 1) {
          direction += Math.PI / 2;
          x = Math.max(0, Math.min(1, x));
          y = Math.max(0, Math.min(1, y));
        }
      }
      strokes.add(new Stroke(points));
    }
    return Handwriting.of(strokes);
  }

  /** A star of so many points, drawn through the middle or around it. */
  private static Handwriting star(int points, RandomGenerator random) {
    List<Stroke> strokes = new ArrayList<>();
    if (random.nextBoolean()) {
      for (int i = 0; i < points; i++) {
        double angle = 2 * Math.PI * i / points;
        strokes.add(line(0, 0, StrictMath.cos(angle), StrictMath.sin(angle)));
      }
      return Handwriting.of(strokes);
    }
    double inner = 0.35 + 0.2 * random.nextDouble();
    List<PenPoint> around = new ArrayList<>();
    for (int i = 0; i <= 2 * points; i++) {
      double angle = Math.PI * i / points + Math.PI / 2;
      double radius = i % 2 == 0 ? 1 : inner;
      around.add(PenPoint.at(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)));
    }
    return Handwriting.of(List.of(new Stroke(around)));
  }

  /** A spiral of two to four turns. */
  private static Handwriting spiral(RandomGenerator random) {
    double turns = 2 + 2 * random.nextDouble();
    double way = random.nextBoolean() ? 1 : -1;
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i <= turns * POINTS_ROUND; i++) {
      double angle = way * 2 * Math.PI * i / POINTS_ROUND;
      double radius = i / (turns * POINTS_ROUND);
      points.add(PenPoint.at(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)));
    }
    return Handwriting.of(List.of(new Stroke(points)));
  }

  /** Level and upright lines, two or more of each. */
  private static Handwriting grid(RandomGenerator random) {
    List<Stroke> strokes = new ArrayList<>();
    int rows = 2 + random.nextInt(3);
    int columns = 2 + random.nextInt(3);
    for (int i = 0; i < rows; i++) {
      strokes.add(line(0, (i + 0.5) / rows, 1, (i + 0.5) / rows));
    }
    for (int i = 0; i < columns; i++) {
      strokes.add(line((i + 0.5) / columns, 0, (i + 0.5) / columns, 1));
    }
    return Handwriting.of(strokes);
  }

  /** A face, a house, an arrow, a wheel, or dots. */
  private static Handwriting sign(RandomGenerator random) {
    List<Stroke> strokes = new ArrayList<>();
    switch (random.nextInt(5)) {
      case 0 -> {
        strokes.add(round(0, 0, 1, 0, 1));
        strokes.add(round(-0.35, 0.3, 0.08, 0, 1));
        strokes.add(round(0.35, 0.3, 0.08, 0, 1));
        strokes.add(round(0, 0, 0.55, 0.55 + 0.05 * random.nextDouble(), 0.95));
      }
      case 1 -> {
        strokes.add(line(0, 0, 1, 0));
        strokes.add(line(1, 0, 1, 0.8));
        strokes.add(line(1, 0.8, 0, 0.8));
        strokes.add(line(0, 0.8, 0, 0));
        strokes.add(line(-0.1, 0.8, 0.5, 1.3));
        strokes.add(line(0.5, 1.3, 1.1, 0.8));
        if (random.nextBoolean()) {
          strokes.add(line(0.4, 0, 0.4, 0.4));
          strokes.add(line(0.4, 0.4, 0.6, 0.4));
          strokes.add(line(0.6, 0.4, 0.6, 0));
        }
      }
      case 2 -> {
        double way = random.nextBoolean() ? 1 : -1;
        strokes.add(line(0, 0, way, 0.2 * random.nextGaussian()));
        strokes.add(line(way, 0, 0.6 * way, 0.35));
        strokes.add(line(way, 0, 0.6 * way, -0.35));
      }
      case 3 -> {
        strokes.add(round(0, 0, 1, 0, 1));
        strokes.add(line(-1, 0, 1, 0));
        strokes.add(line(0, -1, 0, 1));
      }
      default -> {
        int dots = 3 + random.nextInt(10);
        for (int i = 0; i < dots; i++) {
          strokes.add(round(random.nextDouble(), random.nextDouble(), 0.03, 0, 1));
        }
      }
    }
    return Handwriting.of(strokes);
  }

  private static Stroke line(double x, double y, double toX, double toY) {
    return new Stroke(List.of(PenPoint.at(x, y), PenPoint.at(toX, toY)));
  }

  /** A part of a circle; 0 and 1 are its right. */
  private static Stroke round(double x, double y, double radius, double from, double to) {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i <= POINTS_ROUND; i++) {
      double angle = 2 * Math.PI * (from + (to - from) * i / POINTS_ROUND);
      points.add(
          PenPoint.at(x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle)));
    }
    return new Stroke(points);
  }
}
