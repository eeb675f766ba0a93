package ductus.ink.path;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * Path data of SVG 1.1: all its commands, absolute and relative, read into strokes with every curve
 * flattened. Each subpath is a stroke; one without a line is none.
 */
public final class PathData {
  /** Most points of a path, more than in any drawing by hand. */
  private static final int MOST_POINTS = 1_000_000;

  private final PathScanner scanner;
  private final Flattening path;
  private final List<Stroke> strokes = new ArrayList<>();

  private double startX;
  private double startY;
  private double x;
  private double y;

  /** The last control point's x, for S and T to mirror. */
  private double controlX;

  private double controlY;
  private char last = 'M';
  private int points;
  private boolean drawn;

  private PathData(String data, double tolerance) {
    scanner = new PathScanner(data);
    path = new Flattening(tolerance);
  }

  /**
   * Reads the strokes of path data, in its own coordinates.
   *
   * @param tolerance how far a curve may be from the chords between its points
   */
  public static List<Stroke> strokes(String data, double tolerance) throws PathSyntaxException {
    return new PathData(data, tolerance).read();
  }

  private List<Stroke> read() throws PathSyntaxException {
    if (!scanner.atEnd()) {
      int position = scanner.position();
      char first = scanner.command();
      if (Character.toUpperCase(first) != 'M') {
        throw new PathSyntaxException(position, "a path must begin with M but was '" + first + "'");
      }
      repeat(first);
    }
    while (!scanner.atEnd()) {
      repeat(scanner.command());
    }
    finish();
    return List.copyOf(strokes);
  }

  /** Draws a command as often as it has arguments; more after M are lines. */
  private void repeat(char command) throws PathSyntaxException {
    draw(command);
    if (Character.toUpperCase(command) == 'Z') {
      return;
    }
    char next = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
    while (scanner.atNumber()) {
      draw(next);
    }
  }

  private void draw(char command) throws PathSyntaxException {
    boolean relative = Character.isLowerCase(command);
    double baseX = relative ? x : 0;
    double baseY = relative ? y : 0;
    char kind = Character.toUpperCase(command);
    if (kind != 'M') {
      begin();
    }
    switch (kind) {
      case 'M' -> move(baseX + scanner.number(), baseY + scanner.number());
      case 'Z' -> {
        line(startX, startY);
        finish();
      }
      case 'L' -> line(baseX + scanner.number(), baseY + scanner.number());
      case 'H' -> line(baseX + scanner.number(), y);
      case 'V' -> line(x, baseY + scanner.number());
      case 'C' ->
          cubic(
              baseX + scanner.number(),
              baseY + scanner.number(),
              baseX + scanner.number(),
              baseY + scanner.number(),
              baseX + scanner.number(),
              baseY + scanner.number());
      case 'S' ->
          cubic(
              mirrored("CS", x, controlX),
              mirrored("CS", y, controlY),
              baseX + scanner.number(),
              baseY + scanner.number(),
              baseX + scanner.number(),
              baseY + scanner.number());
      case 'Q' ->
          quadratic(
              baseX + scanner.number(),
              baseY + scanner.number(),
              baseX + scanner.number(),
              baseY + scanner.number());
      case 'T' ->
          quadratic(
              mirrored("QT", x, controlX),
              mirrored("QT", y, controlY),
              baseX + scanner.number(),
              baseY + scanner.number());
      case 'A' -> arc(baseX, baseY);
      default -> throw new IllegalStateException("no such command: " + command);
    }
    last = kind;
    if (points + path.size() > MOST_POINTS) {
      throw new PathSyntaxException(
          scanner.position(), "a path must have at most " + MOST_POINTS + " points but has more");
    }
  }

  private void begin() {
    if (!drawn) {
      path.line(x, y);
      drawn = true;
    }
  }

  private void move(double toX, double toY) {
    finish();
    startX = toX;
    startY = toY;
    x = toX;
    y = toY;
  }

  private void finish() {
    if (drawn) {
      List<PenPoint> taken = path.take();
      points += taken.size();
      strokes.add(new Stroke(taken));
    }
    drawn = false;
  }

  private void line(double toX, double toY) {
    path.line(toX, toY);
    x = toX;
    y = toY;
  }

  private void cubic(double x1, double y1, double x2, double y2, double toX, double toY) {
    path.cubic(x1, y1, x2, y2, toX, toY);
    controlX = x2;
    controlY = y2;
    x = toX;
    y = toY;
  }

  private void quadratic(double x1, double y1, double toX, double toY) {
    path.quadratic(x1, y1, toX, toY);
    controlX = x1;
    controlY = y1;
    x = toX;
    y = toY;
  }

  private void arc(double baseX, double baseY) throws PathSyntaxException {
    EllipticalArc arc =
        new EllipticalArc(
            scanner.number(), scanner.number(), scanner.number(), scanner.flag(), scanner.flag());
    double toX = baseX + scanner.number();
    double toY = baseY + scanner.number();
    arc.draw(path, x, y, toX, toY);
    x = toX;
    y = toY;
  }

  private double mirrored(String after, double here, double control) {
    return after.indexOf(last) >= 0 ? 2 * here - control : here;
  }
}
