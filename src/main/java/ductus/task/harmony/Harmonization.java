package ductus.task.harmony;

import ductus.music.Key;
import ductus.music.Score;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.voices.VoiceLeading;
import org.jspecify.annotations.Nullable;

/**
 * A harmonized tune.
 *
 * @param chords of its bars
 * @param octaves by which voices were moved to be within a choir's reach, as the tune stands they
 *     are so much lower or higher; 0 without voices
 * @param faults of voice leading, of the voices within reach; null without voices
 */
public record Harmonization(
    Score score, Key key, ChordProgression chords, int octaves, @Nullable VoiceLeading faults) {
  private static final int BARS_OF_LINE = 4;

  /** The chords in lines of four bars. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int bar = 0; bar < chords.bars().size(); bar += BARS_OF_LINE) {
      int end = Math.min(bar + BARS_OF_LINE, chords.bars().size());
      text.append(new ChordProgression(chords.bars().subList(bar, end)).name(key)).append('\n');
    }
    return text.toString();
  }
}
