package ductus.music.abc.bar;

import ductus.file.BadFileException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that the played bars are full. The first one may be a pickup; at strong bar lines, repeats
 * and the end, a bar may be in two parts.
 */
public final class AbcBarCheck {
  private final AbcSource source;
  private final List<AbcBar> played;
  private final Map<AbcBar, Integer> numbers;

  /**
   * Prepares a check of some bars.
   *
   * @param written all bars as written, for their numbers
   */
  public AbcBarCheck(AbcSource source, List<AbcBar> written, List<AbcBar> played) {
    this.source = source;
    this.played = played;
    this.numbers = numbers(written);
  }

  /**
   * Place where the tune begins behind its first bar line, in whole notes: above 0 if it begins
   * with a pickup.
   */
  public Fraction start() throws BadFileException {
    AbcBar first = played.get(0);
    Fraction pickup = first.length();
    Fraction full = first.setting().barLength();
    Fraction start =
        pickup.compareTo(full) < 0 && played.size() > 1 ? full.minus(pickup) : Fraction.ZERO;
    Fraction filled = start;
    Set<Fraction> upbeats = new HashSet<>();
    if (!start.isZero()) {
      upbeats.add(pickup);
    }
    AbcBar before = first;
    for (int i = 0; i < played.size(); i++) {
      AbcBar bar = played.get(i);
      Fraction wanted = bar.setting().barLength();
      if (i > 0 && !filled.isZero()) {
        if (!bar.setting().metre().sameMetre(before.setting().metre())) {
          throw wrong(before, filled, before.setting().barLength(), "");
        }
        upbeats.add(bar.length());
      }
      Fraction sum = filled.plus(bar.length());
      boolean last = i == played.size() - 1;
      boolean mayGoOn =
          last || bar.strongEnd() || played.get(i + 1).strongStart() || bar.repeatEnd();
      if (sum.compareTo(wanted) > 0 || (sum.compareTo(wanted) < 0 && !mayGoOn)) {
        throw wrong(
            bar,
            sum,
            wanted,
            i > 0 && !filled.isZero() ? " with the part bar played before it" : "");
      }
      filled = sum.equals(wanted) ? Fraction.ZERO : sum;
      if (last && !filled.isZero() && !upbeats.contains(wanted.minus(filled))) {
        throw wrong(bar, filled, wanted, " and no pickup fills it up");
      }
      before = bar;
    }
    boolean longPickup = pickup.plus(pickup).compareTo(full) > 0;
    if (!start.isZero() && longPickup && filled.isZero()) {
      throw wrong(first, pickup, full, " and the last bar does not make up for it");
    }
    return start;
  }

  private BadFileException wrong(AbcBar bar, Fraction found, Fraction wanted, String besides) {
    int parts = bar.setting().metre().denominator();
    return source.error(
        bar.place(),
        "bar "
            + numbers.get(bar)
            + " must last "
            + wanted.in(parts)
            + " but lasts "
            + found.in(parts)
            + besides);
  }

  /**
   * Numbers of the bars as people count: 1 is the first full bar, and parts of one bar count once.
   */
  private static Map<AbcBar, Integer> numbers(List<AbcBar> written) {
    Map<AbcBar, Integer> numbers = new HashMap<>();
    Fraction filled = Fraction.ZERO;
    boolean pickup = written.get(0).length().compareTo(written.get(0).setting().barLength()) < 0;
    int number = pickup && written.size() > 1 ? 0 : 1;
    for (AbcBar bar : written) {
      numbers.put(bar, number);
      Fraction sum = filled.plus(bar.length());
      boolean open = number > 0 && bar.strongEnd() && sum.compareTo(bar.setting().barLength()) < 0;
      filled = open ? sum : Fraction.ZERO;
      number += open ? 0 : 1;
    }
    return numbers;
  }
}
