package ductus.task.music.evaluation;

import ductus.metric.baseline.BarAwareTrigram;
import ductus.music.encoding.MelodyEncoding;

/** The counting model of melodies that a network has to beat. */
public final class MelodyCounts {
  private MelodyCounts() {}

  /** Trigrams that know metre and position in the bar, too; nothing is counted yet. */
  public static BarAwareTrigram barAware() {
    MelodyEncoding encoding = new MelodyEncoding();
    return new BarAwareTrigram(
        encoding.vocabularySize(),
        encoding.featureTableSize(),
        MelodyEncoding.POSITION_IN_BAR,
        MelodyEncoding.METRE);
  }
}
