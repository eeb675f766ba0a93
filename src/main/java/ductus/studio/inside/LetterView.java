package ductus.studio.inside;

import ductus.analysis.unit.ReplayedPage;
import ductus.analysis.unit.UnitTrace;
import ductus.generate.PenTrajectory;
import ductus.generate.hindsight.ReadTrajectory;
import ductus.model.pen.OffsetScale;
import ductus.nn.head.Mixture;
import ductus.task.handwriting.synthesis.NetworkLineWriter.DrawnPart;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Handwriting as the page looks into it.
 *
 * @param hand its style
 * @param bias towards what is likely, with which its points were drawn
 * @param lines what each says
 */
record LetterView(String hand, double bias, List<String> lines) {
  private static final int UNITS = 10;

  /**
   * A line, lengths in x-heights, y up from the baseline.
   *
   * @param characters of its text
   * @param points of the pen
   */
  record Line(List<String> characters, List<Point> points) {}

  /**
   * A point of the pen.
   *
   * @param up whether it is the last of its stroke
   * @param character index of the one that the window was at
   */
  record Point(double x, double y, boolean up, int character) {}

  /**
   * What a point was drawn from.
   *
   * @param components of the mixture of its offset, in x-heights
   * @param penUp probability that the stroke ends with it
   * @param attention window on each character, and on what is past the last
   * @param deltaX offset that was drawn
   * @param deltaY offset that was drawn
   * @param units that fire most
   */
  record Step(
      List<Component> components,
      double penUp,
      List<Float> attention,
      double deltaX,
      double deltaY,
      List<UnitTrace> units) {}

  /** One Gaussian, plainly: as the network says it, without bias. */
  record Component(
      double weight,
      double meanX,
      double meanY,
      double deviationX,
      double deviationY,
      double correlation) {}

  static LetterView of(ReplayedPage letter) {
    return new LetterView(
        letter.request().style().toString(),
        letter.request().manner().bias(),
        letter.parts().stream().map(DrawnPart::text).toList());
  }

  static Line line(DrawnPart part) {
    PenTrajectory trail = part.trail();
    return new Line(
        part.text().codePoints().mapToObj(Character::toString).toList(),
        IntStream.range(0, trail.points())
            .mapToObj(
                i ->
                    new Point(
                        round(trail.x(i)), round(trail.y(i)), trail.penUp(i), trail.character(i)))
            .toList());
  }

  private static double round(double length) {
    return Math.round(length * 1e4) / 1e4;
  }

  static Step step(ReplayedPage letter, int line, int point) {
    PenTrajectory trail = letter.parts().get(line).trail();
    ReadTrajectory read = letter.read(line);
    Mixture mixture = read.mixture(point);
    return new Step(
        IntStream.range(0, mixture.components())
            .mapToObj(j -> component(mixture, j, read.scale()))
            .toList(),
        mixture.penUp(),
        IntStream.range(0, read.characters()).mapToObj(u -> read.attention(point, u)).toList(),
        trail.deltaX(point),
        trail.deltaY(point),
        UnitTrace.strongest(read, point, UNITS));
  }

  private static Component component(Mixture mixture, int j, OffsetScale scale) {
    return new Component(
        mixture.weight(j),
        scale.deltaX(mixture.meanX(j)),
        scale.deltaY(mixture.meanY(j)),
        mixture.deviationX(j) * scale.deviationX(),
        mixture.deviationY(j) * scale.deviationY(),
        mixture.correlation(j));
  }
}
