package ductus.ink.geometry;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.hand.Characters;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dots of i and j, the bars of t and the marks of accented letters: how many there must be, and
 * how many stand in their place.
 */
public record MarkGeometry(Tally dots, Tally bars, Tally accents) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Farthest that a dot stands beside its stem's top, x-heights. */
  private static final double BESIDE = 0.7;

  /** Depth to which a mark may reach below its letter's top, x-heights. */
  private static final double DEEP = 0.1;

  /** Heights between which a t has its bar, and least width of the bar, x-heights. */
  private static final double LOWEST_BAR = 0.65;

  private static final double HIGHEST_BAR = 1.7;
  private static final double SHORTEST_BAR = 0.2;

  /**
   * Marks that the texts ask for.
   *
   * @param present of which so many are drawn where they belong
   */
  public record Tally(int count, int present) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Share that is present; null where the texts have none. */
    public @Nullable Double share() {
      return count == 0 ? null : (double) present / count;
    }

    private Tally plus(boolean isPresent) {
      return new Tally(count + 1, present + (isPresent ? 1 : 0));
    }
  }

  static MarkGeometry of(List<AlignedLine> lines) {
    Tally dots = new Tally(0, 0);
    Tally bars = new Tally(0, 0);
    Tally accents = new Tally(0, 0);
    for (AlignedLine line : lines) {
      for (int at = 0; at < line.characters().size(); at++) {
        int character = line.characters().get(at);
        if ((character == 'i' || character == 'j') && !isMarked(line, at)) {
          dots = dots.plus(hasDot(line.of(at)));
        } else if (character == 't') {
          bars = bars.plus(hasBar(line.of(at)));
        } else if (at > 0 && Characters.isMark(character)) {
          accents = accents.plus(hasMark(line, at));
        }
      }
    }
    return new MarkGeometry(dots, bars, accents);
  }

  private static boolean isMarked(AlignedLine line, int at) {
    return at + 1 < line.characters().size() && Characters.isMark(line.characters().get(at + 1));
  }

  /** Whether there is ink of its own above the highest of the letter's strokes. */
  private static boolean hasDot(List<CharacterInk> letter) {
    Optional<CharacterInk> stem =
        letter.stream().max(Comparator.comparingDouble(ink -> ink.box().height()));
    if (stem.isEmpty()) {
      return false;
    }
    PenPoint top =
        stem.get().points().stream().max(Comparator.comparingDouble(PenPoint::y)).orElseThrow();
    return letter.stream()
        .filter(ink -> !ink.equals(stem.get()) && !ink.joined())
        .map(CharacterInk::box)
        .anyMatch(dot -> dot.bottom() > top.y() && Math.abs(dot.centerX() - top.x()) < BESIDE);
  }

  /** Whether the letter is wide where its bar is. */
  private static boolean hasBar(List<CharacterInk> letter) {
    return Box.around(
            letter.stream()
                .flatMap(ink -> ink.points().stream())
                .filter(point -> point.y() > LOWEST_BAR && point.y() < HIGHEST_BAR)
                .toList())
        .map(bar -> bar.width() >= SHORTEST_BAR)
        .orElse(false);
  }

  /** Whether a mark stands over its letter, or hangs from the baseline. */
  private static boolean hasMark(AlignedLine line, int at) {
    Optional<Box> mark = line.box(at);
    Optional<Box> letter = line.box(at - 1);
    return mark.isPresent()
        && letter.isPresent()
        && (mark.get().bottom() > letter.get().top() - DEEP || mark.get().top() < DEEP);
  }
}
