package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.MelodyScore;
import ductus.music.Score;
import ductus.music.abc.bar.AbcNotices;
import ductus.music.abc.bar.AbcSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads tunes in ABC notation into scores of {@value MelodyScore#TICKS_PER_QUARTER} ticks a
 * quarter.
 *
 * <p>Track 0 has the title, the texts {@code K:} (the key with its mode), {@code C:}, {@code O:}
 * and {@code R:}, tempo, metre and key; track 1, {@link Score#MELODY_TRACK}, the tune, or else each
 * voice has a track; the last one, {@link Score#CHORD_TRACK}, the chord symbols and the chords that
 * they stand for, if there are any. Repeats are played out. The first bar line is at tick 0, so a
 * pickup begins after a rest, and the last bar is filled up with rest.
 */
public final class AbcReader {
  private static final long MOST_BYTES = 1 << 20;

  private AbcReader() {}

  /**
   * Reads a file of one tune.
   *
   * @param notices hears what the reading took liberties with, one line each: {@code tune.abc: line
   *     12: "4" is no chord symbol: read as an annotation}
   * @throws BadFileException if it has no reading; the reason has line and column
   * @throws IOException if it cannot be read at all
   */
  public static Score read(Path path, Consumer<String> notices)
      throws BadFileException, IOException {
    return read(path, content(path), notices);
  }

  /** Reads a file of one tune, and says nothing of the liberties that this takes. */
  public static Score read(Path path) throws BadFileException, IOException {
    return read(path, notice -> {});
  }

  /**
   * Reads one of the tunes of a file.
   *
   * @param number 1 for the first
   * @param notices as for a file of one tune
   */
  public static Score read(Path path, int number, Consumer<String> notices)
      throws BadFileException, IOException {
    OpenedBook book = OpenedBook.of(path);
    if (number < 1 || number > book.tunes().size()) {
      throw book.source()
          .error(
              "the tune must be 1 to %d but was %d"
                  .formatted(Math.max(1, book.tunes().size()), number));
    }
    return read(book.source(), book.tunes().get(number - 1), notices);
  }

  /** Reads one of the tunes of a file, and says nothing of the liberties that this takes. */
  public static Score read(Path path, int number) throws BadFileException, IOException {
    return read(path, number, notice -> {});
  }

  /**
   * Reads the content of a file of one tune.
   *
   * @param path for messages
   * @param notices as for a file
   */
  public static Score read(Path path, byte[] content, Consumer<String> notices)
      throws BadFileException {
    AbcSource source = new AbcSource(path, content);
    List<List<AbcSource.Line>> tunes = source.tunes();
    if (tunes.size() > 1) {
      throw source.error(
          "it has %d tunes: name one of them, such as %s#2"
              .formatted(tunes.size(), path.getFileName()));
    }
    return read(source, tunes.isEmpty() ? List.of() : tunes.get(0), notices);
  }

  /** Reads the content of a file, and says nothing of the liberties that this takes. */
  public static Score read(Path path, byte[] content) throws BadFileException {
    return read(path, content, notice -> {});
  }

  /** Counts the tunes of a file; 1 if it has none that begins with X:. */
  public static int count(Path path) throws BadFileException, IOException {
    return Math.max(1, new AbcSource(path, content(path)).tunes().size());
  }

  static byte[] content(Path path) throws BadFileException, IOException {
    if (Files.size(path) > MOST_BYTES) {
      throw new BadFileException(path, "an ABC file must have 1 MiB at most");
    }
    return Files.readAllBytes(path);
  }

  private static Score read(AbcSource source, List<AbcSource.Line> lines, Consumer<String> heard)
      throws BadFileException {
    AbcNotices notices = new AbcNotices(source);
    try {
      Score score = new AbcTune(source, notices, lines).score();
      notices.lines().forEach(heard);
      return score;
    } catch (ArithmeticException e) {
      throw source.error("its note lengths have no common measure");
    }
  }
}
