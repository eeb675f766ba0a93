package ductus.music.choir;

import ductus.music.MelodyNote;
import java.util.List;

/**
 * Hears how phrases end. The last chord is that of the soprano's last note: the bass as it begins
 * and all voices as it ends, when what was held over is resolved.
 */
public final class CadenceFinder {
  private static final int OCTAVE = 12;

  /** Value in place of a pitch. */
  static final int REST = -1;

  /** Grid steps before the last note in which a leading note leads to it. */
  private static final int LEADING = 6;

  private static final int FIFTH = 7;
  private static final int MAJOR = 4;
  private static final int MINOR = 3;

  private final VoiceSetting setting;

  public CadenceFinder(VoiceSetting setting) {
    this.setting = setting;
  }

  /** The cadence of a phrase. */
  public Cadence cadence(SungPhrase phrase) {
    int begin = lastOnset(phrase);
    int bass = REST;
    for (int voice = VoiceSetting.VOICES - 1; voice >= 0 && bass == REST; voice--) {
      bass = pitch(voice, begin);
    }
    int sounding = bass == REST ? 0 : 1 << bass % OCTAVE;
    for (int voice = 0; voice < VoiceSetting.VOICES - 1; voice++) {
      int pitch = pitch(voice, phrase.end() - 1);
      sounding |= pitch == REST ? 0 : 1 << pitch % OCTAVE;
    }
    int root = bass == REST ? setting.key().tonic() : root(sounding, bass % OCTAVE);
    boolean major = has(sounding, root + MAJOR);
    boolean minor = has(sounding, root + MINOR);
    return new Cadence(
        Math.floorMod(root - setting.key().tonic(), OCTAVE),
        major == minor ? Cadence.Third.OPEN : major ? Cadence.Third.MAJOR : Cadence.Third.MINOR,
        isLed(Math.floorMod(root - 1, OCTAVE), Math.max(phrase.start(), begin - LEADING), begin));
  }

  /**
   * Semitones of the soprano's last note above the keynote, 0 to 11; 12 where it rests throughout.
   */
  public int degree(SungPhrase phrase) {
    int pitch = pitch(0, lastOnset(phrase));
    return pitch == REST ? OCTAVE : Math.floorMod(pitch - setting.key().tonic(), OCTAVE);
  }

  /** Step at which the soprano's last note of a phrase begins; else that of the last quarter. */
  private int lastOnset(SungPhrase phrase) {
    int last = Math.max(phrase.start(), phrase.end() - VoiceSetting.STEPS_PER_QUARTER);
    for (MelodyNote note : setting.voices().get(0)) {
      if (note.onset() >= phrase.end()) {
        break;
      }
      if (note.end() > phrase.start()) {
        last = Math.max(phrase.start(), note.onset());
      }
    }
    return last;
  }

  private int pitch(int voice, int step) {
    List<MelodyNote> line = setting.voices().get(voice);
    int low = 0;
    int high = line.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      MelodyNote note = line.get(middle);
      if (note.end() <= step) {
        low = middle + 1;
      } else if (note.onset() > step) {
        high = middle - 1;
      } else {
        return note.pitch();
      }
    }
    return REST;
  }

  /** The root of the triad that the sounding notes agree with best; of equals that on the bass. */
  private static int root(int sounding, int bass) {
    int best = bass;
    int most = fit(sounding, bass);
    for (int root = 0; root < OCTAVE; root++) {
      int fit = fit(sounding, root);
      if (has(sounding, root) && fit > most) {
        best = root;
        most = fit;
      }
    }
    return best;
  }

  private static int fit(int sounding, int root) {
    boolean third = has(sounding, root + MAJOR) != has(sounding, root + MINOR);
    return (third ? 1 : 0) + (has(sounding, root + FIFTH) ? 1 : 0);
  }

  private static boolean has(int sounding, int pitchClass) {
    return (sounding >> (pitchClass % OCTAVE) & 1) == 1;
  }

  private boolean isLed(int leading, int from, int to) {
    for (int voice = 0; voice < VoiceSetting.VOICES; voice++) {
      for (int step = from; step < to; step++) {
        int pitch = pitch(voice, step);
        if (pitch != REST && pitch % OCTAVE == leading) {
          return true;
        }
      }
    }
    return false;
  }
}
