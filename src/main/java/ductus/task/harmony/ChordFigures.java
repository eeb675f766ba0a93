package ductus.task.harmony;

import ductus.model.tagging.TagSequence;
import ductus.music.Note;
import ductus.music.harmony.Beat;
import ductus.music.harmony.ChordSymbol;
import ductus.music.harmony.tune.ChordClasses;
import ductus.music.harmony.tune.TuneBeats;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How chords that were found stand to a tune, and to those that people gave it, in the beats that
 * people gave one.
 *
 * @param roots share of the beats whose root is right
 * @param triads share of the beats whose triad is right
 * @param classes share of the beats whose root and kind are right
 * @param changes of chord a bar
 * @param fit share of the tune's time in which it sings a note of the chord
 * @param closes share of the tunes that end on the keynote's triad, with or without more
 * @param nats −log probability of people's chords together, a beat; null where none is told
 */
public record ChordFigures(
    double roots,
    double triads,
    double classes,
    double changes,
    double fit,
    double closes,
    @Nullable Double nats) {

  /**
   * Counts what was found.
   *
   * @param finding gives a class to each beat
   */
  static ChordFigures of(
      List<HarmonizedTune> tunes, Function<HarmonizedTune, int[]> finding, @Nullable Double nats) {
    Count count = new Count();
    tunes.forEach(tune -> count.add(tune, finding.apply(tune)));
    return new ChordFigures(
        (double) count.roots / count.beats,
        (double) count.triads / count.beats,
        (double) count.classes / count.beats,
        count.changes / count.bars,
        count.onChord / count.sung,
        (double) count.closes / tunes.size(),
        nats);
  }

  private static final class Count {
    private int beats;
    private int roots;
    private int triads;
    private int classes;
    private int closes;
    private int changes;
    private double bars;
    private double onChord;
    private double sung;

    void add(HarmonizedTune tune, int[] found) {
      int[] wanted = tune.classes();
      int before = TagSequence.NONE;
      int last = TagSequence.NONE;
      for (int t = 0; t < wanted.length; t++) {
        if (wanted[t] != TagSequence.NONE) {
          beats++;
          roots += ChordClasses.degree(wanted[t]) == ChordClasses.degree(found[t]) ? 1 : 0;
          triads += ChordClasses.triad(wanted[t]) == ChordClasses.triad(found[t]) ? 1 : 0;
          classes += wanted[t] == found[t] ? 1 : 0;
          changes += before != TagSequence.NONE && before != found[t] ? 1 : 0;
          bars += 1.0 / tune.tune().beats().get(t).beatsInBar();
          sing(tune.tune(), t, found[t]);
          last = found[t];
        }
        before = wanted[t] == TagSequence.NONE ? TagSequence.NONE : found[t];
      }
      boolean home =
          last != TagSequence.NONE
              && ChordClasses.triad(last) == ChordClasses.tonic(tune.tune().key());
      closes += home ? 1 : 0;
    }

    private void sing(TuneBeats tune, int beatIndex, int chordClass) {
      Beat beat = tune.beats().get(beatIndex);
      ChordSymbol chord = ChordClasses.chord(chordClass, tune.key());
      for (Note note : tune.notes()) {
        long part = Math.min(beat.end(), note.end()) - Math.max(beat.start(), note.onset());
        if (part > 0) {
          double share = (double) part / (beat.end() - beat.start());
          sung += share;
          onChord += chord.contains(note.pitch()) ? share : 0;
        }
      }
    }
  }
}
