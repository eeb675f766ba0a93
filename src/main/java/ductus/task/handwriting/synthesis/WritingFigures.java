package ductus.task.handwriting.synthesis;

import java.io.Serializable;

/**
 * Figures of how the writing went.
 *
 * @param lines that are written; a long line counts by its parts
 * @param redrawn drawings that were thrown away, since something was wrong with them
 * @param unfinished lines that did not come to an end by themselves
 * @param skipped characters that got no ink
 * @param characters of all lines
 * @param unread edits between the text and what the reader reads, over all lines; −1 if not checked
 */
public record WritingFigures(
    int lines, int redrawn, int unfinished, int skipped, int characters, int unread)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The figures before anything was written. */
  static WritingFigures none(boolean checked) {
    return new WritingFigures(0, 0, 0, 0, 0, checked ? 0 : -1);
  }

  /** The figures of these lines and others. */
  WritingFigures plus(WritingFigures other) {
    return new WritingFigures(
        lines + other.lines,
        redrawn + other.redrawn,
        unfinished + other.unfinished,
        skipped + other.skipped,
        characters + other.characters,
        unread < 0 ? -1 : unread + other.unread);
  }

  /** The figures of drawings that are not kept. */
  static WritingFigures thrownAway(int drawings) {
    return new WritingFigures(0, drawings, 0, 0, 0, 0);
  }

  /** The figures with one more drawing that is kept. */
  WritingFigures plus(Attempt attempt) {
    return plus(
        new WritingFigures(
            1,
            0,
            attempt.trail().ended() ? 0 : 1,
            attempt.skipped(),
            attempt.part().characters().length,
            attempt.unread()));
  }
}
