package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.TimeSignature;
import ductus.music.abc.bar.AbcBars;
import ductus.music.abc.bar.AbcEvent;
import ductus.music.abc.bar.AbcLiberty;
import ductus.music.abc.bar.AbcNotices;
import ductus.music.abc.bar.Fraction;

/** What makes a note longer or shorter than it is written: unit length, broken rhythm, tuplets. */
final class AbcRhythm {
  private static final int MOST_SIGNS = 4;

  private final AbcNotices notices;
  private final AbcBars bars;
  private Fraction unit;
  private Fraction broken = Fraction.ONE;
  private int brokenPlace;
  private int tupletNotes;
  private int tupletPlace;
  private Fraction tupletFactor = Fraction.ONE;

  AbcRhythm(AbcNotices notices, AbcBars bars, Fraction unit) {
    this.notices = notices;
    this.bars = bars;
    this.unit = unit;
  }

  Fraction unit() {
    return unit;
  }

  void setUnit(Fraction length) {
    unit = length;
  }

  /** Returns an event whose length is in units as long as it sounds. */
  AbcEvent timed(AbcEvent event) {
    AbcEvent timed = event.times(unit).times(broken);
    broken = Fraction.ONE;
    if (tupletNotes > 0) {
      timed = timed.times(tupletFactor);
      tupletNotes--;
    }
    return timed;
  }

  /** Scans what follows the parenthesis of a tuplet. */
  void tuplet(AbcCursor cursor, TimeSignature metre, int place) throws BadFileException {
    int notes = cursor.number(0);
    int usual =
        switch (notes) {
          case 2, 4, 8 -> 3;
          case 3, 6 -> 2;
          default -> metre.isCompound() ? 3 : 2;
        };
    int inTimeOf = cursor.take(':') ? cursor.number(usual) : usual;
    int count = cursor.take(':') ? cursor.number(notes) : notes;
    if (notes < 2 || notes > 16 || inTimeOf < 1 || inTimeOf > 16 || count < 1 || count > 64) {
      notices.add(place, AbcLiberty.TUPLET, "(" + notes);
      return;
    }
    checkTupletIsFull();
    tupletNotes = count;
    tupletPlace = place;
    tupletFactor = new Fraction(inTimeOf, notes);
  }

  /** Scans the signs of broken rhythm between two notes; a bar line may stand behind them. */
  void broken(AbcCursor cursor) {
    char sign = cursor.peek();
    int place = cursor.place();
    int count = cursor.takeAll(sign);
    if (!bars.hasLast() || count > MOST_SIGNS || !broken.equals(Fraction.ONE)) {
      notices.add(place, AbcLiberty.BROKEN_RHYTHM, AbcFields.quote(String.valueOf(sign)));
      return;
    }
    Fraction shorter = new Fraction(1, 1L << count);
    Fraction longer = new Fraction(2, 1).minus(shorter);
    bars.replaceLast(bars.last().times(sign == '>' ? longer : shorter));
    broken = sign == '>' ? shorter : longer;
    brokenPlace = place;
  }

  /** Ends the body. */
  void finish() {
    checkTupletIsFull();
    if (!broken.equals(Fraction.ONE)) {
      notices.add(brokenPlace, AbcLiberty.BROKEN_RHYTHM, "the last sign");
    }
  }

  private void checkTupletIsFull() {
    if (tupletNotes > 0) {
      notices.add(tupletPlace, AbcLiberty.TUPLET_OPEN, "a tuplet");
    }
  }
}
