package ductus.music.abc.bar;

import ductus.file.BadFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the events of a body into its written bars. */
public final class AbcBars {
  private static final int MOST_BARS = 4096;

  private final AbcSource source;
  private final List<AbcBar> bars = new ArrayList<>();
  private final List<AbcEvent> events = new ArrayList<>();
  private boolean repeatStart;
  private boolean strongStart;
  private final Set<Integer> endings = new HashSet<>();
  private boolean withinEndings;
  private char part;
  private Fraction position = Fraction.ZERO;
  private Fraction farthest = Fraction.ZERO;

  public AbcBars(AbcSource source) {
    this.source = source;
  }

  public void add(AbcEvent event) {
    events.add(event);
    position = position.plus(event.length());
  }

  /** Whether nothing has been written since the bar line. */
  public boolean atBarLine() {
    return events.isEmpty();
  }

  /** Whether an ending was written since the last repeat began. */
  public boolean isWithinEndings() {
    return withinEndings;
  }

  /** Whether a note, chord or rest was written since the bar line, or since {@code &}. */
  public boolean hasLast() {
    return !events.isEmpty() && !last().isReturn();
  }

  /** The pitches of the bar's last event that are tied on. */
  public Set<Integer> tiedOn() {
    return events.isEmpty()
        ? Set.of()
        : last().tones().stream()
            .filter(AbcEvent.Tone::tied)
            .map(AbcEvent.Tone::pitch)
            .collect(Collectors.toSet());
  }

  /** The last event of the bar, which must have one. */
  public AbcEvent last() {
    return events.get(events.size() - 1);
  }

  public void replaceLast(AbcEvent event) {
    position = position.minus(last().length()).plus(event.length());
    events.set(events.size() - 1, event);
  }

  /**
   * Ties the last note, also from behind the bar line.
   *
   * @return whether there is a note to be tied
   */
  public boolean tieLast() {
    if (!events.isEmpty()) {
      if (last().isRest()) {
        return false;
      }
      replaceLast(last().allTied());
      return true;
    }
    if (bars.isEmpty() || lastBar().last().isRest()) {
      return false;
    }
    bars.set(bars.size() - 1, lastBar().withLast(lastBar().last().allTied()));
    return true;
  }

  /** Goes back to the bar line, for another voice in the same bar. */
  public void overlay(AbcEvent.Setting setting, int place) {
    if (position.isZero()) {
      return;
    }
    farthest = farthest.compareTo(position) < 0 ? position : farthest;
    add(AbcEvent.skip(Fraction.ZERO.minus(position), setting, place));
  }

  /** Ends a bar at a bar line. */
  public void barLine(AbcBarLine line, int place) throws BadFileException {
    if (!events.isEmpty()) {
      if (bars.size() == MOST_BARS) {
        throw source.error(place, "a tune must have " + MOST_BARS + " bars at most");
      }
      if (farthest.compareTo(position) > 0) {
        add(AbcEvent.skip(farthest.minus(position), last().setting(), place));
      }
      bars.add(
          new AbcBar(
              events, repeatStart, line.repeatEnd(), strongStart, line.strong(), endings, part));
      events.clear();
      endings.clear();
      position = Fraction.ZERO;
      farthest = Fraction.ZERO;
      repeatStart = false;
      strongStart = false;
    } else if (!bars.isEmpty()) {
      bars.set(bars.size() - 1, lastBar().endedBy(line));
    }
    repeatStart |= line.repeatStart();
    strongStart |= line.strong();
    withinEndings &= !line.repeatStart();
  }

  /** Begins an ending that is played in some passes. */
  public void ending(Set<Integer> passes, int place) throws BadFileException {
    if (!events.isEmpty()) {
      barLine(AbcBarLine.DOUBLE, place);
    }
    endings.addAll(passes);
    strongStart = true;
    withinEndings = true;
  }

  /** Begins a part. */
  public void part(char name, int place) throws BadFileException {
    if (!events.isEmpty()) {
      barLine(AbcBarLine.DOUBLE, place);
    }
    part = name;
  }

  /** Ends the body; returns all its bars, none if nothing was written. */
  public List<AbcBar> finish(int place) throws BadFileException {
    barLine(AbcBarLine.DOUBLE, place);
    return List.copyOf(bars);
  }

  private AbcBar lastBar() {
    return bars.get(bars.size() - 1);
  }
}
