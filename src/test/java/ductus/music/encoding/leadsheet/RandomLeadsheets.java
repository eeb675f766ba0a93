package ductus.music.encoding.leadsheet;

import ductus.music.Melody;
import ductus.music.encoding.RandomMelodies;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.Leadsheet;
import ductus.music.plan.ReturningTunes;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random melodies, some of returning bars, with chords of every kind, slash chords and no chords
 * among them.
 */
final class RandomLeadsheets {
  private static final List<ChordQuality> QUALITIES = List.of(ChordQuality.values());

  private RandomLeadsheets() {}

  static Leadsheet draw(RandomGenerator random) {
    Melody melody =
        random.nextBoolean()
            ? RandomMelodies.draw(random)
            : ReturningTunes.draw(1 + random.nextInt(20), random);
    List<ChordChange> chords = new ArrayList<>();
    for (int step = random.nextInt(4); step < melody.steps(); step += 1 + random.nextInt(12)) {
      chords.add(new ChordChange(step, chord(random)));
    }
    return new Leadsheet(melody, chords);
  }

  private static ChordSymbol chord(RandomGenerator random) {
    ChordQuality quality = QUALITIES.get(random.nextInt(QUALITIES.size()));
    if (quality == ChordQuality.NONE) {
      return ChordSymbol.NONE;
    }
    int root = random.nextInt(12);
    return new ChordSymbol(root, quality, random.nextInt(3) == 0 ? random.nextInt(12) : root);
  }
}
