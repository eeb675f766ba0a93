package ductus.music.choir;

import ductus.music.TimeSignature;

/**
 * A phrase of a setting.
 *
 * @param start grid step at which it begins
 * @param length grid steps, 1 or more
 * @param metre in which it begins, with tick 0
 * @param place of its first step in a bar of that metre, in grid steps
 * @param fermata whether its last note is held
 */
public record SungPhrase(int start, int length, TimeSignature metre, int place, boolean fermata) {
  public SungPhrase {
    if (start < 0 || length < 1) {
      throw new IllegalArgumentException(
          "start must be 0 or more and length 1 or more but were " + start + " and " + length);
    }
    if (!metre.fits(VoiceSetting.STEPS_PER_QUARTER)) {
      throw new IllegalArgumentException(
          "bars must be whole sixteenths but the metre was " + metre);
    }
    metre = new TimeSignature(0, metre.numerator(), metre.denominator());
    int bar = metre.stepsPerBar(VoiceSetting.STEPS_PER_QUARTER);
    if (place < 0 || place >= bar) {
      throw new IllegalArgumentException(
          "place must be 0 to %d in %s but was %d".formatted(bar - 1, metre, place));
    }
  }

  /** Grid step behind its last one. */
  public int end() {
    return start + length;
  }

  /** Grid steps of a bar. */
  public int stepsPerBar() {
    return metre.stepsPerBar(VoiceSetting.STEPS_PER_QUARTER);
  }

  /** Place in its bar, in grid steps, of a step of the phrase or behind it. */
  public int placeOf(int step) {
    return (place + step - start) % stepsPerBar();
  }

  /** Whether a phrase in this metre that begins where this one ends goes on with its bars. */
  public boolean leadsTo(SungPhrase next) {
    return next.metre.sameMetre(metre) && next.place == placeOf(end());
  }
}
