package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.abc.bar.AbcBar;
import ductus.music.abc.bar.AbcBarLine;
import ductus.music.abc.bar.AbcBars;
import ductus.music.abc.bar.AbcEvent;
import ductus.music.abc.bar.AbcLiberty;
import ductus.music.abc.bar.AbcNotices;
import ductus.music.abc.bar.AbcSource;
import ductus.music.abc.bar.Fraction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Scans the music of a voice, line by line. What means nothing in its place is passed over with a
 * notice.
 */
final class AbcBody {
  private static final int MOST_RESTING_BARS = 64;
  private static final int MOST_PASSES = 9;
  private static final Pattern PART = Pattern.compile("[A-Z]\\.?");

  private final AbcSource source;
  private final AbcNotices notices;
  private final AbcBars bars;
  private final AbcTones tones;
  private final AbcTexts texts;
  private final AbcRhythm rhythm;
  private AbcEvent.Setting setting;
  private int signs;
  private int meaningless;

  AbcBody(
      AbcSource source, AbcNotices notices, AbcEvent.Setting setting, AbcKey key, Fraction unit) {
    this.source = source;
    this.notices = notices;
    this.bars = new AbcBars(source);
    this.tones = new AbcTones(notices, key);
    this.texts = new AbcTexts(notices);
    this.rhythm = new AbcRhythm(notices, bars, unit);
    this.setting = setting;
  }

  /**
   * Ends the body when all lines are scanned.
   *
   * @return its bars, none if nothing was played
   * @throws BadFileException if most of its signs have no meaning
   */
  List<AbcBar> finish(int place) throws BadFileException {
    if (meaningless > signs - meaningless) {
      throw source.error(place, "it is no music: most of its signs mean nothing");
    }
    rhythm.finish();
    texts.finish(place);
    return bars.finish(place);
  }

  /** Has the notes sound higher than they are written. */
  void shift(int semitones) {
    tones.shift(semitones);
  }

