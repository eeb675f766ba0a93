package ductus.music.musicxml.read;

import ductus.file.BadFileException;
import ductus.music.Score;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Reads MusicXML, partwise and timewise, plain and compressed, all of a file or nothing.
 *
 * <ul>
 *   <li>Track 0 has title, composer, tempo, metre and key; each part has a track; the last one has
 *       the chord symbols, unless a part is called {@link Score#CHORD_TRACK}. Where there is one
 *       part alone, the chords of its symbols sound and the part is {@link Score#MELODY_TRACK}.
 *   <li>Notes sound as long and as high as they are written, transposing instruments as they sound.
 *       Tied notes are one. Grace notes sound before their beat, on the time of the note before.
 *   <li>Repeats, endings, da capo and dal segno are played out; the text under the notes is that of
 *       the verse that is due.
 *   <li>The first bar line is at tick 0: a pickup begins after a rest. A measure that does not fill
 *       its metre is as long as what is in it.
 *   <li>Velocities are those of the dynamics; words, hairpins, articulations and ornaments do not
 *       sound. Fermatas are markers.
 * </ul>
 */
public final class MusicXmlReader {
  /** Largest file, unpacked, in bytes: 64 MiB. */
  public static final int MAX_BYTES = 64 << 20;

  /** Most notes of a file as written, and again as played. */
  public static final int MAX_NOTES = 1 << 19;

  private static final Set<String> ROOTS = Set.of("score-partwise", "score-timewise");
  private static final int BEGINNING = 1 << 14;

  private MusicXmlReader() {}

  /**
   * Reads the score of a file, whatever its ending.
   *
   * @throws BadFileException if it is not a sound MusicXML file; the reason has line and element
   * @throws IOException if it cannot be opened or read
   */
  public static Score read(Path path) throws BadFileException, IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new BadFileException(
          path,
          "must be a MusicXML file but is a "
              + (Files.isDirectory(path) ? "folder" : "device or pipe"));
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new BadFileException(
            path, "a MusicXML file must have at most " + MAX_BYTES + " bytes but this has more");
      }
      return parse(path, isArchive(content) ? PackedMusicXml.read(path) : content);
    }
  }

  /**
   * Reads the score from XML.
   *
   * @param name what to call it in complaints
   * @throws BadFileException if it is not sound MusicXML
   */
  public static Score parse(Path name, byte[] content) throws BadFileException {
    if (content.length == 0) {
      throw new BadFileException(name, "the file is empty");
    }
    XmlCursor xml = new XmlCursor(name, content);
    xml.next(0);
    if (!ROOTS.contains(xml.name())) {
      throw xml.bad("not a MusicXML score: the outermost element must be score-partwise");
    }
    WrittenScore written = new ScoreElement(xml).read();
    return new PlayedScore(name, written).score();
  }

  /** Whether a file is XML that begins as MusicXML does. */
  public static boolean isMusicXml(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      XmlCursor xml = new XmlCursor(file, in.readNBytes(BEGINNING));
      return xml.next(0) && ROOTS.contains(xml.name());
    } catch (BadFileException | IOException e) {
      return false;
    }
  }

  private static boolean isArchive(byte[] content) {
    return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] < ' ';
  }
}
