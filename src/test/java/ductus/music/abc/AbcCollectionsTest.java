package ductus.music.abc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.midi.MidiReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collections of tunes as people wrote them, where they lie beside the project. */
class AbcCollectionsTest {
  private static final Path MUSIC = Path.of("../shared/data/music");

  /** Every so many tunes one is compared with what abc2midi reads. */
  private static final int STEP = 23;

  private static final Pattern FIELD = Pattern.compile("[A-Za-z+]:[^|:].*|[A-Za-z+]:|%.*");

  /** What abc2midi plays in a fashion of its own: ornaments, and what it takes for chords. */
  private static final Pattern ORNAMENT =
      Pattern.compile("\"[^\"]*\"|\\{[^}]*}|![A-Za-z0-9.:()<>^+/~*#-]{1,32}!|[~.hi-wHI-W]");

  private static final Pattern INLINE_FIELD = Pattern.compile("\\[[A-Za-z]:.*");

  private final Path folder;

  AbcCollectionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ryans-mammoth", "oneills", "airds-airs", "essen"})
  void readsPracticallyAllTunes(String collection) throws Exception {
    List<String> tunes = tunes(collection);
    List<String> refused = new ArrayList<>();
    for (String tune : tunes) {
      try {
        read(tune);
      } catch (BadFileException e) {
        refused.add(e.reason());
      }
    }
    assertTrue(refused.size() <= 0.02 * tunes.size(), refused.size() + " refused: " + refused);
  }

  /**
   * A sample has the notes that abc2midi reads. Its ornaments are left out of what it is given, as
   * is the rhythm's name, by which it swings hornpipes. What remains differs where repeats are not
   * marked at both ends, which it reads in its own way: 6 % of all of Aird's and Ryan's, of a
   * sample also twice that.
   */
  @ParameterizedTest
  @ValueSource(strings = {"ryans-mammoth", "oneills", "airds-airs", "essen"})
  void hasTheNotesThatAbc2midiReads(String collection) throws Exception {
    assumeTrue(hasAbc2midi(), "no abc2midi here (Debian package abcmidi)");
    List<String> tunes = tunes(collection);
    List<String> different = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < tunes.size(); i += STEP) {
      List<Note> theirs = abc2midi(plain(tunes.get(i)));
      if (theirs.isEmpty()) {
        continue;
      }
      compared++;
      String ours = spell(read(tunes.get(i)), 0);
      if (!ours.equals(spell(theirs, 1))) {
        different.add(tunes.get(i).lines().limit(2).toList().toString());
      }
    }
    assertTrue(compared > 0, "abc2midi read nothing");
    assertTrue(different.size() <= 0.15 * compared, different.toString());
  }

  private static List<Note> read(String tune) throws BadFileException {
    Score score = AbcReader.read(Path.of("tune.abc"), tune.getBytes(StandardCharsets.UTF_8));
    int chords =
        score.texts().stream()
            .filter(text -> text.text().equals(Score.CHORD_TRACK))
            .mapToInt(text -> text.track())
            .findFirst()
            .orElse(-1);
    return score.notes().stream().filter(note -> note.track() != chords).toList();
  }

  private List<Note> abc2midi(String tune) throws IOException, InterruptedException {
    Path abc = folder.resolve("tune.abc");
    Path midi = folder.resolve("tune.mid");
    Files.writeString(abc, tune, StandardCharsets.ISO_8859_1);
    Files.deleteIfExists(midi);
    Process process =
        new ProcessBuilder("abc2midi", abc.toString(), "-o", midi.toString(), "-NGRA", "-NFER")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    try {
      return Files.exists(midi) ? MidiReader.read(midi).notes() : List.of();
    } catch (BadFileException e) {
      return List.of();
    }
  }

  private static boolean hasAbc2midi() {
    try {
      return new ProcessBuilder("abc2midi", "-ver").start().waitFor() >= 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * The notes from the first on, on a grid of 480ths of a whole note, as both round triplets.
   *
   * @param late ticks that each note begins late: abc2midi leaves a gap of one
   */
  private static String spell(List<Note> notes, int late) {
    StringBuilder words = new StringBuilder();
    List<Note> sorted = new ArrayList<>(notes);
    sorted.sort(
        Comparator.comparingLong(Note::onset)
            .thenComparingInt(Note::pitch)
            .thenComparingLong(Note::end));
    long first = sorted.get(0).onset() - late;
    for (Note note : sorted) {
      long onset = note.onset() - late - first;
      words
          .append(Math.round(onset / 8.0))
          .append('+')
          .append(Math.round((note.end() - first) / 8.0))
          .append(':')
          .append(note.pitch())
          .append(' ');
    }
    return words.toString();
  }

  /** The tune without ornaments and chord symbols, and without the time that a chord is spread. */
  private static String plain(String tune) {
    StringBuilder plain = new StringBuilder("X:1\n");
    boolean music = false;
    for (String line : tune.lines().skip(1).toList()) {
      if (line.startsWith("R:")) {
        continue;
      }
      boolean isMusic =
          music && !FIELD.matcher(line).matches() && !INLINE_FIELD.matcher(line).find();
      plain.append(isMusic ? ORNAMENT.matcher(line).replaceAll("") : line).append('\n');
      if (line.startsWith("K:") && !music) {
        music = true;
        plain.append("%%MIDI gchordoff\n%%MIDI chordattack 0\n");
      }
    }
    return plain.toString();
  }

  private static List<String> tunes(String collection) throws IOException {
    Path of = MUSIC.resolve(collection);
    assumeTrue(Files.isDirectory(of), "no " + of + " here");
    List<Path> files;
    try (Stream<Path> all = Files.walk(of)) {
      files = all.filter(path -> path.toString().endsWith(".abc")).sorted().toList();
    }
    List<String> tunes = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String part : text.split("(?m)^(?=X:)", -1)) {
        if (part.startsWith("X:")) {
          tunes.add(part);
        }
      }
    }
    assertEquals(tunes.size(), count(files), "tunes of " + of);
    return tunes;
  }

  private static int count(List<Path> files) throws IOException {
    int count = 0;
    for (Path file : files) {
      try {
        count += AbcReader.count(file);
      } catch (BadFileException e) {
        count++;
      }
    }
    return count;
  }
}
