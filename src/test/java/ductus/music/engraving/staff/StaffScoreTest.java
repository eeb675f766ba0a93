package ductus.music.engraving.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.engraving.EngravedScores;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffScoreTest {
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void fillsEachBarOfEachVoice(long seed) {
    StaffScore score = StaffScore.of(EngravedScores.random(seed, 80), "");
    for (Staff staff : score.staves()) {
      assertEquals(score.bars().size(), staff.bars().size());
      for (StaffBar bar : staff.bars()) {
        for (List<StaffSign> voice : bar.voices()) {
          int units = voice.stream().mapToInt(StaffSign::units).sum();
          assertEquals(bar.bar().length(), units, () -> "seed " + seed + " " + voice);
        }
      }
    }
  }

  @Test
  void setsFourVoicesOnTwoStaves() {
    List<Note> notes = new ArrayList<>();
    for (int voice = 0; voice < 4; voice++) {
      int pitch = 72 - 7 * voice;
      notes.addAll(EngravedScores.melody(voice, pitch, 24, pitch + 2, 24));
    }
    StaffScore score = StaffScore.of(EngravedScores.of(4, 4, notes), "");
    assertEquals(List.of(Clef.TREBLE, Clef.BASS), clefs(score));
    assertEquals(List.of(new Joint(0, 1, false)), score.joints());
    assertEquals(2, score.staves().get(0).bars().get(0).voices().size());
  }

  @Test
  void setsAPianoOnTwoStaves() {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      notes.add(new Note(12L * i, 12, 72 + i, 80, 0, 0));
      notes.add(new Note(12L * i, 12, 45 + i, 80, 0, 0));
    }
    StaffScore score = StaffScore.of(EngravedScores.of(4, 4, notes), "");
    assertEquals(List.of(Clef.TREBLE, Clef.BASS), clefs(score));
    assertEquals(List.of(new Joint(0, 1, true)), score.joints());
  }

  @Test
  void setsDrumsByTheirConventions() {
    List<Note> notes =
        List.of(
            new Note(0, 6, 36, 80, Note.DRUM_CHANNEL, 0),
            new Note(0, 6, 42, 80, Note.DRUM_CHANNEL, 0),
            new Note(12, 6, 38, 80, Note.DRUM_CHANNEL, 0));
    StaffScore score = StaffScore.of(EngravedScores.of(4, 4, notes), "");
    assertEquals(List.of(Clef.PERCUSSION), clefs(score));
    List<StaffSign> signs = score.staves().get(0).bars().get(0).signs();
    StaffSign first = signs.get(0);
    assertEquals(-3, first.lowest().position());
    assertEquals(5, first.highest().position());
    assertEquals("x", first.highest().shape());
    StaffSign snare = signs.stream().filter(each -> each.start() == 48).findFirst().orElseThrow();
    assertEquals(1, snare.lowest().position());
  }

  private static Score with(Score plain, List<KeySignature> keys, List<TextEvent> texts) {
    return new Score(
        plain.ticksPerQuarter(),
        plain.length(),
        plain.notes(),
        plain.tempos(),
        plain.timeSignatures(),
        keys,
        plain.programs(),
        plain.pedals(),
        texts);
  }

  @Test
  void leavesOutTheChordsOfALeadsheet() {
    List<Note> notes = new ArrayList<>(EngravedScores.melody(0, 72, 24, 74, 24));
    notes.add(new Note(0, 48, 48, 80, 1, 1));
    Score plain = EngravedScores.of(4, 4, notes);
    Score named =
        with(
            plain,
            List.of(),
            List.of(
                new TextEvent(0, 1, TextEvent.Kind.TRACK_NAME, Score.CHORD_TRACK),
                new TextEvent(0, 1, TextEvent.Kind.TEXT, "C")));
    assertEquals(2, StaffScore.of(plain, "").staves().size());
    StaffScore leadsheet = StaffScore.of(named, "");
    assertEquals(List.of(Clef.TREBLE), clefs(leadsheet));
    assertEquals("C", leadsheet.chordsOf(0).get(0).value());
    StaffHead second = leadsheet.staves().get(0).bars().get(0).signs().get(1).lowest();
    assertEquals(74, named.notes().get(second.note()).pitch());
  }

  @Test
  void tiesPartsOfOneNoteOverTheBarLine() {
    StaffScore score =
        StaffScore.of(
            EngravedScores.of(2, 4, EngravedScores.melody(0, 72, 12, 76, 24, 72, 12)), "");
    Staff staff = score.staves().get(0);
    StaffHead before = staff.bars().get(0).signs().get(1).lowest();
    StaffHead after = staff.bars().get(1).signs().get(0).lowest();
    assertTrue(before.tiedAfter() && after.tiedBefore());
    assertEquals(before.note(), after.note());
  }

  @Test
  void writesAnAccidentalWhereItIsFirstHeard() {
    Score plain = EngravedScores.of(4, 4, EngravedScores.melody(0, 72, 12, 73, 12, 73, 12, 72, 12));
    Score named = with(plain, List.of(new KeySignature(0, 0, false)), List.of());
    StaffScore score = StaffScore.of(named, "");
    List<StaffSign> signs = score.staves().get(0).bars().get(0).signs();
    assertEquals(
        List.of(false, true, false, true),
        signs.stream().map(sign -> sign.lowest().accidental().isPresent()).toList());
  }

  @Test
  void writesPlayedNotesUpToTheNext() {
    List<Note> played =
        List.of(
            new Note(0, 440, 72, 80, 0, 0),
            new Note(480, 500, 74, 80, 0, 0),
            new Note(960, 960, 76, 80, 0, 0));
    Score template = EngravedScores.of(4, 4, played);
    Score score =
        new Score(
            480,
            1920,
            played,
            template.tempos(),
            template.timeSignatures(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    StaffBar bar = StaffScore.of(score, "").staves().get(0).bars().get(0);
    assertEquals(1, bar.voices().size());
    assertEquals(List.of(48, 48, 96), bar.signs().stream().map(StaffSign::units).toList());
  }

  private static List<Clef> clefs(StaffScore score) {
    return score.staves().stream().map(Staff::clef).toList();
  }
}
