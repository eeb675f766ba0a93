package ductus.music.abc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** ABC that keeps less than strictly to the standard: its notes, and what is said of it. */
class AbcLibertiesTest {
  private static final String HEADER = "X:1\nT:Test\nM:4/4\nL:1/4\nK:C\n";

  @Test
  void takesAUnitLengthOfNothingForNone() throws BadFileException {
    String abc = "X:1\nT:a\nM:4/4\nL:0/4\nK:C\nCDEF GABc|]";
    Score score = AbcReader.read(Path.of("x.abc"), abc.getBytes(StandardCharsets.UTF_8));
    assertEquals(8, score.notes().size());
  }

  @Test
  void takesTextsInQuotesForAnnotationsWhereTheyAreNoChords() throws BadFileException {
    Score score = assertNotes("60:1 62:1 64:1 65:1", "\"4\"C \"Segno\"D \"G7\"E \"tr\"F |]");
    assertEquals(
        List.of("G7"),
        score.texts().stream()
            .filter(text -> text.track() == 2 && text.kind() == TextEvent.Kind.TEXT)
            .map(TextEvent::text)
            .toList());
    assertNotice("line 6: \"4\" is no chord symbol: read as an annotation", "\"4\"C4 |]");
    assertNotice(
        "line 6: \"4\" is no chord symbol: read as an annotation, and so in 2 places more",
        "\"4\"C \"3\"C \"0\"C C|]");
    assertNotice("line 6: \"C\" has no note of its own: passed over", "C4 | \"C\" |]");
    assertNotice("line 6: \"G\" has no note of its own: passed over", "\"C\"\"G\"C4 |]");
  }

  @Test
  void saysThatJumpsAreNotPlayed() throws BadFileException {
    assertNotes("60:4 62:4 64:4", "C4 | \"Fine\" D4 | E4 \"D.C.\" |]");
    assertNotice(
        "line 6: \"D.C. al Fine\" is not played: the tune is read as it is written",
        "C4 \"D.C. al Fine\" |]");
    assertNotice(
        "line 6: \"D.S.\" is not played: the tune is read as it is written", "C4 !D.S.! |]");
    assertEquals(List.of(), notices(HEADER + "!segno!C4 | !fine!C4 |]"));
  }

  @Test
  void readsOldDecorationsChordsAndLineEnds() throws BadFileException {
    assertNotes("60:1 62:1 64:1 65:1", "+trill+C !trill!D vuTE !F |]");
    assertNotice("line 6: \"!\" closes no decoration: read as the end of a staff", "C2! C2 |]");
    assertNotes("60:2 64:2 67:2 62:2", "+CEG+2 D2 |]");
    assertNotice(
        "line 6: \"CEG\" is read as a chord between plus signs, as in old ABC", "+CEG+4 |]");
    assertNotes("60:4", "C4 + |]");
  }

  @Test
  void passesOverSignsThatMeanNothingInTheirPlace() throws BadFileException {
    assertNotes("60:2 62:2 64:4", "C2 * D2 | 7E4 |]");
    assertNotice("line 6: \"*\" means nothing here: passed over", "C4 |]*");
    assertNotes("60:4 62:4", "C4 ^ | D4 = |]");
    assertNotice("line 6: an accidental stands before no note: passed over", "C4 ^ |]");
    assertNotes("60:4 62:4", "C4 |[ D4 |]");
    assertNotes("60:2 64:2 62:2", "[(C?Ez)]2 D2 |]");
    assertNotes("60:2 62:2", "C2 y2 D2 |]");
    assertNotes("60:4 62:4", "C4 | : D4 |]");
    assertNotes("60:1.5 62:0.5 64:2", "> C>D E2 |]");
    assertNotes("60:1 62:3", "(1C D3 |]");
    assertNotice("line 6: (1 is no tuplet: read as a slur", "(1C4 |]");
  }

  @Test
  void readsRhythmsOverBarLinesAndInChords() throws BadFileException {
    assertNotes("60:1.5 64:1.5 67:0.5 60:0.5 64:1.5", "[CE]>G C<E |]");
    assertNotes("60:3 62:0.5 64:4", "C2>|D E4 |]");
    assertNotes("60:0.667 62:0.667 64:0.667 65:2", "(3CD|E F2 |]");
    assertNotes("60:0.667 62:0.667 64:0.667 65:0.667 67:1", "(3C (3DEF G |]");
    assertNotice(
        "line 6: a tuplet is not full before the next or the end: read as it stands", "(3CD |]");
  }

