package ductus.ink.tracing;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.scan.InkMap;
import ductus.model.tracing.Picture;
import java.util.List;

/** Draws ink into the pixels of a picture, with a round nib and soft edges of one pixel. */
public final class InkRaster {
  private final int columns;
  private final int rows;
  private final float[] ink;
  private final double radius;

  private InkRaster(int columns, int rows, double width) {
    this.columns = columns;
    this.rows = rows;
    ink = new float[columns * rows];
    radius = width / 2;
  }

  /**
   * Draws the picture of some strokes.
   *
   * @param drawn in pixels, y up; what lies outside is not seen
   * @param width of the nib, in pixels
   */
  public static Picture picture(Handwriting drawn, double width) {
    InkRaster raster = new InkRaster(Picture.SIDE, Picture.SIDE, width);
    raster.draw(drawn);
    return new Picture(raster.ink);
  }

  /** Draws the picture of some strokes in a size of its own. */
  public static InkMap map(Handwriting drawn, double width, int columns, int rows) {
    InkRaster raster = new InkRaster(columns, rows, width);
    raster.draw(drawn);
    return new InkMap(columns, rows, raster.ink);
  }

  private void draw(Handwriting drawn) {
    for (Stroke stroke : drawn.strokes()) {
      List<PenPoint> points = stroke.points();
      line(points.get(0), points.get(0));
      for (int i = 1; i < points.size(); i++) {
        line(points.get(i - 1), points.get(i));
      }
    }
  }

  private void line(PenPoint from, PenPoint to) {
    double reach = radius + 1;
    int left = pixel(Math.min(from.x(), to.x()) - reach, columns);
    int right = pixel(Math.max(from.x(), to.x()) + reach, columns);
    int top = pixel(rows - Math.max(from.y(), to.y()) - reach, rows);
    int bottom = pixel(rows - Math.min(from.y(), to.y()) + reach, rows);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double distance = distance(column + 0.5, rows - 0.5 - row, from, to);
        double covered = Math.max(0, Math.min(1, radius + 0.5 - distance));
        int at = row * columns + column;
        ink[at] = Math.max(ink[at], (float) covered);
      }
    }
  }

  /** The index of the pixel at a place, or of the nearest one inside. */
  private static int pixel(double place, int size) {
    return (int) Math.max(0, Math.min(size - 1, Math.floor(place)));
  }

  private static double distance(double x, double y, PenPoint from, PenPoint to) {
    double alongX = to.x() - from.x();
    double alongY = to.y() - from.y();
    double square = alongX * alongX + alongY * alongY;
    double part = square == 0 ? 0 : ((x - from.x()) * alongX + (y - from.y()) * alongY) / square;
    double nearest = Math.max(0, Math.min(1, part));
    double awayX = x - from.x() - nearest * alongX;
    double awayY = y - from.y() - nearest * alongY;
    return Math.sqrt(awayX * awayX + awayY * awayY);
  }
}
