package ductus.music.hearing.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.music.hearing.AudioAnalysis;
import ductus.music.hearing.ConstantQ;
import ductus.music.hearing.SoundFrames;
import ductus.music.hearing.WavBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NotePickingTest {
  private static final int FRAMES = 500;
  private static final ConstantQ CONSTANT_Q = new ConstantQ(KernelChoice.best());

  @Test
  void findsTheNotesOfTheirTargets() throws Exception {
    RandomGenerator random = Randomness.of(3);
    for (int round = 0; round < 20; round++) {
      List<HeardNote> notes = new ArrayList<>();
      for (int pitch = AudioAnalysis.LOWEST;
          pitch <= AudioAnalysis.HIGHEST;
          pitch += 1 + random.nextInt(9)) {
        for (double at = 0.05 + random.nextDouble(); at < 9; at += 0.2 + random.nextDouble()) {
          notes.add(new HeardNote(at, at + 0.12 + random.nextDouble() * 0.05, pitch, 90));
        }
      }
      List<HeardNote> heard = pick(notes, 0.35, silence());
      NoteMatching onsets = NoteMatching.of(notes, heard, NoteMatching.By.ONSET);
      assertEquals(1, onsets.f1(), "round " + round);
      assertEquals(1, NoteMatching.of(notes, heard, NoteMatching.By.ONSET_AND_END).f1());
      for (HeardNote each : heard) {
        assertTrue(
            notes.stream()
                .anyMatch(
                    note ->
                        note.pitch() == each.pitch()
                            && Math.abs(note.onset() - each.onset()) < 1e-3),
            "onset to the millisecond: " + each);
      }
    }
  }

  @Test
  void aNoteEndsWhereTheNextOfItsKeyBegins() throws Exception {
    List<HeardNote> heard =
        pick(List.of(new HeardNote(1, 2, 60, 90), new HeardNote(2, 3, 60, 90)), 0.35, silence());
    assertEquals(2, heard.size());
    assertEquals(2, heard.get(0).end(), 1e-3);
    assertEquals(3, heard.get(1).end(), 0.021);
  }

  @Test
  void aNoteThatIsHeldEndsWithTheSound() throws Exception {
    List<HeardNote> heard = pick(List.of(new HeardNote(9, 99, 60, 90)), 0.35, silence());
    assertEquals(10, heard.get(0).end(), 1e-9);
  }

  @Test
  void theStrongerNoteIsStruckHarder() throws Exception {
    float[] sound = WavBytes.sine(440, 0.02, AudioAnalysis.RATE, FRAMES * AudioAnalysis.HOP);
    float[] strong = WavBytes.sine(261.63, 0.2, AudioAnalysis.RATE, FRAMES * AudioAnalysis.HOP);
    for (int i = 0; i < sound.length; i++) {
      sound[i] += strong[i];
    }
    List<HeardNote> heard =
        pick(List.of(new HeardNote(5, 6, 60, 90), new HeardNote(6, 7, 69, 90)), 0.35, of(sound));
    assertEquals(110, heard.get(0).velocity());
    assertEquals(110 * Math.sqrt(0.1), heard.get(1).velocity(), 2);
  }

  @Test
  void aHigherThresholdHearsLess() throws Exception {
    List<HeardNote> note = List.of(new HeardNote(1.01, 2, 60, 90));
    assertEquals(1, pick(note, 0.7, silence()).size());
    assertEquals(0, pick(note, 0.8, silence()).size());
    assertThrows(IllegalArgumentException.class, () -> new NotePicking(1));
  }

  private static List<HeardNote> pick(List<HeardNote> notes, double threshold, SoundFrames sound) {
    float[] targets = NoteTargets.of(notes, 0, FRAMES);
    NotePicking picking = new NotePicking(threshold);
    for (int t = 0; t < FRAMES; t++) {
      picking.take(targets, t, sound);
    }
    return picking.notes();
  }

  private static SoundFrames silence() throws Exception {
    return of(new float[FRAMES * AudioAnalysis.HOP]);
  }

  private static SoundFrames of(float[] sound) throws Exception {
    boolean[] given = new boolean[1];
    return SoundFrames.of(
        () -> {
          float[] next = given[0] ? new float[0] : sound;
          given[0] = true;
          return next;
        },
        1,
        CONSTANT_Q);
  }
}