  @Test
  void readsTiesToOtherPitchesAsSlurs() throws BadFileException {
    assertNotes("60:2 62:2 64:4", "C2-D2-|E4 |]");
    assertNotice("line 6: a tie leads to no note of its pitch: read as a slur", "C4-|D4 |]");
    assertNotes("60:4", "-C4 |]");
    assertEquals(List.of(), notices(HEADER + "C4-|C4 |]"));
  }

  @Test
  void readsBarsOfAnyLengthAndKeepsTheBarLines() throws BadFileException {
    Score score = assertNotes("60:4 62:5 64:3 65:4", "C4 | D5 | E3 | F4 |]");
    assertEquals(
        List.of(
            new TimeSignature(0, 4, 4),
            new TimeSignature(1920, 5, 4),
            new TimeSignature(1920 + 2400, 3, 4),
            new TimeSignature(3840 + 1920, 4, 4)),
        score.timeSignatures());
    assertNotice(
        "line 6: a bar of 5/4, in 4/4, is not as long as the metre says: read as it stands",
        "C4 | D5 | E4 |]");
    assertEquals(List.of(), notices(HEADER + "G | C4 | C3 |: G | C4 | C3 :|"));
    assertNotes("60:4 62:3", "C4 | D3 |]");
    assertNotes("60:2 62:1 64:3", "C2 [M:3/4] D | E3 |]");
  }

  @Test
  void cutsABarShortThatNoMetreSays() throws BadFileException {
    Score score = assertNotes("60:4 62:0.667 64:4", "C4 | (3:2:1D | E4 |]");
    List<Bar> bars = Bar.layOut(score.timeSignatures(), 480, score.length());
    assertEquals(List.of(0L, 1920L, 2240L), bars.stream().map(Bar::start).toList());
  }

  @Test
  void givesEachBarOfFreeMetreAMetreOfItsOwn() throws BadFileException {
    String abc = "X:1\nM:none\nL:1/4\nK:C\nC3 | D5 | E |]";
    Score score = read(abc, new ArrayList<>());
    assertEquals("60:3 62:5 64:1", spell(score));
    assertEquals(
        List.of("3/4", "5/4", "1/4"),
        score.timeSignatures().stream().map(TimeSignature::toString).toList());
    assertEquals(List.of(), notices(abc));
    assertEquals("60:3", spell(read("X:1\nL:1/4\nK:C\nC3 |]", new ArrayList<>())), "no M:");
    assertEquals(
        List.of("test.abc: line 2: M:FREI is no metre: read as free metre"),
        notices("X:1\nM:FREI\nL:1/4\nK:C\nC3 |]"));
  }

  @Test
  void readsRepeatsThatLackOneEnd() throws BadFileException {
    assertNotes("60:4 62:4 62:4 64:4", "C4 || D4 :| E4 |]");
    assertNotice(
        "line 6: the repeat that ends here has no |: and goes back to the double bar",
        "C4 || D4 :| E4 |]");
    assertNotes("60:4 62:4 60:4 62:4 64:4", "|: C4 || D4 :| E4 |]");
    assertNotes("60:4 60:4 62:4 62:4", "|: C4 |: D4 :|");
    assertNotice(
        "line 6: the repeat has no :| and is repeated where the next begins", "|: C4 |: D4 :|");
    assertNotes("60:4 62:4", "C4 |: D4 |]");
    assertNotice("line 6: the repeat has no :| to the end: played once", "C4 |: D4 |]");
    assertNotes("60:4", ":| C4 |]");
    assertNotes("60:4 60:4 60:4 62:4", "|:: C4 ::| D4 |]");
    assertNotes("60:4 60:4 62:4 62:4", "|: C4 ::: D4 :||");
    assertNotes("60:4 60:4 62:4 62:4", "C4 :[|]|] D4 :|]");
  }

