package ductus.music.encoding.leadsheet;

import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSymbol;
import java.util.List;

/**
 * The place of the next grid step over a progression, one of whose bars goes to a bar.
 *
 * @param bar from 0
 * @param step from the bar line
 * @param stepsPerBar length of the bar
 * @param stepsPerStress steps from one stressed beat of the bar to the next
 */
record ProgressionPlace(int bar, int step, int stepsPerBar, int stepsPerStress) {
  static ProgressionPlace of(int[] tokens, int length) {
    int stepsPerBar = 1;
    int stepsPerStress = 1;
    int grid = 1;
    int steps = 0;
    for (int t = 0; t < length; t++) {
      if (MelodyVocabulary.isGrid(tokens[t])) {
        grid = MelodyVocabulary.stepsPerQuarter(tokens[t]);
      } else if (MelodyVocabulary.isMetre(tokens[t])) {
        TimeSignature metre = MelodyVocabulary.metre(tokens[t]);
        stepsPerBar = metre.stepsPerBar(grid);
        stepsPerStress = stepsPerBar / stresses(metre);
      } else if (MelodyVocabulary.takesTime(tokens[t])) {
        steps++;
      }
    }
    return new ProgressionPlace(
        steps / stepsPerBar, steps % stepsPerBar, stepsPerBar, stepsPerStress);
  }

  /**
   * Stressed beats of a bar: each beat of 6/8, the first and the third of 4/4, the first of 3/4.
   */
  private static int stresses(TimeSignature metre) {
    if (metre.isCompound()) {
      return metre.numerator() / 3;
    }
    return metre.numerator() % 2 == 0 ? 2 : 1;
  }

  ChordSymbol chord(ChordProgression chords) {
    List<ChordSymbol> inBar = chords.bars().get(bar % chords.bars().size());
    int now = 0;
    for (int i = 1; i < inBar.size(); i++) {
      now = step >= Math.round((double) i * stepsPerBar / inBar.size()) ? i : now;
    }
    return inBar.get(now);
  }

  ChordSymbol chordBefore(ChordProgression chords) {
    if (step > 0) {
      return at(bar, step - 1).chord(chords);
    }
    return bar == 0 ? ChordSymbol.NONE : at(bar - 1, stepsPerBar - 1).chord(chords);
  }

  /** Whether what begins here is heard as a part of its chord: on a stress, or where it begins. */
  boolean isStressed(ChordProgression chords) {
    return step % stepsPerStress == 0 || !chord(chords).equals(chordBefore(chords));
  }

  private ProgressionPlace at(int otherBar, int otherStep) {
    return new ProgressionPlace(otherBar, otherStep, stepsPerBar, stepsPerStress);
  }
}
