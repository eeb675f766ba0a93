package ductus.music.harmony;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Note;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays chords as a bass does, by rule: the bass of the chord on the first beat of a bar and where
 * a chord begins, its fifth in the middle of a bar, and on the last of three beats or more a step
 * of the key that leads to the next chord. What is struck is held to the next stroke.
 */
final class BassLine {
  private static final int LOWEST = 28;
  private static final int HIGHEST = 50;
  private static final int MIDDLE = 38;
  private static final int FIFTH = 7;
  private static final int VELOCITY = 72;
  private static final int WALKING = 3;

  private final Key key;
  private final List<ChordSpan> chords;
  private final List<Beat> beats;

  /**
   * Prepares a bass.
   *
   * @param chords in order, each until the next, other than the one before
   * @param bars that cover them
   */
  BassLine(Key key, List<ChordSpan> chords, List<Bar> bars, int ticksPerQuarter) {
    this.key = key;
    this.chords = List.copyOf(chords);
    this.beats = Beat.of(bars, ticksPerQuarter);
  }

  /** The strokes, by onset. */
  List<Note> notes(int channel, int track) {
    List<Note> notes = new ArrayList<>();
    int pitch = MIDDLE;
    int at = 0;
    for (Beat beat : beats) {
      while (at < chords.size() && chords.get(at).end() <= beat.start()) {
        at++;
      }
      if (at == chords.size()) {
        return notes;
      }
      ChordSpan span = chords.get(at);
      if (span.chord().isNone() || span.onset() > beat.start()) {
        continue;
      }
      long end = Math.min(beat.end(), span.end());
      boolean begins = span.onset() == beat.start() || beat.isDownbeat();
      ChordSymbol next = next(at, end);
      int struck = struck(span.chord(), beat, begins, next, pitch);
      if (struck < 0 && !notes.isEmpty()) {
        Note held = notes.remove(notes.size() - 1);
        notes.add(
            new Note(held.onset(), end - held.onset(), held.pitch(), VELOCITY, channel, track));
      } else {
        pitch = struck < 0 ? near(span.chord().bass(), pitch) : struck;
        notes.add(new Note(beat.start(), end - beat.start(), pitch, VELOCITY, channel, track));
      }
    }
    return notes;
  }

  /** The chord that begins at a tick; none if it is the same, or there is none. */
  private ChordSymbol next(int at, long tick) {
    return at + 1 < chords.size() && chords.get(at).end() <= tick
        ? chords.get(at + 1).chord()
        : ChordSymbol.NONE;
  }

  /** What is struck on a beat; -1 where what sounds is held. */
  private int struck(ChordSymbol chord, Beat beat, boolean begins, ChordSymbol next, int before) {
    if (begins) {
      return near(chord.bass(), before);
    }
    boolean isLast = beat.index() == beat.beatsInBar() - 1;
    if (isLast && beat.beatsInBar() >= WALKING && !next.isNone()) {
      return leadingTo(near(next.bass(), before), before);
    }
    return beat.isMidBar() && chord.contains(chord.root() + FIFTH)
        ? near((chord.root() + FIFTH) % 12, before)
        : -1;
  }

  /** The step of the key from which one comes to a pitch, from the side where one is. */
  private int leadingTo(int goal, int before) {
    int way = before < goal || (before == goal && goal > LOWEST + 2) ? -1 : 1;
    int step = goal + way;
    return key.contains(Math.floorMod(step, 12)) ? step : step + way;
  }

  /** The key of a pitch class that is nearest to a place between the one before and the middle. */
  private static int near(int pitchClass, int before) {
    int wanted = (before + MIDDLE) / 2;
    int best = -1;
    for (int pitch = LOWEST; pitch <= HIGHEST; pitch++) {
      if (pitch % 12 == pitchClass
          && (best < 0 || Math.abs(pitch - wanted) < Math.abs(best - wanted))) {
        best = pitch;
      }
    }
    return best;
  }
}
