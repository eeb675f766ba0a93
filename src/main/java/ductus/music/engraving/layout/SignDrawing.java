package ductus.music.engraving.layout;

import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.glyph.Glyph;
import ductus.music.engraving.staff.StaffHead;
import ductus.music.engraving.staff.StaffSign;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws notes and rests of a staff, with stems and flags where there are no beams. */
final class SignDrawing {
  /** Width of a stem. */
  static final double STEM = 0.12;

  private static final double LEDGER = 0.16;
  private static final double LEDGER_OUT = 0.38;
  private static final double STEM_LENGTH = 3.5;

  /** Length of stems that lead away from the staff. */
  private static final double SHORT_STEM = 3.0;

  private final Drawing drawing;
  private final NoteData data;

  SignDrawing(Drawing drawing, NoteData data) {
    this.drawing = drawing;
    this.data = data;
  }

  /**
   * Draws what begins together.
   *
   * @param x of the column
   */
  void column(List<SignPlace> places, StemDirections stems, int bar, double x, boolean isShared) {
    for (int p = 0; p < places.size(); p++) {
      SignPlace place = places.get(p);
      StaffSign sign = place.sign();
      if (sign.isRest()) {
        if (!sign.isBarRest() && !sign.isHidden()) {
          rest(place, x, restHeight(place, places, isShared));
        }
        continue;
      }
      ledgers(place, x);
      if (!isWithEarlier(places, p)) {
        heads(place, bar, x, laterShared(places, p));
      }
      if (sign.value().dotted() && !isWithEarlier(places, p)) {
        dots(place, x + dotsX(place, places));
      }
      if (sign.hasStem() && stems.beam(sign).isEmpty()) {
        stem(place, x);
      }
    }
  }

  private static boolean isWithEarlier(List<SignPlace> places, int index) {
    StaffSign sign = places.get(index).sign();
    boolean up = places.get(index).up();
    return places.subList(0, index).stream()
        .anyMatch(other -> ColumnPlaces.isShared(other, sign, up));
  }

  /** The note of another voice that has the same head. */
  private static List<StaffHead> laterShared(List<SignPlace> places, int index) {
    SignPlace place = places.get(index);
    return places.subList(index + 1, places.size()).stream()
        .filter(other -> ColumnPlaces.isShared(place, other.sign(), other.up()))
        .map(other -> other.sign().lowest())
        .toList();
  }

  private void heads(SignPlace place, int bar, double x, List<StaffHead> shared) {
    StaffSign sign = place.sign();
    for (int i = 0; i < sign.heads().size(); i++) {
      StaffHead head = sign.heads().get(i);
      double y = -head.position() / 2.0;
      drawing.open(data.of(head, sign, bar, shared));
      if (head.accidental().isPresent()) {
        drawing.sign(head.accidental().get(), x + place.accidentals().get(i), y);
        drawing.reach(y - 1.5, y + 1.4);
      }
      drawing.sign(SignPlace.shape(sign, head), x + place.heads().get(i), y);
      drawing.reach(y - 0.6, y + 0.6);
      drawing.close();
    }
  }

  private void ledgers(SignPlace place, double x) {
    StaffSign sign = place.sign();
    for (int i = 0; i < sign.heads().size(); i++) {
      StaffHead head = sign.heads().get(i);
      double left = x + place.heads().get(i) - LEDGER_OUT;
      double right = left + SignPlace.shape(sign, head).width() + 2 * LEDGER_OUT;
      int way = head.position() > 0 ? 1 : -1;
      for (int line = 6; line <= Math.abs(head.position()); line += 2) {
        double y = -way * line / 2.0;
        drawing.rule(left, y, right, y, LEDGER);
      }
    }
  }

  /** Draws dots in spaces, those of neighbors in different ones. */
  private void dots(SignPlace place, double x) {
    Set<Integer> taken = new HashSet<>();
    List<StaffHead> heads = place.sign().heads();
    for (int i = heads.size() - 1; i >= 0; i--) {
      int position = heads.get(i).position();
      int space = position % 2 == 0 ? position + 1 : position;
      if (!taken.add(space)) {
        space -= 2;
        taken.add(space);
      }
      drawing.sign(Glyph.DOT, x, -space / 2.0);
    }
  }

  /** Where dots begin: right of heads of another voice that stand beside. */
  private static double dotsX(SignPlace place, List<SignPlace> places) {
    return places.stream()
        .filter(other -> !other.sign().isRest())
        .mapToDouble(SignPlace::dots)
        .max()
        .orElse(place.dots());
  }

  private void stem(SignPlace place, double x) {
    StaffSign sign = place.sign();
    boolean up = place.up();
    double high = -sign.highest().position() / 2.0;
    double low = -sign.lowest().position() / 2.0;
    double away = up ? sign.highest().position() : -sign.lowest().position();
    double length = away > 0 ? SHORT_STEM : STEM_LENGTH;
    length +=
        sign.flags() > 0 ? 0.5 + 0.78 * Math.max(0, sign.flags() - 2) - (away > 0 ? 0.2 : 0.5) : 0;
    double tip = up ? Math.min(0, high - length) : Math.max(0, low + length);
    double at = x + place.stemX();
    boolean cross = !sign.lowest().shape().equals("normal");
    double from = (up ? low : high) + (cross ? 0 : up ? -0.15 : 0.15);
    drawing.rule(at, from, at, tip, STEM);
    if (sign.flags() > 0) {
      Glyph flag = flag(sign.flags(), up);
      drawing.sign(flag, at, tip);
      drawing.reach(tip, tip);
    }
  }

  private static Glyph flag(int flags, boolean up) {
    return switch (flags) {
      case 1 -> up ? Glyph.FLAG_8_UP : Glyph.FLAG_8_DOWN;
      case 2 -> up ? Glyph.FLAG_16_UP : Glyph.FLAG_16_DOWN;
      case 3 -> up ? Glyph.FLAG_32_UP : Glyph.FLAG_32_DOWN;
      case 4 -> up ? Glyph.FLAG_64_UP : Glyph.FLAG_64_DOWN;
      default -> up ? Glyph.FLAG_128_UP : Glyph.FLAG_128_DOWN;
    };
  }

  /** Height of a rest: in the middle, or on the side of its voice and clear of the others. */
  private static double restHeight(SignPlace place, List<SignPlace> places, boolean isShared) {
    if (!isShared) {
      return 0;
    }
    double height = place.up() ? -2 : 2;
    for (SignPlace other : places) {
      if (!other.sign().isRest() && other.up() != place.up()) {
        height =
            place.up()
                ? Math.min(height, Math.floor(-other.sign().highest().position() / 2.0 - 2))
                : Math.max(height, Math.ceil(-other.sign().lowest().position() / 2.0 + 2));
      }
    }
    return height;
  }

  private void rest(SignPlace place, double x, double y) {
    StaffSign sign = place.sign();
    drawing.sign(SignPlace.rest(sign), x + place.shift(), y);
    drawing.reach(y - 1.5, y + 1.5);
    boolean whole = sign.value().halvings() <= 1;
    if (whole && Math.abs(y) > 2) {
      double line = sign.value().halvings() == 1 ? y : y - 1;
      drawing.rule(x - LEDGER_OUT, line, x + place.headsEnd() + LEDGER_OUT, line, LEDGER);
    }
    if (sign.value().dotted()) {
      drawing.sign(Glyph.DOT, x + place.dots(), y - 0.5);
    }
  }
}
