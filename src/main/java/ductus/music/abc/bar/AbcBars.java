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

  public AbcBars(AbcSource source) {
    this.source = source;
  }

  public void add(AbcEvent event) {
    events.add(event);
  }

  /** Whether nothing has been written since the bar line. */
  public boolean atBarLine() {
    return events.isEmpty();
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
    events.set(events.size() - 1, event);
  }

  /** Ties the last note, also from behind the bar line. */
  public void tieLast(int place) throws BadFileException {
    if (!events.isEmpty() && !last().isRest()) {
      replaceLast(last().allTied());
      return;
    }
    if (!events.isEmpty() || bars.isEmpty()) {
      throw source.error(place, "a tie must follow a note");
    }
    AbcBar bar = bars.get(bars.size() - 1);
    List<AbcEvent> changed = new ArrayList<>(bar.events());
    AbcEvent last = changed.get(changed.size() - 1);
    if (last.isRest()) {
      throw source.error(place, "a tie must follow a note");
    }
    changed.set(changed.size() - 1, last.allTied());
    bars.set(
        bars.size() - 1,
        new AbcBar(
            changed,
            bar.repeatStart(),
            bar.repeatEnd(),
            bar.strongStart(),
            bar.strongEnd(),
            bar.endings()));
  }

  /**
   * Ends a bar at a bar line.
   *
   * @param repeatEnd whether the line ends a repeat
   * @param repeatStart whether it begins one
   * @param strong whether it is more than a plain bar line
   */
  public void barLine(boolean repeatEnd, boolean repeatStart, boolean strong, int place)
      throws BadFileException {
    if (!events.isEmpty()) {
      if (bars.size() == MOST_BARS) {
        throw source.error(place, "a tune must have " + MOST_BARS + " bars at most");
      }
      bars.add(new AbcBar(events, this.repeatStart, repeatEnd, strongStart, strong, endings));
      events.clear();
      endings.clear();
      this.repeatStart = false;
      strongStart = false;
    } else if (repeatEnd || strong) {
      strengthenLast(repeatEnd, place);
    }
    this.repeatStart |= repeatStart;
    strongStart |= strong;
  }

  /** Begins an ending that is played in some passes. */
  public void ending(Set<Integer> passes, int place) throws BadFileException {
    if (!events.isEmpty()) {
      barLine(false, false, true, place);
    }
    if (bars.isEmpty()) {
      throw source.error(place, "an ending must follow what is repeated");
    }
    endings.addAll(passes);
    strongStart = true;
  }

  /** Ends the body; returns all its bars. */
  public List<AbcBar> finish(int place) throws BadFileException {
    barLine(false, false, true, place);
    if (bars.isEmpty()) {
      throw source.error(place, "the tune has no notes");
    }
    return List.copyOf(bars);
  }

  private void strengthenLast(boolean repeatEnd, int place) throws BadFileException {
    if (bars.isEmpty()) {
      if (repeatEnd) {
        throw source.error(place, "a repeat must end after a bar");
      }
      return;
    }
    AbcBar bar = bars.get(bars.size() - 1);
    bars.set(
        bars.size() - 1,
        new AbcBar(
            bar.events(),
            bar.repeatStart(),
            bar.repeatEnd() || repeatEnd,
            bar.strongStart(),
            true,
            bar.endings()));
  }
}
