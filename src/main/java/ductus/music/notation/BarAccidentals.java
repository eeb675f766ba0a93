package ductus.music.notation;

import ductus.music.KeySpelling;
import java.util.HashMap;
import java.util.Map;

/**
 * Which notes of a bar need an accidental. They get one wherever readers may differ: some let an
 * accidental hold for its octave only, others for all.
 */
public final class BarAccidentals {
  private final KeySpelling key;
  private final Map<Character, Integer> inAnyOctave = new HashMap<>();
  private final Map<Integer, Integer> inOctave = new HashMap<>();

  /** At a bar line. */
  public BarAccidentals(KeySpelling key) {
    this.key = key;
  }

  /** A pitch with its name in the key. */
  public SpelledPitch spell(int pitch) {
    return SpelledPitch.of(pitch, key);
  }

  /** Whether a note needs its sharp, flat or natural; it is written then. */
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
