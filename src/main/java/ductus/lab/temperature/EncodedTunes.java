package ductus.lab.temperature;

import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.finding.KeyFinder;
import ductus.music.statistics.MelodyHistograms;
import ductus.music.statistics.MelodyStatistics;
import ductus.music.statistics.NoteLine;
import ductus.music.statistics.RunIndex;
import java.util.List;

/**
 * Some tunes, and the same as a network sees them.
 *
 * @param melodies in the keys that their notes speak of
 * @param sequences of the same tunes
 */
record EncodedTunes(List<Melody> melodies, List<Sequence> sequences) {
  /** Notes of a run. */
  static final int RUN = 8;

  EncodedTunes {
    melodies = melodies.stream().map(each -> each.withKey(KeyFinder.find(each))).toList();
    sequences = List.copyOf(sequences);
  }

  /** Share of the runs of {@link #RUN} notes that stand before in the same tune, in any key. */
  double repeated() {
    long all = 0;
    long different = 0;
    for (NoteLine line : lines()) {
      all += Math.max(0, line.length() - RUN + 1);
      different += RunIndex.build(List.of(line), List.of(RUN)).runs(RUN).length;
    }
    return all == 0 ? 0 : 1 - (double) different / all;
  }

  /** Share of the runs of {@link #RUN} notes that stand in other tunes, in any key. */
  double copied(RunIndex others) {
    return others.share(lines(), RUN);
  }

  private List<NoteLine> lines() {
    return melodies.stream().map(NoteLine::of).toList();
  }

  /** Share of the notes that lie in the best diatonic scale of their tune. */
  double inScale() {
    return MelodyStatistics.of(melodies).tonality().inOneKey();
  }

  /**
   * How much the distributions of pitch classes, intervals and lengths overlap with those of other
   * tunes, the mean of the three, 0 to 1.
   */
  double overlap(EncodedTunes others) {
    MelodyHistograms own = MelodyHistograms.of(melodies);
    MelodyHistograms theirs = MelodyHistograms.of(others.melodies);
    return (own.pitchClasses().overlap(theirs.pitchClasses())
            + own.intervals().overlap(theirs.intervals())
            + own.durations().overlap(theirs.durations()))
        / 3;
  }
}
