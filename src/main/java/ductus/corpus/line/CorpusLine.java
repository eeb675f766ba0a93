package ductus.corpus.line;

import ductus.file.Sha256;
import ductus.ink.Handwriting;
import ductus.ink.PackedInk;
import ductus.ink.hand.Characters;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line, or a word, that somebody wrote.
 *
 * @param source its file and its number in it
 * @param writer name of who wrote it; its folder's where that is not known
 * @param text what it says, composed (NFC), words a space apart
 * @param ink prepared: baseline at 0, x-height 1, rows joined to one
 */
public record CorpusLine(String source, String writer, String text, PackedInk ink) {
  private static final int HASH_LENGTH = 16;

  /** A hash by which models remember whose lines they learned. */
  public String writerHash() {
    return Sha256.hex(writer.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_LENGTH);
  }

  /** The line as handwriting, of unknown times and pressures. */
  public Handwriting handwriting() {
    return new Handwriting(ink.strokes(), Optional.of(text), Optional.of(writer));
  }

  /** The text as networks spell it: decomposed, with plain characters. */
  public String spelled() {
    return Characters.plain(text);
  }
}
