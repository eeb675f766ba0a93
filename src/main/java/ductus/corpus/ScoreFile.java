package ductus.corpus;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.abc.AbcReader;
import ductus.music.midi.MidiReader;
import ductus.music.musicxml.read.MusicXmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files that say a score: MIDI, tunes in ABC notation, and MusicXML. A path such as {@code
 * book.abc#2} names the second tune of an ABC file that has several. A file that ends in {@code
 * .xml} is MusicXML if it begins as such.
 */
public final class ScoreFile {
  private static final List<String> ABC_ENDINGS = List.of(".abc");
  private static final String ANY_XML = ".xml";
  private static final List<String> MIDI_BEGINNINGS = List.of("MThd", "RIFF", "\u00F0");
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

  /** Sheets of music in MusicXML, plain and compressed. */
  public static final PieceKind<Score> MUSICXML =
      new PieceKind<>(
          "MusicXML",
          List.of(".musicxml", ".mxl", ANY_XML),
          ScoreFile::isMusicXml,
          MusicXmlReader::read,
          ScoreHash::of);

  /** The kinds in the order in which they count where files of several have one name. */
  private static final List<PieceKind<Score>> RANKED = List.of(PieceKind.MIDI, ABC, MUSICXML);

  /**
   * The kind of pieces in files of MIDI, ABC and MusicXML. A file that has one of a kind before its
   * own, and of its name, beside it stands back for that.
   */
  public static final PieceKind<Score> KIND = anyOf("MIDI, ABC or MusicXML", RANKED);

  /** The same without MIDI. */
  public static final PieceKind<Score> BUT_MIDI = anyOf("ABC or MusicXML", List.of(ABC, MUSICXML));

  /** The same without ABC. */
  public static final PieceKind<Score> BUT_ABC =
      anyOf("MIDI or MusicXML", List.of(PieceKind.MIDI, MUSICXML));

  /** The same without MusicXML. */
  public static final PieceKind<Score> BUT_MUSICXML =
      anyOf("MIDI or ABC", List.of(PieceKind.MIDI, ABC));

  private ScoreFile() {}

  private static PieceKind<Score> anyOf(String name, List<PieceKind<Score>> kinds) {
    return new PieceKind<>(
        name,
        kinds.stream().flatMap(kind -> kind.endings().stream()).toList(),
        file -> kinds.stream().anyMatch(kind -> kind.matches(file)),
        ScoreFile::read,
        ScoreHash::of,
        (files, listener) -> withBooksOpened(oneOfAName(files), listener));
  }

  /**
   * Reads a file, as ABC if it ends in {@code .abc}, or in {@code .abc#} and the number of a tune,
   * as MusicXML if it has an ending of that, else as MIDI.
   *
   * @param notices hears what the reading took liberties with, a line with path and place each
   * @throws BadFileException if it cannot be used as it stands
   * @throws IOException if it cannot be read
   */
  public static Score read(Path path, Consumer<String> notices)
      throws BadFileException, IOException {
    if (!isAbc(path)) {
      if (PieceKind.endsInOne(path, MUSICXML.endings())) {
        return MusicXmlReader.read(path);
      }
      if (Files.isRegularFile(path)
          && !PieceKind.endsInOne(path, PieceKind.MIDI.endings())
          && !beginsAsMidi(path)) {
        throw new BadFileException(
            path,
            "must be MIDI, ABC or MusicXML (.mid, .abc, .musicxml, ...) but is none of these");
      }
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

  /** Whether a file begins as MIDI, plain or packed, or as a dump of system exclusive messages. */
  public static boolean beginsAsMidi(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      String beginning = new String(content.readNBytes(4), StandardCharsets.ISO_8859_1);
      return MIDI_BEGINNINGS.stream().anyMatch(beginning::startsWith);
    }
  }

  private static boolean isAbc(Path path) {
    return PieceKind.endsInOne(path, ABC_ENDINGS) || NUMBERED.matcher(path.toString()).matches();
  }

  /** Whether a file is MusicXML by its ending; one of any XML that is there, by how it begins. */
  private static boolean isMusicXml(Path path) {
    return PieceKind.endsInOne(path, MUSICXML.endings())
        && (!PieceKind.endsInOne(path, List.of(ANY_XML)) || MusicXmlReader.isMusicXml(path));
  }

  /** Each tune of ABC files with several as a path of its own. */
  private static List<Path> withBooksOpened(List<Path> files, ReadingListener listener) {
    List<Path> tunes = new ArrayList<>(files.size());
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      listener.opened(i, files.size());
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

  /** The files without those that stand back for one of a kind before theirs. */
  private static List<Path> oneOfAName(List<Path> files) {
    Map<String, Integer> first =
        files.stream().collect(Collectors.toMap(ScoreFile::stem, ScoreFile::rank, Math::min));
    return files.stream().filter(file -> first.getOrDefault(stem(file), 0) == rank(file)).toList();
  }

  /** Place of a file's kind by its ending; what has none of them counts first, as it was named. */
  private static int rank(Path file) {
    for (int i = 0; i < RANKED.size(); i++) {
      if (PieceKind.endsInOne(file, RANKED.get(i).endings())) {
        return i;
      }
    }
    return 0;
  }

  private static String stem(Path file) {
    String name = file.toString();
    int ending = name.lastIndexOf('.');
    return ending < 0 ? name : name.substring(0, ending);
  }
}
