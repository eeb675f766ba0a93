package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.KeySpelling;
import ductus.music.TimeSignature;
import ductus.music.abc.bar.AbcBar;
import ductus.music.abc.bar.AbcBars;
import ductus.music.abc.bar.AbcEvent;
import ductus.music.abc.bar.AbcSource;
import ductus.music.abc.bar.Fraction;
import ductus.music.harmony.ChordSymbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Scans the music of a tune, line by line. */
final class AbcBody {
  private static final int MOST_RESTING_BARS = 64;
  private static final int MOST_PASSES = 9;

  private final AbcSource source;
  private final AbcBars bars;
  private final Accidentals accidentals = new Accidentals();
  private AbcEvent.Setting setting;
  private Fraction unit;
  private String chord = "";
  private Fraction broken = Fraction.ONE;
  private int tupletNotes;
  private Fraction tupletFactor = Fraction.ONE;

  AbcBody(AbcSource source, AbcEvent.Setting setting, Fraction unit) {
    this.source = source;
    this.bars = new AbcBars(source);
    this.setting = setting;
    this.unit = unit;
    accidentals.setKey(setting.key());
  }

  /** Ends the body when all lines are scanned; returns its bars. */
  List<AbcBar> finish(int place) throws BadFileException {
    checkNothingOpen(place);
    if (!chord.isEmpty()) {
      throw source.error(place, "a chord symbol must stand before a note but was at the end");
    }
    return bars.finish(place);
  }

  /**
   * Applies a field, on a line of its own or inline.
   *
   * @param letter M, L, K or Q; others say nothing about the notes
   */
  void field(char letter, String value, int place) throws BadFileException {
    try {
      switch (letter) {
        case 'M' -> {
          TimeSignature metre = AbcFields.metre(value);
          if (!bars.atBarLine()) {
            throw source.error(place, "the metre must change at a bar line");
          }
          setting = new AbcEvent.Setting(metre, setting.key(), setting.quartersPerMinute());
        }
        case 'L' -> unit = AbcFields.unitLength(value);
        case 'K' -> {
          KeySpelling key = AbcFields.key(value);
          setting = new AbcEvent.Setting(setting.metre(), key, setting.quartersPerMinute());
          accidentals.setKey(key);
        }
        case 'Q' -> {
          double tempo = AbcFields.quartersPerMinute(value);
          setting = new AbcEvent.Setting(setting.metre(), setting.key(), tempo);
        }
        default -> {}
      }
    } catch (IllegalArgumentException e) {
      throw source.error(place, String.valueOf(e.getMessage()));
    }
  }

  /** Scans a line of music. */
  void line(AbcSource.Line line) throws BadFileException {
    AbcCursor cursor = new AbcCursor(source, line, 0);
    while (!cursor.atEnd()) {
      element(cursor);
    }
  }

  private void element(AbcCursor cursor) throws BadFileException {
    char c = cursor.peek();
    switch (c) {
      case ' ', '\t', '`', '\\', '$', ')', '.', '~', 'y' -> cursor.next();
      case '"' -> quoted(cursor);
      case '{' -> skip(cursor, '}', "grace notes");
      case '!' -> skip(cursor, '!', "a decoration");
      case '+' -> skip(cursor, '+', "a decoration");
      case '(' -> tupletOrSlur(cursor);
      case '|', ':' -> barLine(cursor);
      case '[' -> bracket(cursor);
      case '<', '>' -> brokenRhythm(cursor);
      case '-' -> {
        bars.tieLast(cursor.place());
        cursor.next();
      }
      case 'z', 'x' -> {
        int place = cursor.place();
        cursor.next();
        add(List.of(), cursor.length(), place);
      }
      case 'Z', 'X' -> restingBars(cursor);
      case '&' ->
          throw cursor.error("voices must stand on lines of their own, after V:, but & begins one");
      default -> {
        if (isNoteStart(c)) {
          int place = cursor.place();
          AbcEvent.Tone tone = tone(cursor);
          add(List.of(tone), tone.length(), place);
        } else if ((c >= 'h' && c <= 'w') || (c >= 'H' && c <= 'W')) {
          cursor.next();
        } else {
          throw cursor.error("unexpected " + AbcFields.quote(String.valueOf(c)));
        }
      }
    }
  }

