package ductus.task.handwriting.evaluation;

import ductus.ink.geometry.LineGeometry;
import ductus.task.handwriting.synthesis.WritingFigures;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Figures of how well a hand is written.
 *
 * @param hand its name
 * @param ownErrors share of the characters that the reader misreads of the hand's own lines: of
 *     those composed of its drawings, or of those that a person wrote and no network learned
 * @param written what the reader makes of the lines that the network drew
 * @param drawn how the drawing went
 * @param checked the same lines where the reader checked them while they were drawn; null where
 *     nobody asked
 * @param ownNamed share of the hand's own lines of which it is said whose they are; null where
 *     nobody asked
 * @param named the same of the lines that the network drew
 * @param letters mean {@link LetterDistance} of two of its drawings of one letter; null where no
 *     letter comes twice
 * @param loss of the network on the hand's own lines
 * @param geometry what eyes see of the lines; null where the hand has no drawings
 */
public record HandFigures(
    String hand,
    double ownErrors,
    Read written,
    WritingFigures drawn,
    @Nullable Checked checked,
    @Nullable Double ownNamed,
    @Nullable Double named,
    @Nullable Double letters,
    Loss loss,
    @Nullable Geometry geometry)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Errors of a reader in lines.
   *
   * @param errors share of the characters that it misreads
   * @param words of the texts
   * @param missingWords of which it reads nothing
   */
  public record Read(double errors, int words, int missingWords) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Lines with the self-check on. */
  public record Checked(Read written, WritingFigures drawn) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Nats of a network that is shown the lines point by point, in units of scaled offsets.
   *
   * @param natsPerLine as Graves (2013) counts them in tables 3 and 4
   * @param pointsPerLine how many a line has on the mean
   */
  public record Loss(double natsPerPoint, double natsPerLine, double pointsPerLine)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What eyes see of lines.
   *
   * @param written by the network
   * @param composed of the hand's drawings
   */
  public record Geometry(LineGeometry written, LineGeometry composed) implements Serializable {
    private static final long serialVersionUID = 1L;
  }
}
