package ductus.music.plan;

import ductus.music.Key;
import java.util.OptionalInt;

/** Pitches as steps of a scale, in which a phrase is moved. */
public final class ScaleSteps {
  private static final int OCTAVE = 12;
  private static final int STEPS = 7;

  private final Key key;

  /** The steps of a key's scale. */
  public ScaleSteps(Key key) {
    this.key = key;
  }

  /** The number of a pitch among those of the scale; empty if it is none of them. */
  public OptionalInt of(int pitch) {
    if (!key.contains(pitch)) {
      return OptionalInt.empty();
    }
    int over = Math.floorMod(pitch - key.tonic(), OCTAVE);
    int step = 0;
    for (int semitones = 0; semitones < over; semitones++) {
      step += key.mode().contains(semitones) ? 1 : 0;
    }
    return OptionalInt.of(STEPS * Math.floorDiv(pitch - key.tonic(), OCTAVE) + step);
  }

  /** The pitch of a number among those of the scale. */
  public int pitch(int step) {
    int pitch = key.tonic() + OCTAVE * Math.floorDiv(step, STEPS);
    for (int left = Math.floorMod(step, STEPS); left > 0; left--) {
      do {
        pitch++;
      } while (!key.contains(pitch));
    }
    return pitch;
  }

  /**
   * A pitch moved as far as from one pitch to another: by steps of the scale where all three are of
   * it, else by semitones.
   */
  public int moved(int pitch, int from, int to) {
    OptionalInt step = of(pitch);
    OptionalInt first = of(from);
    OptionalInt second = of(to);
    return step.isPresent() && first.isPresent() && second.isPresent()
        ? pitch(step.getAsInt() + second.getAsInt() - first.getAsInt())
        : pitch + to - from;
  }
}
