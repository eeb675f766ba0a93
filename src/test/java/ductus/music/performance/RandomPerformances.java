package ductus.music.performance;

import ductus.music.performance.Performance.PedalStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Performances with chords, repeated keys, long silences and a busy pedal. */
public final class RandomPerformances {
  private RandomPerformances() {}

  public static Performance draw(RandomGenerator random) {
    List<PerformedNote> notes = new ArrayList<>();
    int keys = random.nextInt(20);
    for (int key = 0; key < keys; key++) {
      int step = random.nextInt(300);
      int pitch = random.nextInt(6) * 20 + key;
      for (int i = random.nextInt(8); i > 0; i--) {
        int duration = 1 + random.nextInt(random.nextInt(10) == 0 ? 1000 : 30);
        notes.add(new PerformedNote(step, duration, pitch, random.nextInt(32)));
        step += duration + (random.nextBoolean() ? 0 : random.nextInt(400));
      }
    }
    notes.sort(
        Comparator.comparingInt(PerformedNote::onset).thenComparingInt(PerformedNote::pitch));
    return new Performance(withoutOverlaps(notes), pedals(random));
  }

  private static List<PerformedNote> withoutOverlaps(List<PerformedNote> notes) {
    int[] ends = new int[128];
    List<PerformedNote> kept = new ArrayList<>();
    for (PerformedNote note : notes) {
      if (note.onset() >= ends[note.pitch()]) {
        ends[note.pitch()] = note.end();
        kept.add(note);
      }
    }
    return kept;
  }

  private static List<PedalStep> pedals(RandomGenerator random) {
    List<PedalStep> pedals = new ArrayList<>();
    int step = random.nextInt(100);
    for (int i = random.nextInt(12); i > 0; i--) {
      pedals.add(new PedalStep(step, pedals.size() % 2 == 0));
      step += 1 + random.nextInt(300);
    }
    return pedals;
  }
}
