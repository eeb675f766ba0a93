package ductus.workbench.corpus;

import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.midi.MidiReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The kind of pieces that a corpus is made of.
 *
 * @param name of such a file, for messages: "MIDI"
 * @param endings of the files, with their dot, in lower case
 * @param reader reads one file
 * @param hash of what was read, the same for pieces that are the same
 */
public record PieceKind<T>(
    String name, List<String> endings, PieceReader<T> reader, Function<T, String> hash) {
  /** MIDI files as scores; the same notes are the same piece. */
  public static final PieceKind<Score> MIDI =
      new PieceKind<>(
          "MIDI", List.of(".mid", ".midi", ".kar", ".smf"), MidiReader::read, ScoreHash::of);

  public PieceKind {
    endings = List.copyOf(endings);
  }

  /** Whether a file's name has one of the endings, in upper or lower case. */
  public boolean matches(Path file) {
    String fileName = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(fileName::endsWith);
  }
}
