package ductus.music.encoding;

import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.RandomMetres;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Melodies of every grid, metre, key and length, with changes of metre. */
public final class RandomMelodies {
  private RandomMelodies() {}

  public static Melody draw(RandomGenerator random) {
    int grid = MelodyVocabulary.GRIDS.get(random.nextInt(MelodyVocabulary.GRIDS.size()));
    int bars = random.nextInt(10) == 0 ? 60 + random.nextInt(10) : 1 + random.nextInt(12);
    RandomMetres drawn = RandomMetres.draw(bars, grid, random);
    Mode mode = MelodyVocabulary.MODES.get(random.nextInt(MelodyVocabulary.MODES.size()));
    return new Melody(
        grid,
        drawn.steps(),
        drawn.metres(),
        new Key(random.nextInt(12), mode),
        drawn.metres().get(0).typicalQuartersPerMinute(),
        notes(random, drawn.steps()));
  }

  private static List<MelodyNote> notes(RandomGenerator random, int steps) {
    List<MelodyNote> notes = new ArrayList<>();
    int step = random.nextInt(4);
    while (step < steps) {
      int length = Math.min(1 + random.nextInt(9), steps - step);
      int pitch = random.nextInt(MelodyVocabulary.LOWEST_PITCH, MelodyVocabulary.HIGHEST_PITCH + 1);
      notes.add(new MelodyNote(step, length, pitch));
      step += length + (random.nextInt(3) == 0 ? random.nextInt(20) : 0);
    }
    return notes;
  }
}
