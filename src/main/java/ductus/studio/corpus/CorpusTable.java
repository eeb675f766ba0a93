package ductus.studio.corpus;

import ductus.inspection.ink.LineTally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read in a corpus, in the words of {@code ductus inspect}.
 *
 * @param id as {@link CorpusFolder#id}
 * @param own whether it may be changed
 * @param path of the folder, for the command line
 * @param rows by name
 * @param learnable lines of people in all of it that can be learned from; null if there are none
 * @param standBack number of files that stand back for those of their names in another format
 */
record CorpusTable(
    String id,
    String name,
    boolean own,
    String path,
    List<Row> rows,
    LineTally.@Nullable Learnable learnable,
    int standBack) {
  /** What became of a file. */
  enum State {
    READ,
    TWICE,
    LEFT_OUT
  }

  /**
   * A piece, or a file that is none.
   *
   * @param name of the file below the corpus, with the number of the tune in a book of several
   * @param kind MIDI, ABC, MusicXML or a format of ink
   * @param why it was left out; of a duplicate, which piece it equals; of a piece that was read,
   *     what it cannot be used for; empty where there is nothing to say
   */
  record Row(
      String name,
      State state,
      String kind,
      String why,
      @Nullable Music music,
      @Nullable Ink ink,
      @Nullable Text text) {}

  /**
   * A piece of music.
   *
   * @param seconds its length
   * @param metre at its start
   * @param key of its melody; null where none was found
   */
  record Music(int bars, int notes, double seconds, String metre, @Nullable String key) {}

  /**
   * A file of ink.
   *
   * @param pieces drawings or lines in it
   * @param lines how many of them are lines of people that can be learned from
   */
  record Ink(int pieces, int strokes, int points, long lines) {}

  /** A text or a table. */
  record Text(int characters, int lines) {}
}
