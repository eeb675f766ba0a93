package ductus.music.arrangement;

import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Arrangements with metres and tempos of all kinds at any step, and up to twenty instruments. */
public final class RandomArrangements {
  private RandomArrangements() {}

  /** Draws one. */
  public static Arrangement draw(RandomGenerator random) {
    int length = 1 + random.nextInt(2000);
    List<TimeSignature> metres = new ArrayList<>();
    for (int step : steps(random, length)) {
      int numerator = random.nextInt(5) == 0 ? 1 + random.nextInt(255) : 1 + random.nextInt(7);
      int denominator = 1 << (random.nextInt(5) == 0 ? random.nextInt(8) : 2 + random.nextInt(2));
      metres.add(new TimeSignature(step, numerator, denominator));
    }
    List<TempoStep> tempos = new ArrayList<>();
    for (int step : steps(random, length)) {
      tempos.add(new TempoStep(step, 3.58 * Math.exp(random.nextDouble() * Math.log(1.6e7))));
    }
    List<ChordChange> chords = new ArrayList<>();
    for (int step : steps(random, length)) {
      chords.add(new ChordChange(step, chord(random)));
    }
    List<PartNote> notes = new ArrayList<>();
    int instruments = 1 + random.nextInt(20);
    for (int i = random.nextInt(200); i > 0; i--) {
      int instrument = random.nextInt(instruments);
      notes.add(
          new PartNote(
              random.nextInt(length),
              random.nextInt(8) == 0 ? random.nextInt(100_000) : random.nextInt(50),
              random.nextInt(128),
              random.nextInt(32),
              instrument * 17 % PartNote.PROGRAMS,
              1 + instrument % 3));
    }
    return new Arrangement(metres, tempos, chords, notes);
  }

  private static ChordSymbol chord(RandomGenerator random) {
    int quality = random.nextInt(1 + ChordQuality.SOUNDING.size());
    int root = random.nextInt(12);
    return quality == ChordQuality.SOUNDING.size()
        ? ChordSymbol.NONE
        : new ChordSymbol(
            root,
            ChordQuality.SOUNDING.get(quality),
            random.nextBoolean() ? root : random.nextInt(12));
  }

  /** Step 0 and some more. */
  private static List<Integer> steps(RandomGenerator random, int length) {
    TreeSet<Integer> steps = new TreeSet<>(List.of(0));
    for (int i = random.nextInt(6); i > 0; i--) {
      int step = random.nextInt(length);
      steps.add(random.nextBoolean() ? step / 24 * 24 : step);
    }
    return List.copyOf(steps);
  }
}