  /**
   * Applies a field, on a line of its own or inline.
   *
   * @param letter M, L, K, Q or P; others say nothing about the notes
   */
  void field(char letter, String value, int place) throws BadFileException {
    String field = letter + ":" + value.strip();
    try {
      switch (letter) {
        case 'M' ->
            setting =
                AbcFields.isFree(value)
                    ? setting.inFreeMetre()
                    : setting.withMetre(AbcFields.metre(value));
        case 'L' -> rhythm.setUnit(AbcFields.unitLength(value));
        case 'K' -> setting = setting.withKey(tones.setKey(AbcKey.parse(value), field, place));
        case 'Q' -> setting = setting.withTempo(AbcFields.quartersPerMinute(value, rhythm.unit()));
        case 'P' -> {
          if (!PART.matcher(value.strip()).matches()) {
            throw new IllegalArgumentException("part must be a letter");
          }
          bars.part(value.strip().charAt(0), place);
        }
        case 'm' -> notices.add(place, AbcLiberty.MACRO, field);
        default -> {}
      }
    } catch (IllegalArgumentException e) {
      notices.add(place, AbcLiberty.FIELD, field);
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
    signs++;
    switch (c) {
      case ' ', '\t', '`', '\\', '$', ')', '.', '~' -> {
        signs--;
        cursor.next();
      }
      case 'y' -> {
        cursor.next();
        cursor.number(0);
      }
      case '"' -> texts.quoted(cursor);
      case '!' -> texts.decoration(cursor);
      case '+' -> plus(cursor);
      case '{' -> {
        cursor.next();
        cursor.upTo('}', "grace notes");
      }
      case '(' -> {
        int place = cursor.place();
        cursor.next();
        if (cursor.atDigit()) {
          rhythm.tuplet(cursor, setting.metre(), place);
        }
      }
      case '|', ':' -> barLine(cursor);
      case '[' -> bracket(cursor);
      case '<', '>' -> rhythm.broken(cursor);
      case '-' -> {
        if (!bars.tieLast()) {
          notices.add(cursor.place(), AbcLiberty.TIE, "the tie");
        }
        cursor.next();
      }
      case 'z', 'x' -> {
        int place = cursor.place();
        cursor.next();
        add(List.of(), cursor.length(), place);
      }
      case 'Z', 'X' -> restingBars(cursor);
      case '&' -> {
        bars.overlay(setting, cursor.place());
        cursor.next();
      }
      default -> note(cursor);
    }
  }

  private void note(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    char c = cursor.peek();
    if (AbcTones.begins(c)) {
      Optional<AbcEvent.Tone> tone = tones.tone(cursor);
      if (tone.isPresent()) {
        add(List.of(tone.get()), tone.get().length(), place);
      }
    } else if (cursor.atDigit() && cursor.atStart() && bars.atBarLine() && bars.isWithinEndings()) {
      ending(cursor);
    } else {
      cursor.next();
      if (!isDecoration(c)) {
        pass(c, place);
      }
    }
  }

  private static boolean isDecoration(char c) {
    return (c >= 'h' && c <= 'w') || (c >= 'H' && c <= 'W');
  }

  private void pass(char c, int place) {
    meaningless++;
    notices.add(place, AbcLiberty.SIGN, AbcFields.quote(String.valueOf(c)));
  }

  private void add(List<AbcEvent.Tone> sounding, Fraction units, int place) {
    bars.add(rhythm.timed(new AbcEvent(sounding, units, texts.takeChord(), setting, place)));
    tones.endTie();
  }

  /** A decoration between plus signs, or a chord, as in old ABC. */
  private void plus(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    cursor.next();
    if (!cursor.isAhead('+')) {
      pass('+', place);
      return;
    }
    if (AbcTones.isOldChord(cursor.peekTo('+'))) {
      notices.add(place, AbcLiberty.OLD_CHORD, AbcFields.quote(cursor.peekTo('+')));
      chordOfNotes(cursor, '+', place);
    } else if (cursor.peekTo('+').matches("[A-Za-z0-9().<>^-]*")) {
      cursor.upTo('+', "a decoration");
    } else {
      pass('+', place);
    }
  }

  private void chordOfNotes(AbcCursor cursor, char close, int place) throws BadFileException {
    List<AbcEvent.Tone> chord = new ArrayList<>();
    while (!cursor.take(close)) {
      char c = cursor.peek();
      int at = cursor.place();
      if (cursor.atEnd()) {
        throw source.error(place, "a chord must be closed by " + close + " on its line");
      }
      if (AbcTones.begins(c)) {
        tones
            .tone(cursor)
            .ifPresent(
                tone ->
                    chord.add(new AbcEvent.Tone(tone.pitch(), tone.length(), cursor.take('-'))));
      } else if (c == '"') {
        texts.quoted(cursor);
      } else if (c == '!') {
        texts.decoration(cursor);
      } else {
        cursor.next();
        if (c == 'z' || c == 'x') {
          cursor.length();
        } else if (" .~()".indexOf(c) < 0 && !isDecoration(c)) {
          pass(c, at);
        }
      }
    }
    Fraction factor = cursor.length();
    if (chord.isEmpty()) {
      notices.add(place, AbcLiberty.SIGN, "a chord without notes");
      return;
    }
    List<AbcEvent.Tone> scaled = new ArrayList<>();
    for (AbcEvent.Tone tone : chord) {
      scaled.add(new AbcEvent.Tone(tone.pitch(), tone.length().times(factor), tone.tied()));
    }
    add(scaled, scaled.get(0).length(), place);
  }

  private void restingBars(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    cursor.next();
    int count = cursor.number(1);
    if (count < 1 || count > MOST_RESTING_BARS) {
      throw source.error(place, "Z must be for 1 to " + MOST_RESTING_BARS + " bars");
    }
    for (int bar = 0; bar < count; bar++) {
      if (bar > 0) {
        bars.barLine(AbcBarLine.PLAIN, place);
      }
      bars.add(new AbcEvent(List.of(), setting.barLength(), texts.takeChord(), setting, place));
    }
  }

  private void bracket(AbcCursor cursor) throws BadFileException {
    char after = cursor.peek(1);
    if (after == '|' || after == ']') {
      barLine(cursor);
      return;
    }
    int place = cursor.place();
    cursor.next();
    if (cursor.atDigit()) {
      ending(cursor);
    } else if (Character.isLetter(after) && cursor.peek(1) == ':') {
      cursor.next();
      cursor.next();
      field(after, cursor.upTo(']', "an inline field"), place);
    } else if (cursor.isBefore(']', '|')) {
      chordOfNotes(cursor, ']', place);
    } else {
      pass('[', place);
    }
  }

  private void barLine(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    StringBuilder line = new StringBuilder();
    for (char c = cursor.peek();
        c == '|' || c == ':' || c == ']' || (c == '[' && "|]".indexOf(cursor.peek(1)) >= 0);
        c = cursor.peek()) {
      line.append(cursor.next());
    }
    String written = line.toString();
    if (written.equals(":")) {
      pass(':', place);
      return;
    }
    tones.endBar(bars.tiedOn());
    bars.barLine(AbcBarLine.parse(written), place);
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
        notices.add(place, AbcLiberty.ENDING, "ending " + from + (to == from ? "" : "-" + to));
      } else {
        IntStream.rangeClosed(from, to).forEach(passes::add);
      }
      cursor.take('.');
    } while (cursor.take(','));
    if (!passes.isEmpty()) {
      bars.ending(passes, place);
    }
  }
}
