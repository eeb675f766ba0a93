package ductus.corpus.line;

import ductus.ink.Handwriting;
import ductus.ink.PackedInk;
import ductus.ink.hand.Characters;
import java.util.Optional;

/**
 * A line, or a word, that somebody wrote.
 *
 * @param source its file and its number in it
 * @param writer who wrote it; the file's name where that is not known
 * @param text what it says, composed (NFC), words a space apart
 * @param ink prepared: baseline at 0, x-height 1, rows joined to one
 */
public record CorpusLine(String source, String writer, String text, PackedInk ink) {
  /** The line as handwriting, of unknown times and pressures. */
  public Handwriting handwriting() {
    return new Handwriting(ink.strokes(), Optional.of(text), Optional.of(writer));
  }

  /** The text as networks spell it: decomposed, with plain characters. */
  public String spelled() {
    return Characters.plain(text);
  }
}
