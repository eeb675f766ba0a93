package ductus.ink.geometry;

import ductus.ink.layout.WrittenLine;
import java.io.Serializable;
import java.util.List;

/** Figures of lines whose text is known, by their ink alone: nobody has to read them. */
public record LineGeometry(
    GapGeometry gaps, PunctuationGeometry punctuation, MarkGeometry marks, LetterGeometry letters)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Measures the lines of a hand.
   *
   * @param lines baseline at 0, x-height 1
   * @param slant dx/dy of the hand's stems
   */
  public static LineGeometry of(List<WrittenLine> lines, double slant) {
    List<AlignedLine> aligned = lines.stream().map(line -> AlignedLine.of(line, slant)).toList();
    return new LineGeometry(
        GapGeometry.of(aligned),
        PunctuationGeometry.of(aligned),
        MarkGeometry.of(aligned),
        LetterGeometry.of(aligned));
  }

  /** Returns these figures with the accents of other lines. */
  public LineGeometry withAccents(LineGeometry others) {
    MarkGeometry withAccents =
        new MarkGeometry(marks.dots(), marks.bars(), others.marks().accents());
    return new LineGeometry(gaps, punctuation, withAccents, letters);
  }
}
