package ductus.music.engraving.layout;

import ductus.music.engraving.glyph.Glyph;
import ductus.music.engraving.staff.StaffHead;
import ductus.music.engraving.staff.StaffSign;
import java.util.ArrayList;
import java.util.List;

/** Places what begins together on a staff so that neither heads nor accidentals touch. */
final class ColumnPlaces {
  private static final double ACCIDENTAL_GAP = 0.22;

  /** Positions that two accidentals below each other need. */
  private static final int ACCIDENTAL_HEIGHT = 6;

  /** Left of which no accidental stands that has taken a place. */
  private record Taken(int position, double left) {}

  private ColumnPlaces() {}

  static List<SignPlace> of(List<StaffSign> signs, StemDirections stems) {
    List<SignPlace> places = new ArrayList<>();
    for (StaffSign sign : signs) {
      places.add(place(sign, stems.isUp(sign), places));
    }
    return accidentals(places);
  }

  private static SignPlace place(StaffSign sign, boolean up, List<SignPlace> before) {
    if (sign.isRest()) {
      return SignPlace.of(sign, up, 0);
    }
    double shift = 0;
    SignPlace place = SignPlace.of(sign, up, shift);
    while ((shift == 0 && before.stream().anyMatch(other -> collides(other, sign, up)))
        || touches(place, before)) {
      shift += shift == 0 ? step(sign) : 0.3;
      place = SignPlace.of(sign, up, shift);
    }
    return place;
  }

  private static double step(StaffSign sign) {
    return SignPlace.shape(sign, sign.lowest()).width() + 0.1;
  }

  /** Whether stems would meet: both go one way, or the lower voice reaches above the upper. */
  private static boolean collides(SignPlace other, StaffSign sign, boolean up) {
    if (other.sign().isRest()) {
      return false;
    } else if (other.up() == up) {
      return other.sign().hasStem() && sign.hasStem();
    }
    StaffSign upper = up ? sign : other.sign();
    StaffSign lower = up ? other.sign() : sign;
    return upper.lowest().position() <= lower.highest().position() + 1
        && !isShared(other, sign, up);
  }

  private static boolean touches(SignPlace place, List<SignPlace> before) {
    for (SignPlace other : before) {
      for (int i = 0; i < place.heads().size(); i++) {
        for (int k = 0; k < other.heads().size(); k++) {
          StaffHead mine = place.sign().heads().get(i);
          StaffHead yours = other.sign().heads().get(k);
          double width = SignPlace.shape(other.sign(), yours).width();
          if (Math.abs(mine.position() - yours.position()) <= 1
              && Math.abs(place.heads().get(i) - other.heads().get(k)) < width - 0.2
              && !isShared(other, place.sign(), place.up())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether two single notes of opposite stems are one head: same place, same shape. */
  static boolean isShared(SignPlace other, StaffSign sign, boolean up) {
    return other.sign().heads().size() == 1
        && sign.heads().size() == 1
        && other.shift() == 0
        && other.up() != up
        && other.sign().lowest().pitch() == sign.lowest().pitch()
        && other.sign().lowest().position() == sign.lowest().position()
        && SignPlace.shape(other.sign(), other.sign().lowest())
            == SignPlace.shape(sign, sign.lowest())
        && other.sign().value().dotted() == sign.value().dotted();
  }

  /** Places accidentals from the top and the bottom in turn, each as far right as it can. */
  private static List<SignPlace> accidentals(List<SignPlace> places) {
    record Wanted(int sign, int head, int position, Glyph glyph) {}
    List<Wanted> wanted = new ArrayList<>();
    double edge = 0;
    for (int s = 0; s < places.size(); s++) {
      StaffSign sign = places.get(s).sign();
      edge = Math.min(edge, places.get(s).begin());
      for (int h = 0; h < sign.heads().size(); h++) {
        StaffHead head = sign.heads().get(h);
        if (head.accidental().isPresent()) {
          wanted.add(new Wanted(s, h, head.position(), head.accidental().get()));
        }
      }
    }
    if (wanted.isEmpty()) {
      return places;
    }
    wanted.sort((one, other) -> Integer.compare(other.position(), one.position()));
    List<List<Double>> found = new ArrayList<>();
    places.forEach(place -> found.add(new ArrayList<>(place.accidentals())));
    List<Taken> taken = new ArrayList<>();
    boolean top = true;
    while (!wanted.isEmpty()) {
      Wanted next = wanted.remove(top ? 0 : wanted.size() - 1);
      double right = edge - ACCIDENTAL_GAP;
      for (Taken each : taken) {
        if (Math.abs(each.position() - next.position()) < ACCIDENTAL_HEIGHT) {
          right = Math.min(right, each.left() - 0.12);
        }
      }
      double left = right - next.glyph().width();
      taken.add(new Taken(next.position(), left));
      found.get(next.sign()).set(next.head(), left);
      top = !top;
    }
    List<SignPlace> done = new ArrayList<>();
    for (int s = 0; s < places.size(); s++) {
      done.add(places.get(s).withAccidentals(found.get(s)));
    }
    return done;
  }
}
