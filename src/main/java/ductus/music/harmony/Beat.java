package ductus.music.harmony;

import ductus.music.Bar;
import java.util.ArrayList;
import java.util.List;

/**
 * A beat of a piece, in ticks or grid steps.
 *
 * @param bar number of its bar, from 0
 * @param index in the bar, from 0
 * @param beatsInBar how many the bar has
 */
public record Beat(long start, long end, int bar, int index, int beatsInBar) {
  /**
   * Divides bars into felt beats; the last beat of a bar that is cut short is cut with it.
   *
   * @param ticksPerQuarter ticks, or grid steps, a quarter note
   */
  public static List<Beat> of(List<Bar> bars, int ticksPerQuarter) {
    List<Beat> beats = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double length = Math.max(1, bar.metre().quartersPerBeat() * ticksPerQuarter);
      int count = (int) Math.max(1, Math.ceil(bar.length() / length - 1e-9));
      for (int beat = 0; beat < count; beat++) {
        long start = bar.start() + Math.round(beat * length);
        long end = Math.min(bar.end(), bar.start() + Math.round((beat + 1) * length));
        beats.add(new Beat(start, Math.max(start + 1, end), i, beat, count));
      }
    }
    return beats;
  }

  /** Whether the beat begins a bar. */
  public boolean isDownbeat() {
    return index == 0;
  }

  /** Whether the beat begins the second half of a bar of an even number of beats. */
  public boolean isMidBar() {
    return index > 0 && 2 * index == beatsInBar;
  }
}
