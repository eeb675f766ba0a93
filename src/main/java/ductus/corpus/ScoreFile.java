package ductus.corpus;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.abc.AbcReader;
import ductus.music.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files that say a score: MIDI, and tunes in ABC notation. A path such as {@code book.abc#2} names
 * the second tune of an ABC file that has several.
 */
public final class ScoreFile {
  private static final List<String> ABC_ENDINGS = List.of(".abc");
  private static final Pattern NUMBERED =
      Pattern.compile("(.*\\.abc)#(\\d{1,6})", Pattern.CASE_INSENSITIVE);

  /** Tunes in ABC notation. */
  public static final PieceKind<Score> ABC =
      new PieceKind<>(
          "ABC",
          ABC_ENDINGS,
          ScoreFile::isAbc,
          ScoreFile::read,
          ScoreHash::of,
          ScoreFile::withBooksOpened);

  /**
   * The kind of pieces in files of MIDI and ABC. An ABC file that has a MIDI file of its name
   * beside it stands back for that.
   */
  public static final PieceKind<Score> KIND =
      new PieceKind<>(
          "MIDI or ABC",
          Stream.of(PieceKind.MIDI, ABC).flatMap(kind -> kind.endings().stream()).toList(),
          file -> PieceKind.MIDI.matches(file) || isAbc(file),
          ScoreFile::read,
          ScoreHash::of,
          files -> withBooksOpened(withoutSources(files)));

  private ScoreFile() {}

  /**
   * Reads a file, as ABC if it ends in {@code .abc}, or in {@code .abc#} and the number of a tune,
   * else as MIDI.
   *
   * @param notices hears what the reading took liberties with, a line with path and place each
   * @throws BadFileException if it cannot be used as it stands
   * @throws IOException if it cannot be read
   */
  public static Score read(Path path, Consumer<String> notices)
      throws BadFileException, IOException {
    if (!isAbc(path)) {
      return MidiReader.read(path);
    }
    Matcher numbered = NUMBERED.matcher(path.toString());
    if (numbered.matches() && !Files.exists(path)) {
      return AbcReader.read(
          Path.of(numbered.group(1)), Integer.parseInt(numbered.group(2)), notices);
    }
    return AbcReader.read(path, notices);
  }

  /** Reads a file, and says nothing of the liberties that this takes. */
  public static Score read(Path path) throws BadFileException, IOException {
    return read(path, notice -> {});
  }

  private static boolean isAbc(Path path) {
    return PieceKind.endsInOne(path, ABC_ENDINGS) || NUMBERED.matcher(path.toString()).matches();
  }

  /** Each tune of ABC files with several as a path of its own. */
  private static List<Path> withBooksOpened(List<Path> files) {
    List<Path> tunes = new ArrayList<>(files.size());
    for (Path file : files) {
      int count = PieceKind.endsInOne(file, ABC_ENDINGS) ? count(file) : 1;
      for (int number = 1; number <= count; number++) {
        tunes.add(count == 1 ? file : file.resolveSibling(file.getFileName() + "#" + number));
      }
    }
    return List.copyOf(tunes);
  }

  /** A file that cannot be read says so when it is opened as a tune. */
  private static int count(Path file) {
    try {
      return Files.isRegularFile(file) ? AbcReader.count(file) : 1;
    } catch (BadFileException | IOException e) {
      return 1;
    }
  }

  private static List<Path> withoutSources(List<Path> files) {
    Set<String> midi =
        files.stream()
            .filter(PieceKind.MIDI::matches)
            .map(ScoreFile::stem)
            .collect(Collectors.toSet());
    return files.stream().filter(file -> !isAbc(file) || !midi.contains(stem(file))).toList();
  }

  private static String stem(Path file) {
    return file.toString().replaceAll("\\.[^.]*$", "");
  }
}
