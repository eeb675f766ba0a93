package ductus.corpus.line;

import ductus.ink.Handwriting;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Whether a piece of ink is a line that can be learned from.
 *
 * @param writer who wrote it; its folder where that is not known
 * @param characters of its text; 0 where it is no line
 * @param passedOver what pieces it is one of, such as {@code without a text}; empty for a line
 */
public record LineVerdict(String writer, int characters, String passedOver)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Judges a piece as training does.
   *
   * @param file that it is in
   */
  public static LineVerdict of(Handwriting piece, Path file) {
    String writer = piece.writer().orElse(LineFile.unknownWriter(file));
    LineCleaning.Cleaned cleaned = LineCleaning.of(piece, file.toString(), writer);
    return new LineVerdict(
        writer,
        cleaned
            .line()
            .map(CorpusLine::text)
            .map(text -> text.codePointCount(0, text.length()))
            .orElse(0),
        cleaned.reason());
  }
}
