package ductus.music.hearing.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.hearing.AudioAnalysis;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTargetsTest {
  private static final int KEY = 60 - AudioAnalysis.LOWEST;

  @Test
  void theOnsetIsASlopeOnBothSidesAndTheNoteSoundsToItsEnd() {
    float[] targets = NoteTargets.of(List.of(new HeardNote(0.1, 0.2, 60, 90)), 0, 14);
    double[] begins = {0, 0, 0, 0, 0.5, 1, 0.5, 0, 0, 0, 0, 0, 0, 0};
    double[] sounds = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0};
    for (int t = 0; t < 14; t++) {
      assertEquals(begins[t], targets[t * NoteTargets.COLUMNS + KEY], 1e-6, "frame " + t);
      assertEquals(
          sounds[t], targets[t * NoteTargets.COLUMNS + AudioAnalysis.KEYS + KEY], "frame " + t);
    }
  }

  @Test
  void anOnsetBetweenFramesLeansToTheNearer() {
    float[] targets = NoteTargets.of(List.of(new HeardNote(0.105, 0.2, 60, 90)), 0, 14);
    assertEquals(0.875, targets[5 * NoteTargets.COLUMNS + KEY], 1e-5);
    assertEquals(0.625, targets[6 * NoteTargets.COLUMNS + KEY], 1e-5);
  }

  @Test
  void aPartHasTheTargetsOfTheWhole() {
    List<HeardNote> notes =
        List.of(new HeardNote(0.05, 0.5, 60, 90), new HeardNote(0.33, 0.4, 64, 90));
    float[] whole = NoteTargets.of(notes, 0, 40);
    float[] part = NoteTargets.of(notes, 10, 20);
    for (int i = 0; i < part.length; i++) {
      assertEquals(whole[10 * NoteTargets.COLUMNS + i], part[i], 1e-5);
    }
  }

  @Test
  void notesThatAreNotToldHaveNoTargets() {
    float[] targets =
        NoteTargets.of(List.of(new HeardNote(0, 1, 20, 90), new HeardNote(0, 1, 120, 90)), 0, 10);
    for (float each : targets) {
      assertEquals(0, each);
    }
  }

  @Test
  void aKeyHasItsColumnsOfTheWhole() {
    List<HeardNote> notes =
        List.of(new HeardNote(0.05, 0.5, 60, 90), new HeardNote(0.33, 0.4, 64, 90));
    float[] whole = NoteTargets.of(notes, 0, 40);
    float[] key = NoteTargets.ofKey(notes, KEY, 40);
    for (int t = 0; t < 40; t++) {
      assertEquals(whole[t * NoteTargets.COLUMNS + KEY], key[2 * t]);
      assertEquals(whole[t * NoteTargets.COLUMNS + AudioAnalysis.KEYS + KEY], key[2 * t + 1]);
    }
  }
}
