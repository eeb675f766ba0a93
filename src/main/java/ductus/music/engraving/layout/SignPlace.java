package ductus.music.engraving.layout;

import ductus.music.engraving.glyph.Glyph;
import ductus.music.engraving.staff.StaffHead;
import ductus.music.engraving.staff.StaffSign;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a sign stand, from the left edge of an ordinary head of its column.
 *
 * @param up whether its stem goes up
 * @param shift of the whole sign to the right, beside another voice
 * @param heads x of each head, in the order of the sign
 * @param accidentals x of the accidental of each head; 0 where there is none
 */
record SignPlace(
    StaffSign sign, boolean up, double shift, List<Double> heads, List<Double> accidentals) {
  private static final double DOT_GAP = 0.35;

  SignPlace {
    heads = List.copyOf(heads);
    accidentals = List.copyOf(accidentals);
  }

  SignPlace withAccidentals(List<Double> places) {
    return new SignPlace(sign, up, shift, heads, places);
  }

  /** Places the heads: of two a second apart one goes to the other side of the stem. */
  static SignPlace of(StaffSign sign, boolean up, double shift) {
    int count = sign.heads().size();
    Double[] places = new Double[count];
    int before = Integer.MIN_VALUE / 2;
    boolean aside = false;
    for (int k = 0; k < count; k++) {
      int i = up ? k : count - 1 - k;
      int position = sign.heads().get(i).position();
      aside = Math.abs(position - before) <= 1 && !aside;
      double width = shape(sign, sign.heads().get(i)).width();
      places[i] = shift + (aside ? (up ? width - 0.12 : 0.12 - width) : 0);
      before = position;
    }
    List<Double> none = new ArrayList<>();
    sign.heads().forEach(head -> none.add(0.0));
    return new SignPlace(sign, up, shift, List.of(places), none);
  }

  /** The glyph of a head. */
  static Glyph shape(StaffSign sign, StaffHead head) {
    return switch (head.shape()) {
      case "x" -> Glyph.NOTE_CROSS;
      case "circle-x" -> Glyph.NOTE_CIRCLE_CROSS;
      case "diamond" -> Glyph.NOTE_DIAMOND;
      case "triangle" -> Glyph.NOTE_TRIANGLE;
      case "slash" -> Glyph.NOTE_SLASH;
      default ->
          switch (sign.value().halvings()) {
            case -1 -> Glyph.NOTE_BREVE;
            case 0 -> Glyph.NOTE_WHOLE;
            case 1 -> Glyph.NOTE_HALF;
            default -> Glyph.NOTE_BLACK;
          };
    };
  }

  /** The glyph of a rest. */
  static Glyph rest(StaffSign sign) {
    return switch (sign.value().halvings()) {
      case -1 -> Glyph.REST_BREVE;
      case 0 -> Glyph.REST_WHOLE;
      case 1 -> Glyph.REST_HALF;
      case 2 -> Glyph.REST_QUARTER;
      case 3 -> Glyph.REST_8;
      case 4 -> Glyph.REST_16;
      case 5 -> Glyph.REST_32;
      case 6 -> Glyph.REST_64;
      default -> Glyph.REST_128;
    };
  }

  /** The right edge of the heads or the rest. */
  double headsEnd() {
    double end = sign.isRest() ? shift + rest(sign).width() : 0;
    for (int i = 0; i < heads.size(); i++) {
      end = Math.max(end, heads.get(i) + shape(sign, sign.heads().get(i)).width());
    }
    return end;
  }

  /** Left edge of the augmentation dots. */
  double dots() {
    return headsEnd() + DOT_GAP;
  }

  /** The right edge of all that belongs to the sign. */
  double end(boolean isBeamed) {
    if (sign.isHidden()) {
      return 0;
    }
    double end = sign.value().dotted() && !sign.isBarRest() ? dots() + 0.4 : headsEnd();
    boolean flag = sign.flags() > 0 && !isBeamed && up;
    return flag ? Math.max(end, stemX() + 1.1) : end;
  }

  /** The left edge of all that belongs to the sign, 0 or less. */
  double begin() {
    double begin = 0;
    for (int i = 0; i < heads.size(); i++) {
      begin = Math.min(begin, heads.get(i));
      if (sign.heads().get(i).accidental().isPresent()) {
        begin = Math.min(begin, accidentals.get(i));
      }
    }
    return begin;
  }

  /** The middle of the stem. */
  double stemX() {
    double half = SignDrawing.STEM / 2;
    double width = sign.isRest() ? 1 : shape(sign, sign.heads().get(0)).width();
    return shift + (up ? width - half : half);
  }
}
