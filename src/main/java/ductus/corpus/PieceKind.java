package ductus.corpus;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The kind of pieces that a corpus is made of.
 *
 * @param name of such a file, for messages: "MIDI"
 * @param endings of the files, with their dot, in lower case; or else the names of their formats
 * @param test whether a file looks like one
 * @param reader reads one file
 * @param hash of what was read, the same for pieces that are the same
 * @param choice of the files of a folder, or one file, those that are pieces; a file that holds
 *     several becomes one path for each
 */
public record PieceKind<T>(
    String name,
    List<String> endings,
    Predicate<Path> test,
    PieceReader<T> reader,
    Function<T, String> hash,
    PieceChoice choice) {
  /** MIDI files as scores; the same notes are the same piece. */
  public static final PieceKind<Score> MIDI =
      new PieceKind<>(
          "MIDI", List.of(".mid", ".midi", ".kar", ".smf"), MidiReader::read, ScoreHash::of);

  /** Reads one file as a piece; called by several threads at a time. */
  @FunctionalInterface
  public interface PieceReader<T> {
    /**
     * Reads a file.
     *
     * @throws BadFileException if the file cannot be used as it stands
     * @throws IOException if it cannot be read
     */
    T read(Path file) throws BadFileException, IOException;
  }

  /** Chooses the pieces among files. */
  @FunctionalInterface
  public interface PieceChoice {
    /**
     * Chooses.
     *
     * @param files of a folder, or one file
     * @param listener told how many of them were opened, where that is necessary
     */
    List<Path> of(List<Path> files, ReadingListener listener);
  }

  public PieceKind {
    endings = List.copyOf(endings);
  }

  /** A kind whose files are known by their endings, in upper or lower case. */
  public PieceKind(
      String name, List<String> endings, PieceReader<T> reader, Function<T, String> hash) {
    this(name, endings, file -> endsInOne(file, endings), reader, hash);
  }

  /** A kind of which each file is a piece. */
  public PieceKind(
      String name,
      List<String> endings,
      Predicate<Path> test,
      PieceReader<T> reader,
      Function<T, String> hash) {
    this(name, endings, test, reader, hash, (files, listener) -> files);
  }

  /** Returns the kind of the same files read as something else. */
  public <R> PieceKind<R> as(PieceReader<R> other, Function<R, String> otherHash) {
    return new PieceKind<>(name, endings, test, other, otherHash, choice);
  }

  static boolean endsInOne(Path file, List<String> endings) {
    String fileName = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(fileName::endsWith);
  }

  /** Whether a file looks like one of these. */
  public boolean matches(Path file) {
    return test.test(file);
  }
}
