package ductus.music.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.music.drums.DrumScore;
import ductus.music.encoding.drums.DrumsEncoding;
import ductus.music.finding.DrumFinder.DrumFinding;
import ductus.music.midi.MidiReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrumFinderTest {
  private static final int QUARTER = 480;

  /** Four bars of rock: kick, snare and hats on eighths. */
  private static List<Note> rock(int channel, int track, int swing) {
    List<Note> notes = new ArrayList<>();
    for (int eighth = 0; eighth < 32; eighth++) {
      long onset = (long) eighth * QUARTER / 2 + (eighth % 2) * (long) swing;
      notes.add(new Note(onset, 60, 42, 70, channel, track));
      if (eighth % 4 == 0) {
        notes.add(new Note(onset, 60, 36, 110, channel, track));
      } else if (eighth % 4 == 2) {
        notes.add(new Note(onset + 10, 60, 38, 100, channel, track));
      }
    }
    return sorted(notes);
  }

  private static List<Note> sorted(List<Note> notes) {
    return notes.stream()
        .sorted(Comparator.comparingLong(Note::onset).thenComparingInt(Note::pitch))
        .toList();
  }

  private static Score score(
      List<Note> notes, List<TimeSignature> metres, List<ProgramChange> programs, String name) {
    return new Score(
        QUARTER,
        notes.stream().mapToLong(Note::end).max().orElse(0),
        notes,
        List.of(new TempoChange(0, 600_000)),
        metres,
        List.of(),
        programs,
        List.of(),
        name.isEmpty() ? List.of() : List.of(new TextEvent(0, 1, TextEvent.Kind.TRACK_NAME, name)));
  }

  private static Score score(List<Note> notes) {
    return score(notes, List.of(), List.of(), "");
  }

  @Test
  void keepsVelocityAndMicrotiming() {
    DrumFinding finding = DrumFinder.find(score(rock(9, 1, 0)));
    DrumPattern pattern = finding.pattern().orElseThrow();
    assertEquals(4, pattern.stepsPerQuarter());
    assertEquals(64, pattern.steps());
    assertEquals(100, pattern.quartersPerMinute());
    assertEquals(new DrumHit(0, Drum.KICK, 7, 0), pattern.hits().get(0));
    assertEquals(new DrumHit(4, Drum.SNARE, 7, 1), pattern.hits().get(3));
    assertEquals(0, finding.leftOut());
    assertEquals("channel 10", finding.source());
  }

  @Test
  void findsShufflesOnTriplets() {
    DrumPattern pattern = DrumFinder.find(score(rock(9, 1, 80))).pattern().orElseThrow();
    assertEquals(6, pattern.stepsPerQuarter());
    assertTrue(pattern.hits().stream().allMatch(hit -> Math.abs(hit.shift()) <= 1));
  }

  @Test
  void findsDrumsOnOtherChannelsByNameProgramOrManner() {
    DrumPattern expected = DrumFinder.find(score(rock(9, 1, 0))).pattern().orElseThrow();
    List<Note> elsewhere = rock(2, 1, 0);
    List<Note> bass = new ArrayList<>(elsewhere);
    for (int i = 0; i < 16; i++) {
      bass.add(new Note(i * (long) QUARTER, QUARTER, 36 + i % 8, 80, 1, 2));
    }
    for (Score score :
        List.of(
            score(sorted(bass), List.of(), List.of(), "Drum Kit"),
            score(sorted(bass), List.of(), List.of(new ProgramChange(0, 2, 1, 118)), ""),
            score(sorted(bass)))) {
      DrumFinding finding = DrumFinder.find(score);
      assertEquals(expected, finding.pattern().orElseThrow());
      assertTrue(finding.source().startsWith("track 1, channel 3"), finding.source());
    }
  }

  @Test
  void takesNoBassAndNoSteelDrumForAKit() {
    List<Note> bass = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      bass.add(new Note(i * (long) QUARTER, QUARTER, List.of(36, 38, 40, 42).get(i % 4), 80, 1, 1));
    }
    assertTrue(DrumFinder.find(score(bass)).pattern().isEmpty());
    DrumFinding steel = DrumFinder.find(score(bass, List.of(), List.of(), "Steel Drums"));
    assertTrue(steel.refusal().startsWith("it has no drums"), steel.refusal());
    assertEquals("it has no notes", DrumFinder.find(score(List.of())).refusal());
  }

  @Test
  void keepsChangesOfMetreAndTheFlam() {
    List<Note> notes =
        List.of(
            new Note(1440, 10, 36, 100, 9, 1),
            new Note(1440 + 480 - 40, 10, 38, 50, 9, 1),
            new Note(1440 + 480, 10, 38, 100, 9, 1),
            new Note(1440 + 1440, 10, 36, 100, 9, 1));
    Score score =
        score(
            notes,
            List.of(new TimeSignature(0, 3, 4), new TimeSignature(2880, 7, 8)),
            List.of(),
            "");
    DrumPattern pattern = DrumFinder.find(score).pattern().orElseThrow();
    assertEquals(
        List.of(new TimeSignature(0, 3, 4), new TimeSignature(12, 7, 8)), pattern.timeSignatures());
    assertEquals(12 + 14, pattern.steps());
    assertEquals(
        List.of(
            new DrumHit(0, Drum.KICK, 7, 0),
            new DrumHit(4, Drum.SNARE, 4, -3),
            new DrumHit(4, Drum.SNARE, 7, 0),
            new DrumHit(12, Drum.KICK, 7, 0)),
        pattern.hits());
  }

  @Test
  void everyGroovePerformanceComesBackExactly() throws Exception {
    Path folder = Path.of("../shared/data/music/groove").toAbsolutePath().normalize();
    for (Path up = Path.of("").toAbsolutePath();
        up != null && !Files.isDirectory(folder);
        up = up.getParent()) {
      folder = up.resolve("shared/data/music/groove");
    }
    assumeTrue(Files.isDirectory(folder), "shared/data/music/groove is not here");
    DrumsEncoding encoding = new DrumsEncoding();
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder)) {
      files = paths.filter(path -> path.toString().endsWith(".mid")).sorted().toList();
    }
    assertFalse(files.isEmpty());
    for (int i = 0; i < files.size(); i += 4) {
      DrumFinding finding = DrumFinder.find(MidiReader.read(files.get(i)));
      DrumPattern found = finding.pattern().orElseThrow(() -> new AssertionError(finding));
      DrumPattern back = encoding.decode(encoding.encode(found));
      assertEquals(found, back.withTempo(found.quartersPerMinute()), files.get(i).toString());
      DrumPattern again = DrumFinder.find(DrumScore.of(found)).pattern().orElseThrow();
      if (again.stepsPerQuarter() == found.stepsPerQuarter()) {
        assertEquals(found.hits(), again.hits(), files.get(i).toString());
      }
    }
  }
}
