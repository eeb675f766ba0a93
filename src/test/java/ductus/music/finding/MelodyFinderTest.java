package ductus.music.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.KeySignature;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.finding.MelodyFinding.MelodyCandidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MelodyFinderTest {
  private static final int[] TUNE = {
    67, 69, 71, 72, 74, 72, 71, 69, 67, 71, 74, 79, 74, 71, 69, 67
  };

  private final List<Note> notes = new ArrayList<>();
  private final List<TextEvent> texts = new ArrayList<>();
  private final List<ProgramChange> programs = new ArrayList<>();
  private final List<TimeSignature> metres = new ArrayList<>();
  private final List<KeySignature> keys = new ArrayList<>();

  @Test
  void findsTheTuneAmongChordsBassAndDrums() {
    chords(0, 0);
    tune(1, 1, 0);
    bass(2, 2);
    drums();
    MelodyFinding finding = find();
    assertEquals("track 1, channel 2", finding.candidates().get(0).label());
    assertEquals(4, finding.candidates().size());
    assertEquals(pitches(TUNE), pitches(melody(finding)));
  }

  @Test
  void findsTheTuneAmongTheChannelsOfOneTrack() {
    chords(0, 0);
    tune(0, 3, 0);
    bass(0, 5);
    assertEquals("track 0, channel 4", find().candidates().get(0).label());
  }

  @Test
  void takesTheHighestNotesOfATextureInOneTrack() {
    chords(0, 0);
    tune(0, 0, 0);
    assertEquals(pitches(TUNE), pitches(melody(find())));
  }

  @Test
  void followsTheNamesOfTracks() {
    tune(0, 0, 12);
    tune(1, 1, 0);
    texts.add(new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, "String Pad"));
    texts.add(new TextEvent(0, 1, TextEvent.Kind.TRACK_NAME, "Lead Vocal"));
    MelodyFinding finding = find();
    assertEquals("Lead Vocal (track 1, channel 2)", finding.candidates().get(0).label());
    assertTrue(
        finding.candidates().get(0).reasons().stream()
            .anyMatch(reason -> reason.name().equals("name") && reason.weight() > 0));
  }

  @Test
  void takesTheTrackThatDuctusNamedMelody() {
    chords(1, 1);
    bass(2, 2);
    tune(3, 3, 12);
    texts.add(new TextEvent(0, 2, TextEvent.Kind.TRACK_NAME, Score.MELODY_TRACK));
    assertTrue(find().candidates().get(0).label().startsWith("Melody"));
  }

  @Test
  void doesNotTakeABassInstrument() {
    tune(0, 0, 0);
    tune(1, 1, 0);
    programs.add(new ProgramChange(0, 0, 0, 33));
    programs.add(new ProgramChange(0, 1, 1, 73));
    assertEquals("track 1, channel 2", find().candidates().get(0).label());
  }

  @Test
  void sumsTheReasonsToTheScore() {
    tune(0, 0, 0);
    MelodyCandidate candidate = find().candidates().get(0);
    double sum = candidate.reasons().stream().mapToDouble(MelodyCandidate.Reason::weight).sum();
    assertEquals(sum, candidate.score(), 1e-9);
  }

  @Test
  void leavesOutWholeBarsOfSilenceAtBothEnds() {
    for (int i = 0; i < 6; i++) {
      notes.add(new Note(3 * 1920 + 960 + i * 480L, 480, 60 + i, 64, 0, 0));
    }
    notes.add(new Note(20 * 1920, 480, 38, 64, 9, 1));
    Melody melody = melody(find());
    assertEquals(16, melody.steps());
    assertEquals(4, melody.notes().get(0).onset());
  }

  @Test
  void keepsMetreChangesOnBarLines() {
    metres.add(new TimeSignature(0, 3, 4));
    metres.add(new TimeSignature(2 * 1440, 4, 4));
    tune(0, 0, 0);
    Melody melody = melody(find());
    assertEquals(
        List.of(new TimeSignature(0, 3, 4), new TimeSignature(12, 4, 4)), melody.timeSignatures());
    assertEquals(12 + 3 * 8, melody.steps());
  }

  @Test
  void makesABarCutShortABarOfItsOwnMetre() {
    metres.add(new TimeSignature(0, 4, 4));
    metres.add(new TimeSignature(960, 3, 4));
    tune(0, 0, 0);
    assertEquals(
        List.of(new TimeSignature(0, 2, 4), new TimeSignature(4, 3, 4)),
        melody(find()).timeSignatures());
  }

  @Test
  void takesAMetreChangeBesideABarLineToBeOnIt() {
    metres.add(new TimeSignature(0, 4, 4));
    metres.add(new TimeSignature(1923, 3, 4));
    tune(0, 0, 0);
    assertEquals(
        List.of(new TimeSignature(0, 4, 4), new TimeSignature(8, 3, 4)),
        melody(find()).timeSignatures());
  }

  @Test
  void keepsTempoAndKeyOfTheStart() {
    tune(0, 0, 0);
    keys.add(new KeySignature(0, 1, false));
    Melody melody = melody(find());
    assertEquals(100, melody.quartersPerMinute(), 1e-9);
    assertEquals("G major", melody.key().label());
    texts.add(new TextEvent(0, 0, TextEvent.Kind.TEXT, "K:Ador"));
    assertEquals("A dorian", melody(find()).key().label());
    texts.set(0, new TextEvent(0, 0, TextEvent.Kind.TEXT, "K: no key"));
    assertEquals("G major", melody(find()).key().label());
  }

  @Test
  void saysWhyThereIsNoMelody() {
    assertEquals("it has no notes", find().refusal());
    drums();
    assertEquals("it has no notes but drums", find().refusal());
    notes.add(new Note(0, 480, 60, 64, 0, 0));
    assertEquals("its melody has 1 note, fewer than 4", find().refusal());
    assertTrue(find().melody().isEmpty());
  }

  @Test
  void saysWhichMetreItLacks() {
    metres.add(new TimeSignature(0, 13, 16));
    tune(0, 0, 0);
    assertTrue(find().refusal().startsWith("its metre 13/16 at tick 0 is not one of [2/4,"));
  }

  @Test
  void saysThatATuneIsTooLong() {
    tune(0, 0, 0);
    notes.add(new Note(1920L * (MelodyFinder.MOST_BARS + 1), 480, 60, 64, 0, 0));
    assertEquals("its melody has 1026 bars, more than 1024", find().refusal());
  }

  @Test
  void looksForNoTuneInAnEndlessScore() {
    tune(0, 0, 0);
    notes.add(new Note(1L << 42, 480, 60, 64, 0, 0));
    assertTrue(find().refusal().startsWith("it has more than 65536 bars"));
  }

  @Test
  void refusesNotesThatDoNotFollowTheBeat() {
    long tick = 7;
    for (int i = 0; i < 300; i++) {
      tick += 131 + (i * 7919L) % 509;
      notes.add(new Note(tick, 100, 60 + i % 12, 64, 0, 0));
    }
    MelodyFinding finding = find();
    assertTrue(finding.refusal().startsWith("its notes do not follow the file's beat"));
    assertTrue(finding.quantization().isPresent());
  }

  private Melody melody(MelodyFinding finding) {
    assertEquals("", finding.refusal());
    assertFalse(finding.melody().isEmpty());
    return finding.melody().orElseThrow();
  }

  private MelodyFinding find() {
    return MelodyFinder.find(
        new Score(
            480,
            0,
            notes,
            List.of(new TempoChange(0, 600_000)),
            metres,
            keys,
            programs,
            List.of(),
            texts));
  }

  private void tune(int track, int channel, int higher) {
    for (int i = 0; i < TUNE.length; i++) {
      notes.add(new Note(i * 480L, 460, TUNE[i] + higher, 64, channel, track));
    }
  }

  private void chords(int track, int channel) {
    for (int bar = 0; bar < 4; bar++) {
      for (int pitch : new int[] {55, 59, 62}) {
        notes.add(new Note(bar * 1920L, 1900, pitch, 64, channel, track));
      }
    }
  }

  private void bass(int track, int channel) {
    for (int i = 0; i < 16; i++) {
      notes.add(new Note(i * 480L, 400, i % 2 == 0 ? 43 : 38, 64, channel, track));
    }
  }

  private void drums() {
    for (int i = 0; i < 32; i++) {
      notes.add(new Note(i * 240L, 60, 42, 64, Note.DRUM_CHANNEL, 4));
    }
  }

  private static List<Integer> pitches(Melody melody) {
    return melody.notes().stream().map(MelodyNote::pitch).toList();
  }

  private static List<Integer> pitches(int[] tune) {
    return Arrays.stream(tune).boxed().toList();
  }
}
