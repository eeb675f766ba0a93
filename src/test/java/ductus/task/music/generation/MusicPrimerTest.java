package ductus.task.music.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.generate.Prompt;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.MelodyScore;
import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.midi.MidiWriter;
import ductus.run.TinyRuns;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicPrimerTest {
  private static final MusicRequest.Header OPEN = MusicRequest.Header.OPEN;
  private static final MusicTrainingConfig.Keys OWN = MusicTrainingConfig.Keys.OWN;
  private static final int METRE = 2;
  private static final int KEY = 3;
  private static final int HEADER = 5;

  private final Path folder;

  MusicPrimerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static List<Integer> tokens(String primer, MusicRequest.Header header)
      throws BadFileException, IOException {
    return MusicPrimer.opening(new MelodyKind(), primer, header, OWN).tokens();
  }

  private static String refusal(String primer, MusicRequest.Header header) {
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class,
                () -> MusicPrimer.opening(new MelodyKind(), primer, header, OWN))
            .getMessage());
  }

  private static MusicRequest.Header metre(int numerator, int denominator) {
    return new MusicRequest.Header(new TimeSignature(0, numerator, denominator), null, null, null);
  }

  private Path midi(String name, Melody melody) throws IOException {
    return Files.write(folder.resolve(name), MidiWriter.write(MelodyScore.of(melody, 0, 90)));
  }

  /** The place of the first step, behind header and plan. */
  private static int body(List<Integer> tokens) {
    int first = HEADER;
    while (MelodyVocabulary.PLAN.contains(tokens.get(first))) {
      first++;
    }
    return first;
  }

  private static int on(int pitch) {
    return MelodyVocabulary.onsetToken(pitch);
  }

  @Test
  void takesTypedNotesToTheEndOfTheLastOne() throws Exception {
    List<Integer> tokens = tokens("C5q D5q E5q F5q | G5q", OPEN);
    assertEquals(MelodyVocabulary.START, tokens.get(0));
    assertEquals(MelodyVocabulary.metreToken(new TimeSignature(0, 4, 4)), tokens.get(METRE));
    assertEquals(Prompt.OPEN, tokens.get(HEADER - 1), "the length is the model's");
    int grid = MelodyVocabulary.stepsPerQuarter(tokens.get(1));
    int body = body(tokens);
    assertEquals(body + 5 * grid, tokens.size());
    for (int i = 0; i < 5; i++) {
      assertEquals(on(List.of(60, 62, 64, 65, 67).get(i)), tokens.get(body + i * grid));
      for (int step = 1; step < grid; step++) {
        assertEquals(MelodyVocabulary.HOLD, tokens.get(body + i * grid + step));
      }
    }
  }

  @Test
  void takesOneNote() throws Exception {
    List<Integer> tokens = tokens("G5h", OPEN);
    assertEquals(on(67), tokens.get(body(tokens)));
  }

  @Test
  void isInTheMetreThatIsAskedForWhereItSaysNone() throws Exception {
    TimeSignature waltz = new TimeSignature(0, 3, 4);
    assertEquals(MelodyVocabulary.metreToken(waltz), tokens("C5q D5q E5q", metre(3, 4)).get(METRE));
    assertEquals(
        MelodyVocabulary.metreToken(waltz), tokens("TIME:3/4 C5q D5q E5q", OPEN).get(METRE));
    assertEquals(
        MelodyVocabulary.metreToken(waltz), tokens("TIME:3/4 C5q D5q E5q", metre(3, 4)).get(METRE));
  }

  @Test
  void isInTheKeyThatIsAskedFor() throws Exception {
    MusicRequest.Header dorian = new MusicRequest.Header(null, 2, Mode.DORIAN, null);
    assertEquals(
        MelodyVocabulary.keyToken(new Key(2, Mode.DORIAN)), tokens("C5q D5q E5h", dorian).get(KEY));
  }

  @Test
  void refusesToBeInTwoMetresOrModes() {
    assertEquals(
        "primer TIME:3/4 C5q D5q E5q: is in 3/4, but 4/4 is asked for",
        refusal("TIME:3/4 C5q D5q E5q", metre(4, 4)));
    String refusal =
        refusal("C5q E5q G5q C6q", new MusicRequest.Header(null, null, Mode.MINOR, null));
    assertTrue(refusal.contains("is in C major, but minor is asked for"), refusal);
  }

  @Test
  void readsMidiAndAbc() throws Exception {
    Melody tune = TinyRuns.tune(3);
    List<Integer> midi = tokens(midi("tune.mid", tune).toString(), OPEN);
    assertEquals(MelodyVocabulary.keyToken(tune.key()), midi.get(KEY));
    assertEquals(on(tune.notes().get(0).pitch()), midi.get(body(midi)));
    assertEquals(midi, tokens(midi("tune without ending", tune).toString(), OPEN));
    Path abc =
        Files.writeString(
            folder.resolve("tune.ABC"), "X:1\nT:x\nM:3/4\nL:1/4\nK:G\nG A B | c3 |]\n");
    List<Integer> tokens = tokens(abc.toString(), OPEN);
    assertEquals(MelodyVocabulary.keyToken(new Key(7, Mode.MAJOR)), tokens.get(KEY));
    assertEquals(on(67), tokens.get(body(tokens)));
  }

  @Test
  void movesToTheCommonKeyOfAModelThatLearnedInOne() throws Exception {
    MusicRequest.Opening opening =
        MusicPrimer.opening(
            new MelodyKind(),
            "KGmaj G5q A5q B5q G5q",
            new MusicRequest.Header(null, 7, Mode.MAJOR, null),
            MusicTrainingConfig.Keys.COMMON);
    assertEquals(MelodyVocabulary.keyToken(new Key(0, Mode.MAJOR)), opening.tokens().get(KEY));
    assertEquals(on(67 - opening.shift()), opening.tokens().get(body(opening.tokens())));
    assertEquals(7, Math.floorMod(opening.shift(), 12));
  }

  @Test
  void namesNotesThatTheVocabularyLacks() {
    String low = refusal("C5q C1q", OPEN);
    assertEquals(
        "primer C5q C1q: pitch must be 36 to 95 (C2 to B6) but was 12;"
            + " in JFugue's notation, where C5 is middle C, C3 to B7",
        low);
    assertTrue(refusal("[120]q", OPEN).contains("but was 120"));
    assertTrue(refusal("TIME:13/8 C5q D5q", OPEN).contains("13/8"));
  }

  @Test
  void namesNotesThatItDoesNotUnderstand() {
    assertEquals(1, refusal("C5q H5q", OPEN).lines().count());
    assertTrue(refusal("C5q H5q", OPEN).contains("column 5"));
    assertTrue(refusal("", OPEN).contains("primer must have a note"));
    assertTrue(refusal("Rq Rh", OPEN).contains("primer must have a note"));
  }

  @Test
  void refusesATuneThatIsTooLongToGoOn() throws Exception {
    for (int bars : new int[] {63, 64, 200}) {
      List<MelodyNote> notes = new ArrayList<>();
      for (int bar = 0; bar < bars; bar++) {
        notes.add(new MelodyNote(16 * bar, 16, 60 + bar % 12));
      }
      Melody tune =
          new Melody(
              4,
              16 * bars,
              List.of(new TimeSignature(0, 4, 4)),
              new Key(0, Mode.MAJOR),
              100,
              notes);
      String file = midi("long-" + bars + ".mid", tune).toString();
      if (bars < 64) {
        assertTrue(tokens(file, OPEN).size() > HEADER + bars);
      } else {
        assertEquals(
            "primer %s: must have 63 bars at most, so that it can go on, but has %d"
                .formatted(file, bars),
            refusal(file, OPEN));
      }
    }
  }

  /** A few bytes of MIDI can last for ever. */
  @Test
  void refusesATuneWithALongSilenceInIt() throws Exception {
    Path file = Files.write(folder.resolve("silence.mid"), longSilence());
    assertTrue(refusal(file.toString(), OPEN).contains("more than 65536 bars"));
  }

  /** Two notes with seven times the longest delta between them, one tick a quarter note. */
  private static byte[] longSilence() {
    List<Integer> track = new ArrayList<>(List.of(0, 0x90, 60, 90, 1, 0x80, 60, 0));
    for (int i = 0; i < 7; i++) {
      track.addAll(List.of(0xff, 0xff, 0xff, 0x7f, 0xb0, 7, 100));
    }
    track.addAll(List.of(0, 0x90, 62, 90, 1, 0x80, 62, 0, 0, 0xff, 0x2f, 0));
    List<Integer> bytes =
        new ArrayList<>(
            List.of(
                0x4d,
                0x54,
                0x68,
                0x64,
                0,
                0,
                0,
                6,
                0,
                0,
                0,
                1,
                0,
                1,
                0x4d,
                0x54,
                0x72,
                0x6b,
                0,
                0,
                0,
                track.size()));
    bytes.addAll(track);
    byte[] content = new byte[bytes.size()];
    for (int i = 0; i < content.length; i++) {
      content[i] = bytes.get(i).byteValue();
    }
    return content;
  }

  @Test
  void namesFilesThatCannotBeRead() throws Exception {
    Path missing = folder.resolve("none.mid");
    assertThrows(
        NoSuchFileException.class,
        () -> MusicPrimer.opening(new MelodyKind(), missing.toString(), OPEN, OWN));
    Path broken = Files.writeString(folder.resolve("broken.mid"), "MThd");
    assertThrows(
        BadFileException.class,
        () -> MusicPrimer.opening(new MelodyKind(), broken.toString(), OPEN, OWN));
    Path drums =
        Files.write(
            folder.resolve("drums.mid"),
            MidiWriter.write(
                new Score(
                    480,
                    480,
                    List.of(new Note(0, 240, 40, 90, 9, 0)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())));
    assertEquals(
        "primer " + drums + ": it has no notes but drums", refusal(drums.toString(), OPEN));
  }
}
