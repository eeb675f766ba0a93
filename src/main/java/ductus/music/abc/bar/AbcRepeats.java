package ductus.music.abc.bar;

import ductus.file.BadFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plays the repeats and endings of the written bars out. */
public final class AbcRepeats {
  private final AbcSource source;
  private final List<AbcBar> bars;
  private final List<AbcBar> played = new ArrayList<>();

  public AbcRepeats(AbcSource source, List<AbcBar> bars) {
    this.source = source;
    this.bars = bars;
  }

  /** The bars in the order in which they are played. */
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
    for (int i = start; i < bars.size(); i++) {
      AbcBar bar = bars.get(i);
      if (i > start && bar.repeatStart()) {
        checkMarkIsUsed(start, marked);
        played.addAll(bars.subList(start, i));
        return i;
      }
      if (!bar.endings().isEmpty()) {
        return playEndings(start, i, marked);
      }
      if (bar.repeatEnd()) {
        checkStartIsClear(start, i, marked);
        played.addAll(bars.subList(start, i + 1));
        played.addAll(bars.subList(start, i + 1));
        return i + 1;
      }
    }
    checkMarkIsUsed(start, marked);
    played.addAll(bars.subList(start, bars.size()));
    return bars.size();
  }

  private int playEndings(int start, int firstEnding, boolean marked) throws BadFileException {
    if (firstEnding == start) {
      throw source.error(
          bars.get(start).place(), "an ending must follow what is repeated, but a section begins");
    }
    checkStartIsClear(start, firstEnding - 1, marked);
    List<List<AbcBar>> endings = new ArrayList<>();
    int next = firstEnding;
    while (next < bars.size() && !bars.get(next).endings().isEmpty()) {
      int end = endOfEnding(next);
      endings.add(bars.subList(next, end));
      next = end;
    }
    int passes =
        endings.stream()
            .flatMap(ending -> ending.get(0).endings().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(1);
    if (passes == 1 && endings.size() == 1) {
      throw source.error(endings.get(0).get(0).place(), "there is no ending 2");
    }
    for (int pass = 1; pass <= passes; pass++) {
      List<AbcBar> ending = endingOf(pass, endings);
      AbcBar last = ending.get(ending.size() - 1);
      if (pass < passes && !last.repeatEnd()) {
        throw source.error(ending.get(0).place(), "ending " + pass + " must be closed by :|");
      }
      played.addAll(bars.subList(start, firstEnding));
      played.addAll(ending);
    }
    return next;
  }

  private List<AbcBar> endingOf(int pass, List<List<AbcBar>> endings) throws BadFileException {
    List<AbcBar> found = List.of();
    for (List<AbcBar> ending : endings) {
      Set<Integer> passes = ending.get(0).endings();
      if (passes.contains(pass) && !found.isEmpty()) {
        throw source.error(ending.get(0).place(), "ending " + pass + " must be there once");
      }
      found = passes.contains(pass) ? ending : found;
    }
    if (found.isEmpty()) {
      throw source.error(endings.get(0).get(0).place(), "there is no ending " + pass);
    }
    return found;
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

  private void checkMarkIsUsed(int start, boolean marked) throws BadFileException {
    if (marked) {
      throw source.error(bars.get(start).place(), "the repeat |: that begins here has no :|");
    }
  }

  private void checkStartIsClear(int start, int end, boolean marked) throws BadFileException {
    if (marked) {
      return;
    }
    for (AbcBar bar : bars.subList(start, end)) {
      if (bar.strongEnd()) {
        throw source.error(
            bars.get(end).place(),
            "the repeat that ends with this bar must have its |: since a double bar stands"
                + " before it");
      }
    }
  }
}
