package ductus.corpus.hand;

import ductus.corpus.shard.ShardRow.RowContent;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Joins;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A hand as columns: its drawings in the order of their characters, their strokes and the strokes'
 * points one after another.
 *
 * @param name of the hand
 * @param joined see {@link Hand}
 * @param written see {@link Hand}
 * @param borrows see {@link FileHand}
 * @param ink its drawings
 */
public record HandContent(String name, boolean joined, boolean written, boolean borrows, Ink ink)
    implements RowContent {
  private static final long serialVersionUID = 1L;

  /** Drawings as lists of numbers, in the order of {@link #COUNTS} and {@link #COORDINATES}. */
  public static final class Ink implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[][] counts;
    private final double[][] coordinates;

    /**
     * Takes its arguments over; the arrays must not be changed any more.
     *
     * @param counts as {@link #COUNTS} names them
     * @param coordinates as {@link #COORDINATES} names them
     */
    public Ink(int[][] counts, double[][] coordinates) {
      this.counts = counts;
      this.coordinates = coordinates;
    }

    /** The list of this number among {@link #COUNTS}, not to be modified. */
    public int[] counts(int number) {
      return counts[number];
    }

    /** The list of this number among {@link #COORDINATES}, not to be modified. */
    public double[] coordinates(int number) {
      return coordinates[number];
    }
  }

  /**
   * Lists of whole numbers: the code point of each drawing, its joins ({@link Joins#code}), how
   * many strokes it has; how many points each stroke has.
   */
  public static final List<String> COUNTS = List.of("characters", "joins", "strokes", "points");

  /** Lists of a number for each point, in x-heights, y up; seconds; 0 to 1. NaN where unknown. */
  public static final List<String> COORDINATES = List.of("x", "y", "seconds", "pressure");

  /** The columns of a hand. */
  public static HandContent of(FileHand file) {
    Hand hand = file.hand();
    List<Integer> characters = new ArrayList<>();
    List<Glyph> drawings = new ArrayList<>();
    hand.glyphs()
        .forEach(
            (character, glyphs) ->
                glyphs.forEach(
                    glyph -> {
                      characters.add(character);
                      drawings.add(glyph);
                    }));
    List<Stroke> strokes = drawings.stream().flatMap(each -> each.strokes().stream()).toList();
    List<PenPoint> points = strokes.stream().flatMap(each -> each.points().stream()).toList();
    return new HandContent(
        hand.name(),
        hand.joined(),
        hand.written(),
        file.borrows(),
        new Ink(
            new int[][] {
              characters.stream().mapToInt(character -> character).toArray(),
              drawings.stream().mapToInt(drawing -> drawing.joins().code()).toArray(),
              drawings.stream().mapToInt(drawing -> drawing.strokes().size()).toArray(),
              strokes.stream().mapToInt(stroke -> stroke.points().size()).toArray()
            },
            new double[][] {
              points.stream().mapToDouble(PenPoint::x).toArray(),
              points.stream().mapToDouble(PenPoint::y).toArray(),
              points.stream().mapToDouble(PenPoint::seconds).toArray(),
              points.stream().mapToDouble(PenPoint::pressure).toArray()
            }));
  }

  /** The hand that the columns are of. */
  public FileHand hand() {
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    int stroke = 0;
    int point = 0;
    for (int drawing = 0; drawing < ink.counts(0).length; drawing++) {
      List<Stroke> strokes = new ArrayList<>();
      for (int i = 0; i < ink.counts(2)[drawing]; i++) {
        int end = point + ink.counts(3)[stroke++];
        strokes.add(new Stroke(IntStream.range(point, end).mapToObj(this::point).toList()));
        point = end;
      }
      glyphs
          .computeIfAbsent(ink.counts(0)[drawing], any -> new ArrayList<>())
          .add(new Glyph(strokes, Joins.ofCode(ink.counts(1)[drawing])));
    }
    return new FileHand(new Hand(name, joined, written, glyphs), borrows);
  }

  private PenPoint point(int number) {
    return new PenPoint(
        ink.coordinates(0)[number],
        ink.coordinates(1)[number],
        ink.coordinates(2)[number],
        ink.coordinates(3)[number]);
  }

  @Override
  public long length() {
    return ink.coordinates(0).length;
  }

  @Override
  public Stream<byte[]> digested() {
    String text =
        String.format(
            Locale.ROOT,
            "%s\n%s\n%s\n%s\n%s\n%s\n",
            name,
            joined,
            written,
            borrows,
            Arrays.deepToString(ink.counts),
            Arrays.deepToString(ink.coordinates));
    return Stream.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long memory() {
    return 32 * length() + 4L * ink.counts(3).length;
  }
}
