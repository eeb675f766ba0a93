package ductus.ink.geometry;

import ductus.ink.Box;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commas and full stops: whether they are there, how high they are, and where they stand. */
public record PunctuationGeometry(Commas commas, Stops stops) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Height below which a comma looks like a full stop, x-heights. */
  private static final double DOT = 0.2;

  /** Heights between which the middle of a full stop is in its place, x-heights. */
  private static final double LOWEST = -0.3;

  private static final double HIGHEST = 0.35;

  /**
   * The commas of some lines.
   *
   * @param count in the texts
   * @param lost that have no stroke of their own
   * @param dots that are drawn as small as a full stop
   * @param height median height of those that are not lost, x-heights; null where there are none
   * @param bottom median height of their lower ends over the baseline, x-heights
   */
  public record Commas(
      int count, int lost, int dots, @Nullable Double height, @Nullable Double bottom)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Share of the commas that are lost or drawn as dots; null where the texts have none. */
    public @Nullable Double unreadable() {
      return count == 0 ? null : (double) (lost + dots) / count;
    }
  }

  /**
   * The full stops of some lines.
   *
   * @param count in the texts
   * @param lost that have no stroke of their own
   * @param stray that do not stand at the baseline
   * @param middle median height of their middles over the baseline, x-heights; null where there are
   *     none
   */
  public record Stops(int count, int lost, int stray, @Nullable Double middle)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Share of the full stops that are lost or stray; null where the texts have none. */
    public @Nullable Double misplaced() {
      return count == 0 ? null : (double) (lost + stray) / count;
    }
  }

  static PunctuationGeometry of(List<AlignedLine> lines) {
    return new PunctuationGeometry(commas(boxes(lines, ',')), stops(boxes(lines, '.')));
  }

  private static Commas commas(List<Optional<Box>> commas) {
    List<Box> drawn = commas.stream().flatMap(Optional::stream).toList();
    return new Commas(
        commas.size(),
        commas.size() - drawn.size(),
        (int) drawn.stream().filter(box -> box.height() < DOT).count(),
        new Distribution(drawn.stream().map(Box::height).toList()).median(),
        new Distribution(drawn.stream().map(Box::bottom).toList()).median());
  }

  private static Stops stops(List<Optional<Box>> stops) {
    List<Double> middles = stops.stream().flatMap(Optional::stream).map(Box::centerY).toList();
    return new Stops(
        stops.size(),
        stops.size() - middles.size(),
        (int) middles.stream().filter(y -> y < LOWEST || y > HIGHEST).count(),
        new Distribution(middles).median());
  }

  /** The box of each of a character's drawings; empty where one has no ink. */
  private static List<Optional<Box>> boxes(List<AlignedLine> lines, int character) {
    List<Optional<Box>> boxes = new ArrayList<>();
    for (AlignedLine line : lines) {
      for (int at = 0; at < line.characters().size(); at++) {
        if (line.characters().get(at) == character) {
          boxes.add(line.box(at));
        }
      }
    }
    return boxes;
  }
}
