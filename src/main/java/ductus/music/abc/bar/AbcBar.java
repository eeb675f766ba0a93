package ductus.music.abc.bar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The events written between two bar lines.
 *
 * @param events at least one
 * @param repeatStart whether {@code |:} stands at its start
 * @param repeatEnd how many times more the repeat that ends with it is played; 0 if none ends
 * @param strongStart whether the bar line at its start is more than a plain one; the time before it
 *     may then be filled up after it
 * @param strongEnd likewise
 * @param endings passes of the ending that begins with it; empty if none does
 * @param part name of the part that it is of; 0 before the first
 */
public record AbcBar(
    List<AbcEvent> events,
    boolean repeatStart,
    int repeatEnd,
    boolean strongStart,
    boolean strongEnd,
    Set<Integer> endings,
    char part) {
  public AbcBar {
    events = List.copyOf(events);
    endings = Set.copyOf(endings);
  }

  /** Returns this bar with a bar line at its end that says more, too. */
  AbcBar endedBy(AbcBarLine line) {
    return new AbcBar(
        events,
        repeatStart,
        Math.max(repeatEnd, line.repeatEnd()),
        strongStart,
        strongEnd || line.strong(),
        endings,
        part);
  }

  /** Returns this bar with another last event. */
  AbcBar withLast(AbcEvent event) {
    List<AbcEvent> changed = new ArrayList<>(events);
    changed.set(changed.size() - 1, event);
    return new AbcBar(changed, repeatStart, repeatEnd, strongStart, strongEnd, endings, part);
  }

  AbcEvent last() {
    return events.get(events.size() - 1);
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
