package ductus.music.abc;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.file.BadFileException;
import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbcReaderTest {
  /** Most tests: 4/4, quarters, C major. Notes come back as pitch:quarters. */
  private static final String HEADER = "X:1\nT:Test\nM:4/4\nL:1/4\nK:C\n";

  @Test
  void readsPitchesAndOctaves() throws BadFileException {
    assertEquals("60:1 71:1 72:1 83:1", melody("C B c b |"));
    assertEquals("48:1 36:1 84:1 96:1", melody("C, C,, c' c'' |"));
  }

  @Test
  void readsLengths() throws BadFileException {
    assertEquals("60:2 60:0.5 60:0.25 60:0.75 60:0.5", melody("C2 C/ C// C3/4 C1/2 |"));
    assertEquals("60:1.5 60:0.25 60:2.25", melody("C3/2 C/4 C9/4 |"));
  }

  @Test
  void readsRests() throws BadFileException {
    assertEquals("60:1 r:1 60:1", melody("C z C z |"));
    assertEquals("60:4 r:8 62:4", melody("C4 | Z2 | D4 |"));
    assertEquals("60:1 r:2 60:1", melody("C x2 C |"));
  }

  @Test
  void keepsAccidentalsToTheEndOfTheBarInAllOctaves() throws BadFileException {
    assertEquals("61:1 61:1 73:1 62:1 60:4", melody("^C C c D | C4 |"));
    assertEquals("61:1 60:1 60:1 60:1", melody("^C =C C C |"));
    assertEquals("59:1 62:1 69:1 69:1", melody("_C ^^C __B B |"));
  }

  @Test
  void appliesTheKeySignatureAndItsModes() throws BadFileException {
    assertEquals("66:1 61:1 67:1 62:1", notes("M:4/4\nL:1/4\nK:D\nF C G D |"));
    assertEquals("66:1 60:1 67:1 62:1", notes("M:4/4\nL:1/4\nK:Ador\nF C G D |"));
    assertEquals("65:1 60:1 68:1 63:1", notes("M:4/4\nL:1/4\nK:C minor\nF C A E |"));
    assertEquals("66:1 60:1 67:1 62:1", notes("M:4/4\nL:1/4\nK:D mix\nF C G D |"));
    assertEquals("70:1 63:1 68:1 61:1", notes("M:4/4\nL:1/4\nK:Db\nB E A D |"));
    assertEquals("66:1 60:1 67:1 62:1", notes("M:4/4\nL:1/4\nK:EM\nF C G D |"));
    assertEquals("65:1 60:1 68:1 63:1", notes("M:4/4\nL:1/4\nK:C M\nF C A E |"));
  }

  @Test
  void joinsTies() throws BadFileException {
    assertEquals("60:2 62:2", melody("C-C D2 |"));
    assertEquals("60:3 61:5 60:3", melody("C3 ^C- | C4 | C3 z |"));
    assertEquals("60:6 62:2", melody("C4- | C2 D2 |"));
    assertEquals("60:6 62:2", melody("C4 | -C2 D2 |"));
    assertEquals("60:2 64:2 64:2", melody("[CE]-[CE] E2 |"));
    assertEquals("60:1 64:2 62:1 62:2", melody("[CE-][DE] D2 |"));
  }

  @Test
  void joinsATieIntoTheFirstAndTheSecondEnding() throws BadFileException {
    assertEquals("60:6 62:2 60:5 64:3", melody("|: C4- |1 C2 D2 :|2 C E3 |]"));
  }

  @Test
  void playsBrokenRhythm() throws BadFileException {
    assertEquals("60:1.5 62:0.5 64:0.5 65:1.5", melody("C>D E<F |"));
    assertEquals("60:1.75 62:0.25 64:2", melody("C>>D E2 |"));
    assertEquals("60:1.5 r:0.5 64:2", melody("C > z E2 |"));
    assertEquals("60:1.5 62:0.5 64:2", melody("C>{e}D E2 |"));
  }

  @Test
  void playsTuplets() throws BadFileException {
    assertEquals("60:0.667 62:0.667 64:0.667 60:2", melody("(3CDE C2 |"));
    assertEquals("60:1.5 62:1.5 64:1", melody("(2CD E |"));
    assertEquals("60:0.75 60:0.75 60:0.75 60:0.75 60:1", melody("(4CCCC C |"));
    assertEquals("60:0.667 62:1.333 60:2", melody("(3:2:2 C D2 C2 |"));
    assertEquals("60:0.4 60:0.4 60:0.4 60:0.4 60:0.4 60:2", melody("(5CCCCC C2 |"));
    assertEquals("60:2 60:2 60:2", notes("M:6/4\nL:1/4\nK:C\n(3:6 CCC |"));
    assertEquals(6, melody("(6CCCCCC C2 |").split(" ", -1).length - 1);
    assertEquals(7, melody("(7CCCCCCC C2 |").split(" ", -1).length - 1);
    assertEquals(9, notes("M:6/8\nL:1/8\nK:C\n(9CCCCCCCCC C3 |").split(" ", -1).length - 1);
  }

  @Test
  void keepsTheNotesOfChords() throws BadFileException {
    assertEquals("60:2 64:2 67:2 60:2", melody("[CEG]2 C2 |"));
    assertEquals("60:2 64:2 60:2", melody("[C2E2] C2 |"));
  }

  @Test
  void leavesOutWhatIsNotNotes() throws BadFileException {
    String plain = "60:1 62:1 64:1 65:1";
    assertEquals(plain, melody("(C D) {ag}E {/b}F |"));
    assertEquals(plain, melody("!trill!C ~D .E uF |"));
    assertEquals(plain, melody("+fermata+C \"^slowly\"D \"<1\"E TF |"));
    assertEquals(plain, melody("C D \\\nE F | % a comment"));
    assertEquals(plain, melody("C`D E F |\nw: la la % la la\nW: more words"));
    assertEquals(plain, melody("%%MIDI program 3\nCDEF|\nN:a note\n"));
  }

  @Test
  void honoursInlineFields() throws BadFileException {
    assertEquals("65:1 66:1 65:2", melody("F [K:G]F [K:C]F2 |"));
    assertEquals("60:4 62:3", melody("C4 | [M:3/4] D3 |]"));
    assertEquals("60:4 62:2 62:2", melody("C4 | [L:1/8] D4 D4 |]"));
    assertEquals("60:4 62:3", melody("C4 |\nM:3/4\nD3 |]"));
    assertEquals(
        List.of(new TimeSignature(0, 4, 4), new TimeSignature(1920, 3, 4)),
        read(HEADER + "C4 | [M:3/4] D3 | D3 |]").timeSignatures());
    assertEquals(
        List.of(new KeySignature(0, 0, false), new KeySignature(1920, 1, true)),
        read(HEADER + "C4 | [K:Em] D4 |]").keySignatures());
    assertEquals(2, read(HEADER + "C4 | [Q:1/4=50] D4 |]").tempos().size());
  }

  @Test
  void playsRepeats() throws BadFileException {
    assertEquals("60:4 60:4 62:4", melody("|: C4 :| D4 |]"));
    assertEquals("60:4 60:4 62:4", melody("C4 :| D4 |]"));
    assertEquals("60:4 60:4 62:4 62:4", melody("|: C4 :: D4 :|"));
    assertEquals("60:4 60:4 62:4 62:4", melody("|: C4 :|: D4 :|"));
    assertEquals("60:4 60:4 62:4 62:4", melody("|: C4 :|\n|: D4 :|"));
    assertEquals("60:4 62:4 62:4", melody("C4 || |: D4 :|"));
    assertEquals("60:4 60:4 62:4 62:4", melody("|: C4 :| |: D4 [|]:|"));
    assertEquals("60:4 60:4 62:4 62:4", melody("|: C4 :| |: D4 |]:|"));
    assertEquals("60:4 62:4 62:4", melody("C4 [|]|: D4 :|]"));
  }

  @Test
  void playsEndings() throws BadFileException {
    assertEquals("60:4 62:4 60:4 64:4", melody("|: C4 |1 D4 :|2 E4 |]"));
    assertEquals("60:4 62:4 60:4 64:4", melody("C4 | [1 D4 :| [2 E4 |]"));
    assertEquals("60:4 62:4 60:4 64:4 65:4 65:4", melody("|: C4 |1 D4 :|2 E4 |: F4 :|"));
    assertEquals("60:4 62:4 60:4 64:4 65:4 65:4", melody("|: C4 |1 D4 :|2 E4 :|: F4 :|"));
    assertEquals("60:4 62:4 60:4 62:4 60:4 64:4", melody("|: C4 |1,2 D4 :|3 E4 |]"));
    assertEquals("60:4 62:4 60:4 62:4 60:4 64:4", melody("|: C4 |1-2 D4 :|3 E4 |]"));
  }

  @Test
  void beginsAPickupBehindARest() throws BadFileException {
    Score score = read(HEADER + "G | c4 | c3 |]");
    assertEquals(3 * 480, score.notes().get(0).onset());
    assertEquals(3 * 1920, score.length());
    assertEquals(1920, score.notes().get(1).onset());
  }

  @Test
  void playsOnFromAStrainIntoItsPickup() throws BadFileException {
    Score score = read(HEADER + "|: G | c4 | c3 :|: E | d4 | d3 :|");
    assertEquals("67:1 72:4 72:3 67:1 72:4 72:3 64:1 74:4 74:3 64:1 74:4 74:3", spell(score));
    assertEquals(9 * 1920, score.length());
  }

  @Test
  void fillsABarUpOverALineWithinTheTune() throws BadFileException {
    assertEquals("67:1 72:4 72:3 64:1 74:4 74:3", melody("G | c4 | c3 || E | d4 | d3 |]"));
  }

  @Test
  void writesTheConductorsTrack() throws BadFileException {
    Score score =
        read(
            "X:1\nT:A Tune\nT:Another\nC:Trad.\nO:Somewhere\nM:6/8\nL:1/8\nQ:3/8=80\nK:Ador\nA6|]");
    assertEquals(List.of(new TempoChange(0, 500_000)), score.tempos());
    assertEquals(List.of(new TimeSignature(0, 6, 8)), score.timeSignatures());
    assertEquals(List.of(new KeySignature(0, 1, true)), score.keySignatures());
    assertEquals(List.of(new ProgramChange(0, 0, 1, 73)), score.programs());
    assertEquals(
        List.of(
            new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, "A Tune"),
            new TextEvent(0, 0, TextEvent.Kind.TEXT, "C:Trad."),
            new TextEvent(0, 0, TextEvent.Kind.TEXT, "O:Somewhere"),
            new TextEvent(0, 0, TextEvent.Kind.TEXT, "K:Ador"),
            new TextEvent(0, 1, TextEvent.Kind.TRACK_NAME, Score.MELODY_TRACK)),
        score.texts());
  }

  @Test
  void choosesTempoUnitAndInstrumentByMetreAndRhythm() throws BadFileException {
    Score score = read("X:1\nM:2/4\nR:Reel\nK:C\nC8|]");
    assertEquals(960, score.notes().get(0).duration(), "sixteenths below 3/4");
    assertEquals(40, score.programs().get(0).program());
    assertEquals(108, score.tempos().get(0).quartersPerMinute(), 1e-3);
    assertEquals(1, read("X:1\nM:C|\nQ:\"Allegro\"\nK:C\nC8|]").tempos().size());
    assertEquals(
        90,
        read("M:C\nQ:\"Slow\" 1/4 1/8 = 60\nK:C\nC8|]").tempos().get(0).quartersPerMinute(),
        1e-3);
  }

  @Test
  void soundsChordSymbols() throws BadFileException {
    Score score = read(HEADER + "\"Am\"c2 \"G/B\"d2 | d4 |]");
    assertEquals(
        List.of(
            new TextEvent(0, 2, TextEvent.Kind.TRACK_NAME, Score.CHORD_TRACK),
            new TextEvent(0, 2, TextEvent.Kind.TEXT, "Am"),
            new TextEvent(960, 2, TextEvent.Kind.TEXT, "G/B")),
        score.texts().stream().filter(text -> text.track() == 2).toList());
    assertEquals(
        "0+960:45 0+960:48 0+960:52 0+960:57"
            + " 960+960:47 960+960:50 960+960:55 960+960:59"
            + " 1920+1920:47 1920+1920:50 1920+1920:55 1920+1920:59",
        score.notes().stream()
            .filter(note -> note.track() == 2)
            .map(note -> note.onset() + "+" + note.duration() + ":" + note.pitch())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void stopsTheChordsWhereTheSymbolsSaySo() throws BadFileException {
    Score score = read(HEADER + "\"C\"c2 \"N.C.\"d2 | d4 |]");
    assertEquals(4, score.notes().stream().filter(note -> note.track() == 2).count());
  }

  @Test
  void readsLatinOneAndWindowsLineEnds(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("tune.abc");
    Files.write(
        file,
        "T:\u00c4nnchen\r\nM:4/4\r\nL:1/4\r\nK:C\r\nCDEF|\r\n\r\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("\u00c4nnchen", AbcReader.read(file).texts().get(0).text());
    Files.writeString(file, "\ufeffT:\u00c4nnchen\nM:4/4\nL:1/4\nK:C\nCDEF|\n");
    assertEquals("\u00c4nnchen", AbcReader.read(file).texts().get(0).text());
  }

  @Test
  void readsEveryTuneThatShips() throws IOException, BadFileException {
    Path folder = Path.of("corpora/melodies");
    assumeTrue(Files.isDirectory(folder), "no corpora/melodies here");
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.filter(path -> path.toString().endsWith(".abc")).sorted().toList();
    }
    for (Path file : files) {
      Score score = AbcReader.read(file);
      assertEquals(score, AbcReader.read(file), file.toString());
      assertTrue(score.length() > 3 * 480 * 2, file.toString());
    }
  }

  private static String melody(String music) throws BadFileException {
    return notes(HEADER.substring(HEADER.indexOf("M:")) + music);
  }

  private static String notes(String abc) throws BadFileException {
    return spell(read(abc));
  }

  private static Score read(String abc) throws BadFileException {
    return AbcReader.read(Path.of("test.abc"), abc.getBytes(StandardCharsets.UTF_8));
  }

  /** The tune as pitch:quarters, with rests between notes as r:quarters. */
  private static String spell(Score score) {
    StringBuilder words = new StringBuilder();
    long end = Long.MAX_VALUE;
    for (Note note : score.notes()) {
      if (note.track() != 1) {
        continue;
      }
      if (note.onset() > end) {
        words.append("r:").append(quarters(note.onset() - end)).append(' ');
      }
      words.append(note.pitch()).append(':').append(quarters(note.duration())).append(' ');
      end = note.end();
    }
    return words.toString().strip();
  }

  @Test
  void readsSeveralVoicesEachIntoATrackOfItsOwn() throws Exception {
    Score score =
        read(
            """
            X:1
            M:4/4
            L:1/4
            V:T name="Treble"
            V:B clef=bass
            K:C
            V:T
            %%MIDI program 40
            "C"c4 |
            V:B
            C,4 |
            [V:T] "G"d4 |]
            V:B
            %%MIDI program 42
            G,,4 |]
            """);
    assertEquals(
        List.of("1 72", "2 48", "1 74", "2 43"),
        score.notes().stream()
            .filter(note -> note.track() < 3)
            .sorted(Comparator.comparingLong(Note::onset).thenComparingInt(Note::track))
            .map(note -> note.track() + " " + note.pitch())
            .toList());
    assertEquals(
        List.of("Treble", "Voice 2", Score.CHORD_TRACK),
        score.texts().stream()
            .filter(text -> text.kind() == TextEvent.Kind.TRACK_NAME)
            .map(TextEvent::text)
            .toList());
    assertEquals(
        List.of(40, 42, 24), score.programs().stream().map(ProgramChange::program).toList());
  }

  @Test
  void readsDrumsWhereADirectiveSaysSo() throws Exception {
    Score score = read("M:4/4\nL:1/4\nK:C\n%%MIDI channel 10\nC,,4 |]\n");
    assertTrue(score.notes().get(0).isDrum());
  }

  @Test
  void readsEachTuneOfABook(@TempDir Path folder) throws Exception {
    String tune = "X:%d\nT:%s\nM:4/4\nL:1/4\nK:C\n%s4 |]\n\n";
    Path book = folder.resolve("book.abc");
    Files.writeString(book, tune.formatted(7, "One", "C") + tune.formatted(9, "Two", "D"));
    assertEquals(2, AbcReader.count(book));
    assertEquals(60, AbcReader.read(book, 1).notes().get(0).pitch());
    assertEquals(62, AbcReader.read(book, 2).notes().get(0).pitch());
    assertBadFile("the tune must be 1 to 2 but was 3", () -> AbcReader.read(book, 3));
    assertBadFile(
        "it has 2 tunes: name one of them, such as book.abc#2", () -> AbcReader.read(book));
  }

  @Test
  void anAccidentalGoesOnOverABarLineForTheTiedNoteOnly() throws Exception {
    Score score = read("M:4/4\nL:1/4\nK:C\n^F2 A2- | [FA]4 |]\n");
    assertEquals(List.of(65, 66, 69), pitches(score));
  }

  private static List<Integer> pitches(Score score) {
    return score.notes().stream().map(Note::pitch).sorted().toList();
  }

  private static String quarters(long ticks) {
    String text = String.format(Locale.ROOT, "%.3f", ticks / 480.0);
    return text.replaceAll("\\.?0+$", "");
  }
}