  @Test
  void readsEndingsThatDoNotAddUp() throws BadFileException {
    assertNotes("60:4 62:4 60:4 64:4", "|: C4 |1 D4 |2 E4 |]");
    assertNotice(
        "line 6: ending 1 is not closed by :| but another follows: read as if it were",
        "|: C4 |1 D4 |2 E4 |]");
    assertNotes("60:4 62:4 60:4 64:4", "|: C4 |1 D4 :|3 E4 |]");
    assertNotes("60:4 62:4 60:4 64:4", "|: C4 |1 D4 :| E4 |]");
    assertNotes("60:4 62:4 60:4 64:4", "|: C4 |1 D4 :|1 E4 |]");
    assertNotice("line 6: ending 1 is there twice: played in turn", "|: C4 |1 D4 :|1 E4 |]");
    assertNotes("62:4 64:4", "[1 D4 :|2 E4 |]");
    assertNotes("60:4 62:4 60:4 64:4", "|: C4 |1 D4 :|\n2E4 |]");
    assertNotice("line 6: ending 2-1 is no ending: passed over", "|: C4 |2-1 D4 :|");
    assertNotes("60:4 62:4 60:4 64:4 65:4", "|: C4 |1 D4 :|2 E4 :| F4 |]");
  }

  @Test
  void playsPartsInTheirOrder() throws BadFileException {
    String parts = "M:4/4\nL:1/4\nK:C\nP:A\nC4 :|\nP:B\nD4 |]";
    assertEquals("60:4 60:4 62:4 60:4 60:4", spell(read("P:ABA\n" + parts, new ArrayList<>())));
    assertEquals("62:4 62:4 60:4 60:4", spell(read("P:B2.A\n" + parts, new ArrayList<>())));
    assertEquals("62:4 62:4", spell(read("P:(B)2\n" + parts, new ArrayList<>())));
    assertEquals("60:4 60:4 62:4", spell(read("P:Modern.\n" + parts, new ArrayList<>())));
    assertEquals("60:4 60:4 62:4", spell(read("P:A\n" + parts, new ArrayList<>())));
    assertEquals(
        List.of(
            "test.abc: line 1: part X is in the order of parts but nowhere else: passed over",
            "test.abc: line 6: part A is not in the order of parts: not played"),
        notices("P:XB\n" + parts));
    assertEquals(
        "60:4 64:4 62:4 60:4 64:4",
        spell(
            read(
                "P:ABA\nM:4/4\nL:1/4\nK:C\nP:A\n[V:1] C4 |\n[V:2] E4 |\nP:B\n[V:1] D4 |]\n"
                    + "[V:2] z4 |]",
                new ArrayList<>()),
            0));
  }

  @Test
  void readsPipeKeysAndAccidentalsOfOnesOwn() throws BadFileException {
    assertKey("66:1 61:1 67:1", "Hp", "F C G");
    assertKey("66:1 61:1 67:1", "HP", "F C G");
    assertKey("65:1 60:1 67:1", "none", "F C G");
    assertKey("65:1 60:1 67:1", "", "F C G");
    assertKey("66:1 60:1 67:1", "D =c", "F C G");
    assertKey("66:1 60:1 67:1", "Dmix=c", "F C G");
    assertKey("66:1 60:1 68:1", "D exp ^f ^g", "F C G");
    assertKey("65:1 60:1 70:1", "G minor =e", "F C B");
    assertKey("65:1 60:1 71:1", "Bloc", "F C B");
    assertKey("66:1 60:1 67:1", "G pentatonic", "F C G");
    assertEquals(
        List.of("test.abc: line 2: K:H is no key: read without sharps and flats"),
        notices("M:3/4\nK:H\nC6 |]"));
    assertEquals(
        List.of(
            "test.abc: line 2: K:Am ^g has accidentals that its signature cannot show: the notes"
                + " have them"),
        notices("M:3/4\nK:Am ^g\nC6 |]"));
  }

  @Test
  void soundsAnOctaveOrAnIntervalAwayWhereClefAndFieldsSaySo() throws BadFileException {
    assertKey("48:1", "C clef=treble-8", "C");
    assertKey("72:1", "C treble+8", "C");
    assertKey("60:1", "C bass", "C");
    assertKey("48:1", "C octave=-1", "C");
    assertKey("63:1", "C transpose=3", "C");
    assertNotes("60:4 48:4", "C4 | [K:clef=bass-8] C4 |]");
    assertNotes("62:4", "%%MIDI transpose 2\nC4 |]");
  }

