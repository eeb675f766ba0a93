package ductus.music.leadsheet;

import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.TimeSignature;
import ductus.music.form.TuneFaults;
import ductus.music.harmony.ChordSymbol;
import java.util.HashMap;
import java.util.Map;

/**
 * What anybody hears to be wrong with a song. The bounds are those that one in ten or twenty of 222
 * songs of people is beyond (OpenEWLD); one in four is beyond that of strange notes.
 */
public final class LeadsheetFaults {
  private static final int OCTAVE = 12;

  /** Bars in a row in which no note begins. */
  private static final int LONGEST_STILLNESS = 2;

  /** Share of the time that is sung on one pitch. */
  private static final double MOST_ON_ONE_PITCH = 0.35;

  /** Share of the time without a note. */
  private static final double MOST_SILENCE = 0.15;

  /** Share of the time of notes of a quarter and longer in which they are none of the chord's. */
  private static final double MOST_STRANGE = 0.3;

  private static final double FEWEST_NOTES_A_BAR = 1.5;

  private LeadsheetFaults() {}

  /** The number of faults. */
  public static int of(Leadsheet leadsheet) {
    Melody melody = leadsheet.melody();
    if (melody.notes().isEmpty()) {
      return Integer.MAX_VALUE;
    }
    int[] onsets = onsets(melody);
    double sung = melody.notes().stream().mapToInt(MelodyNote::length).sum();
    boolean[] faults = {
      TuneFaults.endsAwayFromHome(melody),
      !endsAtHome(leadsheet),
      longestStillness(onsets) > LONGEST_STILLNESS,
      onOnePitch(melody) > MOST_ON_ONE_PITCH * sung,
      1 - sung / melody.steps() > MOST_SILENCE,
      melody.notes().size() < FEWEST_NOTES_A_BAR * onsets.length,
      strange(leadsheet) > MOST_STRANGE
    };
    int count = 0;
    for (boolean fault : faults) {
      count += fault ? 1 : 0;
    }
    return count;
  }

  /** Share of the bars in which no note begins. */
  public static double silentBars(Melody melody) {
    int[] onsets = onsets(melody);
    int silent = 0;
    for (int inBar : onsets) {
      silent += inBar == 0 ? 1 : 0;
    }
    return (double) silent / onsets.length;
  }

  private static boolean endsAtHome(Leadsheet leadsheet) {
    ChordSymbol last = leadsheet.chordAt(leadsheet.melody().steps() - 1);
    return !last.isNone() && last.root() == leadsheet.melody().key().tonic();
  }

  /** Notes that begin in each bar of the length of the first. */
  private static int[] onsets(Melody melody) {
    TimeSignature metre = melody.timeSignatures().get(0);
    int steps = metre.stepsPerBar(melody.stepsPerQuarter());
    int[] onsets = new int[(melody.steps() + steps - 1) / steps];
    melody.notes().forEach(note -> onsets[note.onset() / steps]++);
    return onsets;
  }

  private static int longestStillness(int[] onsets) {
    int longest = 0;
    int still = 0;
    for (int inBar : onsets) {
      still = inBar == 0 ? still + 1 : 0;
      longest = Math.max(longest, still);
    }
    return longest;
  }

  private static int onOnePitch(Melody melody) {
    Map<Integer, Integer> times = new HashMap<>();
    melody.notes().forEach(note -> times.merge(note.pitch(), note.length(), Integer::sum));
    return times.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static double strange(Leadsheet leadsheet) {
    int all = 0;
    int strange = 0;
    for (MelodyNote note : leadsheet.melody().notes()) {
      ChordSymbol chord = leadsheet.chordAt(note.onset());
      if (note.length() >= leadsheet.melody().stepsPerQuarter() && !chord.isNone()) {
        all += note.length();
        int above = Math.floorMod(note.pitch() - chord.root(), OCTAVE);
        strange += chord.quality().contains(above) ? 0 : note.length();
      }
    }
    return all == 0 ? 0 : (double) strange / all;
  }
}
