package ductus.music.abc.bar;

import ductus.file.BadFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plays the repeats and endings of written bars out. A repeat without its {@code |:} begins behind
 * the double bar or repeat before it, else at the start; one without its {@code :|} ends where the
 * next begins.
 */
public final class AbcRepeats {
  /** Most bars that are played: a file of a few bytes may ask for billions. */
  static final int MOST_PLAYED = 1 << 16;

  private final AbcSource source;
  private final AbcNotices notices;
  private final List<AbcBar> bars;
  private final List<AbcBar> played = new ArrayList<>();

  public AbcRepeats(AbcSource source, AbcNotices notices, List<AbcBar> bars) {
    this.source = source;
    this.notices = notices;
    this.bars = bars;
  }

  /**
   * The bars in the order in which they are played.
   *
   * @throws BadFileException if they are more than 65536
   */
  public List<AbcBar> played() throws BadFileException {
    int next = 0;
    while (next < bars.size()) {
      next = playSection(next);
    }
    return played;
  }

  /** Plays a section that is repeated as one, and returns where the next begins. */
  private int playSection(int start) throws BadFileException {
    boolean marked = bars.get(start).repeatStart();
    int from = start;
    for (int i = start; i < bars.size(); i++) {
      AbcBar bar = bars.get(i);
      if (i > start && bar.repeatStart()) {
        if (marked) {
          notices.add(bars.get(start).place(), AbcLiberty.REPEAT_END, "the repeat");
          play(start, i);
        }
        play(start, i);
        return i;
      }
      if (!bar.endings().isEmpty()) {
        return playEndings(start, from, i);
      }
      if (bar.repeatEnd() > 0) {
        playOnceBefore(start, from, bar);
        for (int pass = 0; pass <= bar.repeatEnd(); pass++) {
          play(from, i + 1);
        }
        return i + 1;
      }
      from = bar.strongEnd() && !marked ? i + 1 : from;
    }
    if (marked) {
      notices.add(bars.get(start).place(), AbcLiberty.REPEAT_OPEN, "the repeat");
    }
    play(start, bars.size());
    return bars.size();
  }

  private void playOnceBefore(int start, int from, AbcBar end) throws BadFileException {
    if (from > start) {
      notices.add(end.place(), AbcLiberty.REPEAT_START, "the repeat that ends here");
      play(start, from);
    }
  }

  private void play(int from, int to) throws BadFileException {
    play(bars.subList(from, to));
  }

  private void play(List<AbcBar> some) throws BadFileException {
    if (played.size() + some.size() > MOST_PLAYED) {
      throw source.error(bars.get(0).place(), "a tune must play " + MOST_PLAYED + " bars at most");
    }
    played.addAll(some);
  }

  /**
   * Plays a repeat with endings.
   *
   * @param start where the section begins
   * @param from where the repeat begins
   */
  private int playEndings(int start, int from, int firstEnding) throws BadFileException {
    SortedMap<Integer, List<AbcBar>> endings = new TreeMap<>();
    int next = firstEnding;
    while (next < bars.size()
        && !bars.get(next).endings().isEmpty()
        && (next == firstEnding || !bars.get(next).repeatStart())) {
      int end = endOfEnding(next);
      List<AbcBar> ending = bars.subList(next, end);
      for (int pass : bars.get(next).endings().stream().sorted().toList()) {
        if (endings.putIfAbsent(pass, ending) != null) {
          notices.add(bars.get(next).place(), AbcLiberty.ENDING_TWICE, "ending " + pass);
          endings.put(endings.lastKey() + 1, ending);
        }
      }
      next = end;
    }
    if (from == firstEnding) {
      notices.add(bars.get(from).place(), AbcLiberty.ENDING_BODY, "the ending");
    }
    playOnceBefore(start, Math.min(from, firstEnding), bars.get(firstEnding));
    for (Map.Entry<Integer, List<AbcBar>> each : endings.entrySet()) {
      int pass = each.getKey();
      List<AbcBar> ending = each.getValue();
      AbcBar last = ending.get(ending.size() - 1);
      if (pass < endings.lastKey() && last.repeatEnd() == 0) {
        notices.add(ending.get(0).place(), AbcLiberty.ENDING_CLOSE, "ending " + pass);
      }
      play(from, firstEnding);
      play(ending);
    }
    List<AbcBar> first = endings.values().iterator().next();
    if (first.size() == next - firstEnding && first.get(first.size() - 1).repeatEnd() > 0) {
      play(from, firstEnding);
    }
    return next;
  }

  private int endOfEnding(int start) {
    int end = start + 1;
    while (end < bars.size()
        && !bars.get(end - 1).strongEnd()
        && bars.get(end).endings().isEmpty()
        && !bars.get(end).repeatStart()) {
      end++;
    }
    return end;
  }
}
