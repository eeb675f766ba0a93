package ductus.music.musicxml.read;

import ductus.music.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds the order in which measures are played: repeats with their endings, then once from the
 * beginning or the segno, now without repeats, to the fine or by way of the coda.
 *
 * <p>An ending goes on behind its bracket to the repeat sign that closes it; one that another
 * ending follows without a sign is repeated, too.
 */
final class PlayOrder {
  /**
   * A measure that is played.
   *
   * @param measure its place in the score
   * @param pass number of times that it was come to within its repeat, from 1
   */
  record Played(int measure, int pass) {}

  private final List<MeasureSigns> signs;
  private final List<Played> played = new ArrayList<>();

  /** The numbers of the ending that each measure is in; none outside endings. */
  private final List<NavigableSet<Integer>> endings = new ArrayList<>();

  /** How often what ends with each measure is played; 0 if no repeat ends there. */
  private final int[] passes;

  private PlayOrder(List<MeasureSigns> signs) {
    this.signs = signs;
    passes = new int[signs.size()];
    for (int i = 0; i < signs.size(); i++) {
      endings.add(new TreeSet<>());
      passes[i] = signs.get(i).passes;
    }
  }

  /**
   * Returns the measures in the order in which they are played.
   *
   * @throws IllegalArgumentException if there are too many
   */
  static List<Played> of(List<MeasureSigns> signs) {
    PlayOrder order = new PlayOrder(signs);
    order.findEndings();
    int from = order.playRepeats();
    if (from >= 0) {
      order.playAgain(from);
    }
    return order.played;
  }

  private void findEndings() {
    int next;
    for (int start = 0; start < signs.size(); start = next) {
      next = start + 1;
      if (signs.get(start).endings.isEmpty()) {
        continue;
      }
      int following = next;
      while (following < signs.size() && signs.get(following).endings.isEmpty()) {
        following++;
      }
      boolean isFollowed =
          following < signs.size()
              && signs.get(following).endings.first() > signs.get(start).endings.last();
      int end = end(start, following, isFollowed);
      if (isFollowed && end == following - 1 && passes[end] == 0) {
        passes[end] = 2;
      }
      NavigableSet<Integer> numbers = numbers(start);
      for (int i = start; i <= end; i++) {
        endings.get(i).addAll(numbers);
      }
      next = end + 1;
    }
    joinPasses();
  }

  /** The numbers of an ending; one with a number that the ending before it has is the next one. */
  private NavigableSet<Integer> numbers(int start) {
    NavigableSet<Integer> numbers = signs.get(start).endings;
    NavigableSet<Integer> before = start == 0 ? new TreeSet<>() : endings.get(start - 1);
    return before.isEmpty() || before.last() < numbers.first()
        ? numbers
        : new TreeSet<>(List.of(before.last() + 1));
  }

  /** The last measure of an ending: at its repeat sign, or else where its bracket ends. */
  private int end(int start, int following, boolean isFollowed) {
    int bracket = start;
    while (bracket < following - 1 && !signs.get(bracket).endingStops && passes[bracket] == 0) {
      bracket++;
    }
    for (int i = bracket; i < following && isFollowed; i++) {
      if (i > bracket && signs.get(i).repeatStart) {
        break;
      }
      if (passes[i] > 0) {
        return i;
      }
    }
    return bracket;
  }

  /** Repeats of endings go on until all of the endings that follow one another were played. */
  private void joinPasses() {
    for (int i = endings.size() - 1, last = 0; i >= 0; i--) {
      boolean goesOn = i + 1 < endings.size() && !endings.get(i + 1).isEmpty() && last > 0;
      if (endings.get(i).isEmpty()) {
        last = 0;
      } else {
        last = goesOn ? Math.max(last, endings.get(i).last()) : endings.get(i).last();
        passes[i] = passes[i] == 0 ? 0 : Math.max(passes[i], last);
      }
    }
  }

  /** Plays up to a jump; returns the measure that it leads to, or −1 if there was none. */
  private int playRepeats() {
    int start = 0;
    int pass = 1;
    int at = 0;
    while (at < signs.size()) {
      if (signs.get(at).repeatStart && at != start) {
        start = at;
        pass = 1;
      }
      NavigableSet<Integer> ending = endings.get(at);
      if (!ending.isEmpty() && !ending.contains(pass)) {
        at++;
        continue;
      }
      if (ending.isEmpty() && at > 0 && !endings.get(at - 1).isEmpty() && at != start) {
        start = at;
        pass = 1;
      }
      play(at, pass);
      if (passes[at] > pass) {
        pass++;
        at = start;
        continue;
      }
      if (passes[at] > 0) {
        start = at + 1;
        pass = 1;
      }
      int target = target(at);
      if (target >= 0) {
        return target;
      }
      at++;
    }
    return -1;
  }

  /** The measure that a jump behind another leads to; −1 if there is none. */
  private int target(int at) {
    return switch (signs.get(at).jump) {
      case NONE -> -1;
      case DA_CAPO -> 0;
      case DAL_SEGNO -> first(signs.subList(0, at + 1), each -> each.segno);
    };
  }

  /** Plays every measure once, of endings the last. */
  private void playAgain(int from) {
    int coda = coda();
    int toCoda = coda < 0 ? -1 : toCoda(coda);
    int at = from;
    while (at < signs.size()) {
      if (!isLastEnding(at)) {
        at++;
        continue;
      }
      play(at, endings.get(at).isEmpty() ? 1 : endings.get(at).last());
      if (signs.get(at).fine) {
        return;
      }
      at = at == toCoda ? coda : at + 1;
    }
  }

  /** The measure where the coda begins: the last that has its sign; −1 if none has. */
  private int coda() {
    for (int at = signs.size() - 1; at > 0; at--) {
      if (signs.get(at).coda) {
        return at;
      }
    }
    return -1;
  }

  /** The measure from whose end the coda is gone to: so marked, or else another with its sign. */
  private int toCoda(int coda) {
    int marked = first(signs.subList(0, coda), each -> each.toCoda);
    return marked >= 0 ? marked : first(signs.subList(0, coda), each -> each.coda);
  }

  private static int first(List<MeasureSigns> signs, Predicate<MeasureSigns> sign) {
    for (int i = 0; i < signs.size(); i++) {
      if (sign.test(signs.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isLastEnding(int at) {
    int last = at;
    while (last + 1 < endings.size() && !endings.get(last + 1).isEmpty()) {
      last++;
    }
    return endings.get(at).isEmpty() || endings.get(at).equals(endings.get(last));
  }

  private void play(int measure, int pass) {
    if (played.size() == Bar.MOST_OF_PIECE) {
      throw new IllegalArgumentException(
          "a score must be played within %,d measures".formatted(Bar.MOST_OF_PIECE));
    }
    played.add(new Played(measure, pass));
  }
}
