package ductus.music.abc.bar;

import java.util.List;
import java.util.Set;

/**
 * The events written between two bar lines.
 *
 * @param events at least one
 * @param repeatStart whether {@code |:} stands at its start
 * @param repeatEnd whether {@code :|} stands at its end
 * @param strongStart whether the bar line at its start is more than a plain one; the time before it
 *     may then be filled up after it
 * @param strongEnd likewise
 * @param endings passes of the ending that begins with it; empty if none does
 */
public record AbcBar(
    List<AbcEvent> events,
    boolean repeatStart,
    boolean repeatEnd,
    boolean strongStart,
    boolean strongEnd,
    Set<Integer> endings) {
  public AbcBar {
    events = List.copyOf(events);
    endings = Set.copyOf(endings);
  }

  /** Length of the bar in whole notes. */
  Fraction length() {
    Fraction sum = Fraction.ZERO;
    for (AbcEvent event : events) {
      sum = sum.plus(event.length());
    }
    return sum;
  }

  /** The metre, key and tempo at the start of the bar. */
  AbcEvent.Setting setting() {
    return events.get(0).setting();
  }

  /** Index in the file of the first character of the bar. */
  int place() {
    return events.get(0).place();
  }
}
