package ductus.music.harmony.tune;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import ductus.music.harmony.Beat;
import ductus.music.harmony.ChordFinder;
import ductus.music.harmony.ChordSpan;
import ductus.music.harmony.ChordSymbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tune of a score by beats, in the score's own ticks.
 *
 * @param notes one at a time, by onset
 * @param beats from the tune's first bar to its last note
 */
public record TuneBeats(Key key, List<Note> notes, List<Beat> beats) {
  /** Least probability of a chord that is learned. */
  private static final double SURE = 0.5;

  public TuneBeats {
    notes = List.copyOf(notes);
    beats = List.copyOf(beats);
  }

  /**
   * Finds the tune of a score.
   *
   * @throws IllegalArgumentException if there is none; the message says why
   */
  public static TuneBeats of(Score score) {
    return of(score, MelodyFinder.find(score));
  }

  /**
   * The tune of a score, as it was found.
   *
   * @throws IllegalArgumentException if there is none; the message says why
   */
  public static TuneBeats of(Score score, MelodyFinding finding) {
    Melody melody =
        finding.melody().orElseThrow(() -> new IllegalArgumentException(finding.refusal()));
    List<Note> notes = finding.candidates().get(0).notes();
    long first = notes.get(0).onset();
    long last = notes.get(notes.size() - 1).end();
    List<Bar> bars =
        Bar.layOut(score.timeSignatures(), score.ticksPerQuarter(), last, Bar.MOST_OF_PIECE)
            .stream()
            .filter(bar -> bar.end() > first)
            .toList();
    return new TuneBeats(melody.key(), notes, Beat.of(bars, score.ticksPerQuarter()));
  }

  /**
   * Finds the chords that sound with the tune: as symbols say them, else as the other notes sound,
   * in a chorale with those of the tune.
   *
   * @return one a beat; {@link ChordSymbol#NONE} where there is none, or it is not sure
   * @throws IllegalArgumentException if the score has nothing but the tune
   */
  public List<ChordSymbol> chords(Score score, HarmonyStyle style) {
    List<ChordSpan> spans = ChordFinder.written(score);
    if (spans.isEmpty()) {
      Set<Note> own = new HashSet<>(notes);
      List<Note> others =
          score.notes().stream().filter(note -> !note.isDrum() && !own.contains(note)).toList();
      if (others.isEmpty()) {
        throw new IllegalArgumentException("it has a tune but no chords");
      }
      spans = ChordFinder.hear(style == HarmonyStyle.CHORALE ? score : score.withNotes(others));
    }
    List<ChordSymbol> chords = new ArrayList<>(beats.size());
    int at = 0;
    for (Beat beat : beats) {
      while (at < spans.size() && spans.get(at).end() <= beat.start()) {
        at++;
      }
      boolean sure =
          at < spans.size()
              && spans.get(at).onset() < beat.end()
              && spans.get(at).probability() >= SURE;
      chords.add(sure ? spans.get(at).chord() : ChordSymbol.NONE);
    }
    return chords;
  }
}
