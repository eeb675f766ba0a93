package ductus.music.abc.bar;

import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the bar lines of the played bars stand. The first bar may be a pickup; at strong bar lines,
 * repeats and the end, a bar may be in two parts. A bar of another length than the metre says, and
 * each bar of free metre, has a metre of its own, so that what follows it is in its place.
 */
public final class AbcBarLayout {
  private static final int MOST_BEATS = 255;
  private static final int SHORTEST_BEAT = 128;

  private final AbcNotices notices;
  private final List<AbcBar> played;
  private final List<MetreChange> metres = new ArrayList<>();
  private final Set<Fraction> upbeats = new HashSet<>();
  private Fraction line = Fraction.ZERO;
  private Fraction filled = Fraction.ZERO;
  private boolean displaced;

  /**
   * A metre from a bar line on; the same again where the bar before it is cut short.
   *
   * @param position in whole notes from the first bar line
   */
  public record MetreChange(Fraction position, TimeSignature metre) {}

  /**
   * Lays some bars out.
   *
   * @param played one at least
   */
  public AbcBarLayout(AbcNotices notices, List<AbcBar> played) {
    this.notices = notices;
    this.played = played;
    filled = start();
    if (!filled.isZero()) {
      upbeats.add(played.get(0).length());
    }
    for (int i = 0; i < played.size(); i++) {
      add(i);
    }
  }

  /**
   * Place where the tune begins behind its first bar line, in whole notes: above 0 if it begins
   * with a pickup.
   */
  public Fraction start() {
    AbcBar first = played.get(0);
    Fraction full = first.setting().barLength();
    boolean pickup =
        !first.setting().isFree() && first.length().compareTo(full) < 0 && played.size() > 1;
    return pickup ? full.minus(first.length()) : Fraction.ZERO;
  }

  /** The metres, the first one at 0. */
  public List<MetreChange> metres() {
    return List.copyOf(metres);
  }

  private void add(int index) {
    AbcBar bar = played.get(index);
    AbcEvent.Setting setting = bar.setting();
    Fraction length = bar.length();
    Fraction wanted = setting.barLength();
    boolean last = index == played.size() - 1;
    if (index > 0 && !filled.isZero()) {
      AbcBar before = played.get(index - 1);
      boolean other = setting.isFree() || !setting.metre().sameMetre(before.setting().metre());
      if (other || filled.plus(length).compareTo(wanted) > 0) {
        endBar(before, filled);
      } else {
        upbeats.add(length);
      }
    }
    filled = filled.plus(length);
    boolean isShort = filled.compareTo(wanted) < 0 && !setting.isFree();
    if (last && isShort) {
      if (!upbeats.contains(wanted.minus(filled))) {
        complain(bar, filled);
      }
      endBar(bar, wanted);
    } else if (!isShort || !mayGoOn(index)) {
      endBar(bar, filled);
    }
  }

  /** Whether the bar at the end of this one may be in two parts. */
  private boolean mayGoOn(int index) {
    AbcBar bar = played.get(index);
    return bar.strongEnd() || bar.repeatEnd() > 0 || played.get(index + 1).strongStart();
  }

  private void endBar(AbcBar bar, Fraction length) {
    AbcEvent.Setting setting = bar.setting();
    Optional<TimeSignature> metre = Optional.of(setting.metre());
    if (setting.isFree() || !length.equals(setting.barLength())) {
      metre = metreOf(length, setting.metre().denominator());
      if (!setting.isFree()) {
        complain(bar, length);
      }
    }
    TimeSignature before = metres.isEmpty() ? null : metres.get(metres.size() - 1).metre();
    TimeSignature now = metre.orElse(setting.metre());
    if (before == null || displaced || !before.sameMetre(now)) {
      metres.add(new MetreChange(line, now));
    }
    displaced = metre.isEmpty();
    line = line.plus(length);
    filled = Fraction.ZERO;
  }

  private void complain(AbcBar bar, Fraction length) {
    int parts = bar.setting().metre().denominator();
    notices.add(
        bar.place(),
        AbcLiberty.BAR_LENGTH,
        String.format(Locale.ROOT, "a bar of %s, in %s,", length.in(parts), bar.setting().metre()));
  }

  /** The metre of one bar of a length; empty if no metre says it. */
  private static Optional<TimeSignature> metreOf(Fraction length, int usualBeat) {
    long beat = Math.max(usualBeat, length.denominator());
    long beats = length.numerator() * (beat / length.denominator());
    boolean exists =
        Long.bitCount(length.denominator()) == 1
            && beat <= SHORTEST_BEAT
            && beats >= 1
            && beats <= MOST_BEATS;
    return exists ? Optional.of(new TimeSignature(0, (int) beats, (int) beat)) : Optional.empty();
  }
}
