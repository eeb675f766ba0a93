package ductus.music.notation;

import ductus.music.KeySpelling;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells which notes of a bar need an accidental. They get one wherever readers may differ: some let
 * an accidental hold for its octave only, others for all.
 */
public final class BarAccidentals {
  private final KeySpelling key;
  private final Map<Character, Integer> inAnyOctave = new HashMap<>();
  private final Map<Integer, Integer> inOctave = new HashMap<>();

  /** Begins a bar in a key. */
  public BarAccidentals(KeySpelling key) {
    this.key = key;
  }

  /** Spells a pitch with its name in the key. */
  public SpelledPitch spell(int pitch) {
    return SpelledPitch.of(pitch, key);
  }

  /** Whether a note needs its sharp, flat or natural; the note is then taken as written. */
  public boolean write(SpelledPitch pitch) {
    int ofKey = pitch.inSignature(key.fifths());
    int place = 8 * pitch.octave() + pitch.letter() - 'A';
    boolean needed =
        inAnyOctave.getOrDefault(pitch.letter(), ofKey) != pitch.alteration()
            || inOctave.getOrDefault(place, ofKey) != pitch.alteration();
    if (needed) {
      inAnyOctave.put(pitch.letter(), pitch.alteration());
      inOctave.put(place, pitch.alteration());
    }
    return needed;
  }
}
