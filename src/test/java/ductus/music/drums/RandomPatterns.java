package ductus.music.drums;

import ductus.music.Metres;
import ductus.music.TimeSignature;
import ductus.music.encoding.drums.DrumsVocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Drum patterns of every grid, metre, tempo mark and length, with changes of metre and flams. */
public final class RandomPatterns {
  private RandomPatterns() {}

  public static DrumPattern draw(RandomGenerator random) {
    int grid = DrumsVocabulary.GRIDS.get(random.nextInt(DrumsVocabulary.GRIDS.size()));
    int bars = random.nextInt(20) == 0 ? 60 + random.nextInt(10) : 1 + random.nextInt(8);
    List<TimeSignature> metres = new ArrayList<>();
    int steps = 0;
    for (int bar = 0; bar < bars; bar++) {
      if (bar == 0 || random.nextInt(5) == 0) {
        TimeSignature metre = metre(random, grid);
        metres.add(new TimeSignature(steps, metre.numerator(), metre.denominator()));
      }
      TimeSignature metre = metres.get(metres.size() - 1);
      steps += 4 * metre.numerator() * grid / metre.denominator();
    }
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
    return new DrumPattern(grid, steps, metres, tempo, List.copyOf(hits));
  }

  private static TimeSignature metre(RandomGenerator random, int grid) {
    TimeSignature metre;
    do {
      metre = Metres.ALL.get(random.nextInt(Metres.ALL.size()));
    } while (!metre.fits(grid));
    return metre;
  }
}
