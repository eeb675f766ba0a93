package ductus.music.drums;

import ductus.music.RandomMetres;
import ductus.music.encoding.drums.DrumsVocabulary;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Drum patterns of every grid, metre, tempo mark and length, with changes of metre and flams. */
public final class RandomPatterns {
  private RandomPatterns() {}

  public static DrumPattern draw(RandomGenerator random) {
    int grid = DrumsVocabulary.GRIDS.get(random.nextInt(DrumsVocabulary.GRIDS.size()));
    int bars = random.nextInt(20) == 0 ? 60 + random.nextInt(10) : 1 + random.nextInt(8);
    RandomMetres drawn = RandomMetres.draw(bars, grid, random);
    int steps = drawn.steps();
    TreeSet<DrumHit> hits = new TreeSet<>();
    for (int i = random.nextInt(3 * steps); i > 0; i--) {
      hits.add(
          new DrumHit(
              random.nextInt(steps),
              Drum.ALL.get(random.nextInt(Drum.ALL.size())),
              random.nextInt(1, DrumHit.LEVELS + 1),
              random.nextInt(-DrumHit.MOST_SHIFT, DrumHit.MOST_SHIFT + 1)));
    }
    int tempo = DrumsVocabulary.TEMPOS.get(random.nextInt(DrumsVocabulary.TEMPOS.size()));
    return new DrumPattern(grid, steps, drawn.metres(), tempo, List.copyOf(hits));
  }
}
