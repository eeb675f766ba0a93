package ductus.music.abc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Sharps and flats: those of the key; those written, for all octaves to the end of the bar (the
 * standard's default); and those that a tie carries over the bar line.
 */
final class Accidentals {
  private static final String SHARPS = "FCGDAEB";
  private static final String LETTERS = "C D EF G A B";

  private final Map<Character, Integer> ofKey = new HashMap<>();
  private final Map<Character, Integer> ofBar = new HashMap<>();
  private final Map<Character, Integer> carried = new HashMap<>();
  private final Set<Integer> tiedOver = new HashSet<>();

  void setKey(AbcKey key) {
    ofKey.clear();
    ofBar.clear();
    int fifths = key.spelling().fifths();
    for (int i = 0; i < Math.abs(fifths); i++) {
      ofKey.put(SHARPS.charAt(fifths > 0 ? i : 6 - i), fifths > 0 ? 1 : -1);
    }
    ofKey.putAll(key.accidentals());
  }

  /**
   * Forgets the accidentals of the bar.
   *
   * @param tied the pitches that are tied over the bar line
   */
  void endBar(Set<Integer> tied) {
    carried.clear();
    tiedOver.clear();
    if (!tied.isEmpty()) {
      carried.putAll(ofBar);
      tiedOver.addAll(tied);
    }
    ofBar.clear();
  }

  /** Forgets the notes tied over a bar line; behind the first note of the bar there are none. */
  void endTie() {
    carried.clear();
  }

  void write(char letter, int semitones) {
    ofBar.put(letter, semitones);
  }

  /**
   * The pitch of a written note.
   *
   * @param letter A to G
   * @param octave MIDI's: 4 has middle C
   * @param shift semitones that it sounds higher
   */
  int pitch(char letter, int octave, int shift) {
    int natural = 12 * (octave + 1) + LETTERS.indexOf(letter) + shift;
    Integer before = carried.get(letter);
    int ofBarLine =
        before != null && tiedOver.contains(natural + before)
            ? before
            : ofKey.getOrDefault(letter, 0);
    return natural + ofBar.getOrDefault(letter, ofBarLine);
  }
}
