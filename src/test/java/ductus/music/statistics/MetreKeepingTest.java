package ductus.music.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetreKeepingTest {
  @Test
  void countsOnsetsOnBeatsAndDownbeats() {
    // Two bars of 4/4 in eighths; the second begins with a note tied over.
    Melody melody =
        MelodySamples.of(2, 4, 4, MelodySamples.C_MAJOR, 3, 60, 1, 62, 2, 64, 4, 65, 2, 67, 4, 60);
    MetreKeeping metre = MetreKeeping.of(List.of(melody));
    assertEquals(new MetreKeeping(6, 5, 2, 1), metre);
    assertEquals(5.0 / 6, metre.onBeat());
    assertEquals(0.5, metre.downbeats());
    assertEquals(3, metre.notesPerBar());
  }

  @Test
  void aBeatOfSixEighthsIsADottedQuarter() {
    int[] eighths = {1, 60, 1, 62, 1, 64, 1, 65, 1, 67, 1, 69};
    assertEquals(
        new MetreKeeping(6, 2, 1, 1),
        MetreKeeping.of(List.of(MelodySamples.of(2, 6, 8, MelodySamples.C_MAJOR, eighths))));
    int[] quarters = {2, 60, 2, 62, 2, 64, 2, 65, 2, 67, 2, 69};
    assertEquals(
        new MetreKeeping(6, 2, 1, 1),
        MetreKeeping.of(List.of(MelodySamples.of(2, 6, 4, MelodySamples.C_MAJOR, quarters))));
    // 3/8 and 3/4 are simple.
    assertEquals(
        new MetreKeeping(6, 6, 2, 2),
        MetreKeeping.of(List.of(MelodySamples.of(2, 3, 8, MelodySamples.C_MAJOR, eighths))));
    assertEquals(
        new MetreKeeping(6, 3, 1, 1),
        MetreKeeping.of(List.of(MelodySamples.of(2, 3, 4, MelodySamples.C_MAJOR, eighths))));
  }

  @Test
  void followsMetreChanges() {
    Melody melody =
        new Melody(
            1,
            10,
            List.of(new TimeSignature(0, 4, 4), new TimeSignature(4, 3, 4)),
            MelodySamples.C_MAJOR,
            100,
            List.of(new MelodyNote(0, 4, 60), new MelodyNote(4, 3, 62), new MelodyNote(8, 2, 64)));
    assertEquals(new MetreKeeping(3, 3, 3, 2), MetreKeeping.of(List.of(melody)));
  }

  @Test
  void aBeatMayFallBetweenGridSteps() {
    // The second beat of 6/8 stands at one quarter and a half.
    Melody melody = MelodySamples.of(1, 6, 8, MelodySamples.C_MAJOR, 1, 60, 1, 62, 1, 64);
    assertEquals(new MetreKeeping(3, 1, 1, 1), MetreKeeping.of(List.of(melody)));
  }

  @Test
  void ofNothingIsNothing() {
    MetreKeeping metre = MetreKeeping.of(List.of());
    assertEquals(0, metre.onBeat());
    assertEquals(0, metre.downbeats());
    assertEquals(0, metre.notesPerBar());
  }
}
