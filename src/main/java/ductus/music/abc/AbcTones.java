package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.KeySpelling;
import ductus.music.abc.bar.AbcEvent;
import ductus.music.abc.bar.AbcLiberty;
import ductus.music.abc.bar.AbcNotices;
import ductus.music.abc.bar.Fraction;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Scans notes, and knows which pitch they have in the key and the bar. */
final class AbcTones {
  /** Two notes or more between plus signs; no name of a decoration looks like that. */
  private static final Pattern OLD_CHORD = Pattern.compile("(?:[_^=]*[A-Ga-g][,']*[0-9/]*){2,}");

  private static final int LONGEST_OLD_CHORD = 64;

  private final AbcNotices notices;
  private final Accidentals accidentals = new Accidentals();
  private AbcKey key;
  private int shift;

  AbcTones(AbcNotices notices, AbcKey key) {
    this.notices = notices;
    this.key = key;
    accidentals.setKey(key);
  }

  /** Whether a note, or an accidental, begins with a character. */
  static boolean begins(char c) {
    return (c >= 'A' && c <= 'G') || (c >= 'a' && c <= 'g') || c == '^' || c == '_' || c == '=';
  }

  static boolean isOldChord(String text) {
    return text.length() <= LONGEST_OLD_CHORD && OLD_CHORD.matcher(text).matches();
  }

  /** Has the notes sound so many semitones higher, besides what the key says. */
  void shift(int semitones) {
    shift = semitones;
  }

  /**
   * Changes the key, or the clef alone.
   *
   * @param field its words, for a notice
   * @return the key's signature
   */
  KeySpelling setKey(AbcKey next, String field, int place) {
    key = next.isNamed() ? next : new AbcKey(key.spelling(), key.accidentals(), next.shift(), true);
    accidentals.setKey(key);
    if (!key.accidentals().isEmpty()) {
      notices.add(place, AbcLiberty.KEY_ACCIDENTALS, field);
    }
    return key.spelling();
  }

  /**
   * Forgets the accidentals of the bar.
   *
   * @param tied the pitches that are tied over the bar line
   */
  void endBar(Set<Integer> tied) {
    accidentals.endBar(tied);
  }

  /** Forgets the notes tied over a bar line. */
  void endTie() {
    accidentals.endTie();
  }

  /**
   * Scans a note with its accidental, octave and length, the length in units.
   *
   * @return empty if there is only an accidental
   */
  Optional<AbcEvent.Tone> tone(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    int sharps = cursor.takeAll('^');
    int flats = cursor.takeAll('_');
    boolean natural = cursor.take('=');
    boolean written = natural || sharps + flats > 0;
    if (sharps > 2
        || flats > 2
        || (natural ? 1 : 0) + Math.min(1, sharps) + Math.min(1, flats) > 1) {
      throw cursor.error("accidental must be ^, ^^, _, __ or =");
    }
    char c = cursor.peek();
    char letter = Character.toUpperCase(c);
    if (letter < 'A' || letter > 'G') {
      notices.add(place, AbcLiberty.ACCIDENTAL, "an accidental");
      return Optional.empty();
    }
    cursor.next();
    int octave = c == letter ? 4 : 5;
    while (cursor.peek() == ',' || cursor.peek() == '\'') {
      octave += cursor.next() == ',' ? -1 : 1;
    }
    if (written) {
      accidentals.write(letter, sharps - flats);
    }
    int pitch = accidentals.pitch(letter, octave, key.shift() + shift);
    if (pitch < 0 || pitch > 127) {
      throw cursor.error("pitch must be 0 to 127 but was " + pitch);
    }
    Fraction length = cursor.length();
    return Optional.of(new AbcEvent.Tone(pitch, length, false));
  }
}
