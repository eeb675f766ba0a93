package ductus.workbench.corpus;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.abc.AbcReader;
import ductus.music.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that say a score: MIDI, and tunes in ABC notation. */
public final class ScoreFile {
  /** Tunes in ABC notation. */
  public static final PieceKind<Score> ABC =
      new PieceKind<>("ABC", List.of(".abc"), AbcReader::read, ScoreHash::of);

  /** Both kinds. */
  public static final PieceKind<Score> KIND =
      new PieceKind<>(
          "MIDI or ABC",
          Stream.of(PieceKind.MIDI, ABC).flatMap(kind -> kind.endings().stream()).toList(),
          ScoreFile::read,
          ScoreHash::of);

  private ScoreFile() {}

  /**
   * Reads a file, as ABC if it ends in {@code .abc}, else as MIDI.
   *
   * @throws BadFileException if it cannot be used as it stands
   * @throws IOException if it cannot be read
   */
  public static Score read(Path path) throws BadFileException, IOException {
    return ABC.matches(path) ? AbcReader.read(path) : MidiReader.read(path);
  }

  /** Without the ABC files that have a MIDI file of their name beside them, made from them. */
  public static List<Path> withoutSources(List<Path> files) {
    Set<String> midi =
        files.stream()
            .filter(PieceKind.MIDI::matches)
            .map(ScoreFile::stem)
            .collect(Collectors.toSet());
    return files.stream().filter(file -> !ABC.matches(file) || !midi.contains(stem(file))).toList();
  }

  private static String stem(Path file) {
    return file.toString().replaceAll("\\.[^.]*$", "");
  }
}