  @Test
  void passesOverFieldsThatItCannotRead() throws BadFileException {
    assertEquals(
        List.of("test.abc: line 3: Q:fast cannot be read: passed over"),
        notices("M:4/4\nL:1/4\nQ:fast\nK:C\nC4 |]"));
    assertNotice("line 6: M:4/5 cannot be read: passed over", "[M:4/5]C4 |]");
    assertEquals(
        List.of(
            "test.abc: line 1: m:~G=G is a macro, which is not applied: the notes are read as they"
                + " stand"),
        notices("m:~G=G\nM:4/4\nK:C\nC8 |]"));
    assertEquals(
        List.of("test.abc: line 2: a line before K: is neither field nor music: passed over"),
        notices("T:a\nhello\nM:4/4\nK:C\nC8|]"));
  }

  @Test
  void readsTemposOfOldInUnitNoteLengths() throws BadFileException {
    assertEquals(40, tempo("80"), 1e-3);
    assertEquals(60, tempo("C3=40"), 1e-3);
  }

  @Test
  void endsATuneAtAnEmptyLine() throws BadFileException {
    assertNotes("60:4", "C4 |\n\nD4 |]");
    assertNotice(
        "line 8: a line follows the empty line that ended the tune: passed over", "C4 |\n\nD4 |]");
  }

  @Test
  void readsVoicesWithinLinesAndBars() throws BadFileException {
    String voices = "[V:1] C4 |[V:2] E4 |[V:1] D4 |[V:2] F4 |]";
    assertEquals("60:4 64:4 62:4 65:4", spell(read(HEADER + voices, new ArrayList<>()), 0));
    assertNotes("60:4 64:2 65:2 62:4", "C4 & E2 F2 | D4 |]");
    Score score = assertNotes("60:3 64:1 62:1 67:4", "C3 D & E | G4 |]");
    assertEquals(1920, score.notes().get(3).onset());
  }

  @Test
  void leavesTypesetTextAndOldLineEndsAside() throws BadFileException {
    assertNotes("60:4 62:4", "C4 |\n%%begintext\nA bad age\n%%endtext\nD4 |]");
    Score score = read("X:1\rM:4/4\rL:1/4\rK:C\rC4 |\rD4 |]\r", new ArrayList<>());
    assertEquals("60:4 62:4", spell(score));
  }

  private static double tempo(String field) throws BadFileException {
    return read("M:4/4\nL:1/8\nQ:" + field + "\nK:C\nC8|]", new ArrayList<>())
        .tempos()
        .get(0)
        .quartersPerMinute();
  }

  private static void assertKey(String notes, String key, String music) throws BadFileException {
    String abc = "M:" + notes.split(" ", -1).length + "/4\nL:1/4\nK:" + key + "\n" + music + " |]";
    assertEquals(notes, spell(read(abc, new ArrayList<>())), key);
  }

  private static Score assertNotes(String notes, String music) throws BadFileException {
    Score score = read(HEADER + music, new ArrayList<>());
    assertEquals(notes, spell(score), music);
    return score;
  }

  private static void assertNotice(String notice, String music) throws BadFileException {
    List<String> found = notices(HEADER + music);
    assertTrue(found.contains("test.abc: " + notice), found + " in " + music);
  }

  private static List<String> notices(String abc) throws BadFileException {
    List<String> notices = new ArrayList<>();
    read(abc, notices);
    return notices;
  }

  private static Score read(String abc, List<String> notices) throws BadFileException {
    return AbcReader.read(Path.of("test.abc"), abc.getBytes(StandardCharsets.UTF_8), notices::add);
  }

  private static String spell(Score score) {
    return spell(score, 1);
  }

  /**
   * The notes as pitch:quarters.
   *
   * @param track of the notes; 0 for all
   */
  private static String spell(Score score, int track) {
    return score.notes().stream()
        .filter(note -> track == 0 || note.track() == track)
        .map(note -> note.pitch() + ":" + quarters(note))
        .collect(Collectors.joining(" "));
  }

  private static String quarters(Note note) {
    String text = String.format(Locale.ROOT, "%.3f", note.duration() / 480.0);
    return text.replaceAll("\\.?0+$", "");
  }
}