  private static void skip(AbcCursor cursor, char close, String what) throws BadFileException {
    cursor.next();
    cursor.upTo(close, what);
  }

  private static boolean isNoteStart(char c) {
    return (c >= 'A' && c <= 'G') || (c >= 'a' && c <= 'g') || c == '^' || c == '_' || c == '=';
  }

  /** Scans a note with its accidental, octave, length and tie, the length in units. */
  private AbcEvent.Tone tone(AbcCursor cursor) throws BadFileException {
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
      throw cursor.error("an accidental must stand before a note");
    }
    cursor.next();
    int octave = c == letter ? 4 : 5;
    while (cursor.peek() == ',' || cursor.peek() == '\'') {
      octave += cursor.next() == ',' ? -1 : 1;
    }
    if (written) {
      accidentals.write(letter, sharps - flats);
    }
    int pitch = accidentals.pitch(letter, octave);
    if (pitch < 0 || pitch > 127) {
      throw cursor.error("pitch must be 0 to 127 but was " + pitch);
    }
    Fraction length = cursor.length();
    return new AbcEvent.Tone(pitch, length, false);
  }

  private void add(List<AbcEvent.Tone> tones, Fraction units, int place) throws BadFileException {
    AbcEvent event = new AbcEvent(tones, units, chord, setting, place).times(unit).times(broken);
    if (tupletNotes > 0) {
      event = event.times(tupletFactor);
      tupletNotes--;
    }
    bars.add(event);
    chord = "";
    broken = Fraction.ONE;
    accidentals.endTie();
  }

  private void chordOfNotes(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    cursor.next();
    List<AbcEvent.Tone> tones = new ArrayList<>();
    while (!cursor.take(']')) {
      char c = cursor.peek();
      if (isNoteStart(c)) {
        AbcEvent.Tone tone = tone(cursor);
        boolean tied = cursor.take('-');
        tones.add(new AbcEvent.Tone(tone.pitch(), tone.length(), tied));
      } else if (c == '"') {
        quoted(cursor);
      } else if (c == ' ' || c == '.' || c == '~' || (c >= 'h' && c <= 'w')) {
        cursor.next();
      } else if (c == '!') {
        skip(cursor, '!', "a decoration");
      } else {
        throw cursor.error("a chord must hold notes and be closed by ] on its line");
      }
    }
    if (tones.isEmpty()) {
      throw source.error(place, "a chord must hold notes");
    }
    Fraction factor = cursor.length();
    Fraction length = tones.get(0).length().times(factor);
    List<AbcEvent.Tone> scaled = new ArrayList<>();
    for (AbcEvent.Tone tone : tones) {
      scaled.add(new AbcEvent.Tone(tone.pitch(), tone.length().times(factor), tone.tied()));
    }
    add(scaled, length, place);
  }

  private void quoted(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    cursor.next();
    String text = cursor.upTo('"', "a text");
    if (text.isEmpty() || "^_<>@".indexOf(text.charAt(0)) >= 0) {
      return;
    }
    try {
      ChordSymbol.parse(text);
    } catch (IllegalArgumentException e) {
      throw source.error(
          place,
          "chord symbol must be such as Am7 or G/B (other texts begin with ^) but was "
              + AbcFields.quote(text));
    }
    if (!chord.isEmpty()) {
      throw source.error(place, "a chord symbol must stand before a note but another one does");
    }
    chord = text.strip();
  }

  private void tupletOrSlur(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    cursor.next();
    if (!cursor.atDigit()) {
      return;
    }
    int notes = cursor.number(0);
    int usual =
        switch (notes) {
          case 2, 4, 8 -> 3;
          case 3, 6 -> 2;
          default -> setting.metre().isCompound() ? 3 : 2;
        };
    int inTimeOf = cursor.take(':') ? cursor.number(usual) : usual;
    int count = cursor.take(':') ? cursor.number(notes) : notes;
    if (notes < 2 || notes > 16 || inTimeOf < 1 || inTimeOf > 16 || count < 1 || count > 64) {
      throw source.error(place, "tuplet must be such as (3 or (3:2:4");
    }
    if (tupletNotes > 0) {
      throw source.error(place, "a tuplet must be full before the next but lacked " + tupletNotes);
    }
    tupletNotes = count;
    tupletFactor = new Fraction(inTimeOf, notes);
  }

  private void brokenRhythm(AbcCursor cursor) throws BadFileException {
    char sign = cursor.peek();
    int place = cursor.place();
    int count = cursor.takeAll(sign);
    if (bars.atBarLine() || count > 4 || !broken.equals(Fraction.ONE)) {
      throw source.error(place, "broken rhythm must be >, >> or >>> between two notes");
    }
    Fraction shorter = new Fraction(1, 1L << count);
    Fraction longer = new Fraction(2, 1).minus(shorter);
    bars.replaceLast(bars.last().times(sign == '>' ? longer : shorter));
    broken = sign == '>' ? shorter : longer;
  }

  private void restingBars(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    cursor.next();
    int count = cursor.number(1);
    if (!bars.atBarLine() || count < 1 || count > MOST_RESTING_BARS || tupletNotes > 0) {
      throw source.error(
          place, "Z must stand alone between bar lines, for 1 to " + MOST_RESTING_BARS + " bars");
    }
    for (int bar = 0; bar < count; bar++) {
      if (bar > 0) {
        bars.barLine(false, false, false, place);
      }
      bars.add(new AbcEvent(List.of(), setting.barLength(), chord, setting, place));
      chord = "";
    }
  }

  private void bracket(AbcCursor cursor) throws BadFileException {
    char after = cursor.peek(1);
    if (after == '|') {
      barLine(cursor);
    } else if (after >= '0' && after <= '9') {
      cursor.next();
      ending(cursor);
    } else if (Character.isLetter(after) && cursor.peek(2) == ':') {
      int place = cursor.place();
      cursor.next();
      cursor.next();
      cursor.next();
      String value = cursor.upTo(']', "an inline field");
      if (after == 'V') {
        throw source.error(place, "a voice must begin a line but [V: stands within one");
      }
      field(after, value, place);
    } else {
      chordOfNotes(cursor);
    }
  }

  private void barLine(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    checkNothingOpen(place);
    StringBuilder line = new StringBuilder();
    cursor.take('[');
    for (char c = cursor.peek(); c == '|' || c == ':' || c == ']'; c = cursor.peek()) {
      line.append(cursor.next());
      if (c == ']') {
        break;
      }
    }
    String signs = line.toString();
    int colonsBefore = signs.length() - signs.replaceAll("^:+", "").length();
    int colonsAfter = signs.length() - signs.replaceAll(":+$", "").length();
    if (signs.equals("::")) {
      colonsBefore = 1;
      colonsAfter = 1;
    }
    if (signs.equals(":") || colonsBefore > 1 || colonsAfter > 1) {
      throw source.error(
          place, "bar line must be |, ||, |], [|, |:, :| or :: but was " + AbcFields.quote(signs));
    }
    accidentals.endBar(bars.tiedOn());
    bars.barLine(colonsBefore > 0, colonsAfter > 0, !signs.equals("|"), place);
    if (cursor.atDigit()) {
      ending(cursor);
    }
  }

  private void ending(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    Set<Integer> passes = new HashSet<>();
    do {
      int from = cursor.number(0);
      int to = cursor.take('-') ? cursor.number(0) : from;
      if (from < 1 || to < from || to > MOST_PASSES) {
        throw source.error(place, "ending must be such as 1 or 1,2 or 1-3");
      }
      for (int pass = from; pass <= to; pass++) {
        passes.add(pass);
      }
    } while (cursor.take(','));
    bars.ending(passes, place);
  }

  private void checkNothingOpen(int place) throws BadFileException {
    if (!broken.equals(Fraction.ONE)) {
      throw source.error(place, "broken rhythm must stand between two notes of a bar");
    }
    if (tupletNotes > 0) {
      throw source.error(
          place,
          "a tuplet must be full at the bar line but lacked "
              + tupletNotes
              + (tupletNotes == 1 ? " note" : " notes"));
    }
  }
}
