package ductus.music.abc.bar;

import ductus.music.KeySpelling;
import ductus.music.TimeSignature;
import java.util.List;

/**
 * A note, a chord or a rest as written, with its length as it sounds.
 *
 * @param tones none for a rest
 * @param length in whole notes
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
   * @param quartersPerMinute 0 for none given
   */
  public record Setting(TimeSignature metre, KeySpelling key, double quartersPerMinute) {
    /** Length of a bar in whole notes. */
    public Fraction barLength() {
      return new Fraction(metre.numerator(), metre.denominator());
    }
  }

  boolean isRest() {
    return tones.isEmpty();
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
