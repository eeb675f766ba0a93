package ductus.ink.tracing;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.prepare.ArcLengthResampling;
import ductus.model.tracing.TracedLetter;
import ductus.model.tracing.TracingFeatures;
import java.util.ArrayList;
import java.util.List;

/**
 * A letter's ink with its picture.
 *
 * @param frame of the letter in the picture
 * @param nib width of the line, in pixels of the picture
 * @param traced the picture, and the points that draw it
 */
public record LetterPicture(PictureFrame frame, double nib, TracedLetter traced) {
  private static final ArcLengthResampling POINTS =
      new ArcLengthResampling(TracingFeatures.SPACING);

  /**
   * Renders the picture of a letter.
   *
   * @param letter with a stroke at least; of any unit
   * @param nib width of the line as a part of the letter's longer side; a dot is as wide as it is
   */
  public static LetterPicture of(Handwriting letter, double nib) {
    Box points = letter.box().orElseThrow();
    double longer = Math.max(points.width(), points.height());
    double half = longer == 0 ? 0.5 : longer * nib / 2;
    PictureFrame frame =
        PictureFrame.of(
            new Box(
                points.left() - half,
                points.bottom() - half,
                points.right() + half,
                points.top() + half));
    Handwriting drawn = POINTS.apply(frame.toPicture(letter)).ink();
    double width = 2 * half * frame.scale();
    return new LetterPicture(frame, width, traced(drawn, width));
  }

  private static TracedLetter traced(Handwriting drawn, double width) {
    int size = drawn.points();
    double[] x = new double[size];
    double[] y = new double[size];
    boolean[] penUp = new boolean[size];
    int next = 0;
    for (Stroke stroke : drawn.strokes()) {
      for (PenPoint point : stroke.points()) {
        x[next] = point.x();
        y[next] = point.y();
        next++;
      }
      penUp[next - 1] = true;
    }
    return new TracedLetter(InkRaster.picture(drawn, width), x, y, penUp);
  }

  /** The strokes of a letter that was traced, in pixels of its picture. */
  public static Handwriting strokes(TracedLetter traced) {
    List<Stroke> strokes = new ArrayList<>();
    List<PenPoint> stroke = new ArrayList<>();
    for (int i = 0; i < traced.points(); i++) {
      stroke.add(PenPoint.at(traced.x(i), traced.y(i)));
      if (traced.penUp(i)) {
        strokes.add(new Stroke(stroke));
        stroke.clear();
      }
    }
    return Handwriting.of(strokes);
  }
}
