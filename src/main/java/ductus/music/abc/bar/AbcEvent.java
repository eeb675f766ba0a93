package ductus.music.abc.bar;

import ductus.music.KeySpelling;
import ductus.music.TimeSignature;
import java.util.List;

/**
 * A note, a chord or a rest as written, with its length as it sounds; or the way back to the bar
 * line where another voice of the bar begins.
 *
 * @param tones none for a rest
 * @param length in whole notes; below 0 for the way back
 * @param chord the chord symbol that stands above it, or empty
 * @param setting what holds here
 * @param place index of its first character
 */
public record AbcEvent(
    List<Tone> tones, Fraction length, String chord, Setting setting, int place) {
  public AbcEvent {
    tones = List.copyOf(tones);
  }

  /**
   * A note among those that begin together.
   *
   * @param pitch MIDI key number
   * @param length in whole notes
   * @param tied whether it sounds on into the next note of its pitch
   */
  public record Tone(int pitch, Fraction length, boolean tied) {}

  /**
   * The metre, key and tempo that hold at an event.
   *
   * @param metre 4/4 where it is free
   * @param isFree whether bars are of any length
   * @param quartersPerMinute 0 for none given
   */
  public record Setting(
      TimeSignature metre, boolean isFree, KeySpelling key, double quartersPerMinute) {
    private static final TimeSignature COMMON = new TimeSignature(0, 4, 4);

    /** Free metre in C major, no tempo given. */
    public static final Setting FREE = new Setting(COMMON, true, KeySpelling.parse("C"), 0);

    /** Returns this setting in another metre. */
    public Setting withMetre(TimeSignature other) {
      return new Setting(other, false, key, quartersPerMinute);
    }

    /** Returns this setting without metre. */
    public Setting inFreeMetre() {
      return new Setting(COMMON, true, key, quartersPerMinute);
    }

    /** Returns this setting in another key. */
    public Setting withKey(KeySpelling other) {
      return new Setting(metre, isFree, other, quartersPerMinute);
    }

    /** Returns this setting at another tempo. */
    public Setting withTempo(double quarters) {
      return new Setting(metre, isFree, key, quarters);
    }

    /** Length of a bar in whole notes. */
    public Fraction barLength() {
      return new Fraction(metre.numerator(), metre.denominator());
    }
  }

  /** Creates a rest, or with a length below 0 a way back. */
  static AbcEvent skip(Fraction length, Setting setting, int place) {
    return new AbcEvent(List.of(), length, "", setting, place);
  }

  boolean isRest() {
    return tones.isEmpty();
  }

  boolean isReturn() {
    return length.numerator() < 0;
  }

  /** Returns this event longer or shorter. */
  public AbcEvent times(Fraction factor) {
    return new AbcEvent(
        tones.stream()
            .map(tone -> new Tone(tone.pitch(), tone.length().times(factor), tone.tied()))
            .toList(),
        length.times(factor),
        chord,
        setting,
        place);
  }

  /** Returns this event with all its tones tied. */
  AbcEvent allTied() {
    return new AbcEvent(
        tones.stream().map(tone -> new Tone(tone.pitch(), tone.length(), true)).toList(),
        length,
        chord,
        setting,
        place);
  }
}
