package ductus.ink.mark;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Puts the dots and bars that people add behind a joined word where their letters end: a network
 * whose window reads the text once, from left to right, has no notion of them any more by then. A
 * stroke in the middle of which a mark comes is cut; its other part begins where it was cut, so
 * that the ink is the same. {@link LateMarks} undoes it.
 */
public final class EarlyMarks {
  private static final String DOTTED = "ij";
  private static final String BARRED = "tf";

  /** Height over the baseline that marks do not reach down to, x-heights. */
  static final double LOWEST = 0.5;

  /** How far a mark may stand beside the top of its letter, x-heights. */
  private static final double ASIDE = 1.6;

  /** What a dot over t or a bar over i counts, as a distance. */
  private static final double UNLIKELY = 0.7;

  /** Width from which on a mark that is not tall is a bar, x-heights. */
  private static final double WIDE = 0.35;

  private static final int NONE = -1;

  private final int[] text;
  private final List<OwnedStroke> strokes;

  private EarlyMarks(String text, List<OwnedStroke> strokes) {
    this.text = text.codePoints().toArray();
    this.strokes = strokes;
  }

  /** A mark that may belong to a letter. */
  private record Pair(int mark, int letter, double distance) {}

  /**
   * Puts marks behind their letters.
   *
   * @param text of a word, or of several
   * @param strokes in the order in which they were written; strokes in which no character was found
   *     have a negative number for it
   * @return strokes whose marks belong to their letters
   */
  public static List<OwnedStroke> of(String text, List<OwnedStroke> strokes) {
    return new EarlyMarks(text, strokes).ordered();
  }

  private List<OwnedStroke> ordered() {
    Map<Integer, Integer> letters = letters();
    Map<Integer, List<OwnedStroke>> behind = new TreeMap<>();
    letters.forEach(
        (mark, letter) ->
            behind
                .computeIfAbsent(letter, any -> new ArrayList<>())
                .add(OwnedStroke.of(strokes.get(mark).stroke(), letter)));
    List<OwnedStroke> ordered = new ArrayList<>();
    for (int i = 0; i < strokes.size(); i++) {
      if (!letters.containsKey(i)) {
        addCut(strokes.get(i), behind, ordered);
      }
    }
    return ordered;
  }

  /** Adds a stroke, and the marks of its letters where these end. */
  private static void addCut(
      OwnedStroke stroke, Map<Integer, List<OwnedStroke>> behind, List<OwnedStroke> ordered) {
    List<PenPoint> points = stroke.stroke().points();
    List<Integer> characters = stroke.characters();
    int from = 0;
    for (int i = 0; i < points.size(); i++) {
      boolean isLast = i == points.size() - 1;
      boolean endsLetter = isLast || !characters.get(i).equals(characters.get(i + 1));
      List<OwnedStroke> marks = endsLetter ? behind.remove(characters.get(i)) : null;
      if (marks != null || isLast) {
        ordered.add(
            new OwnedStroke(
                new Stroke(points.subList(from, i + 1)), characters.subList(from, i + 1)));
        ordered.addAll(marks == null ? List.of() : marks);
        from = i;
      }
    }
  }

  /** The letter of each stroke that is a mark. */
  private Map<Integer, Integer> letters() {
    List<Pair> pairs = new ArrayList<>();
    Map<Integer, PenPoint> tops = new TreeMap<>();
    for (int i = 0; i < strokes.size(); i++) {
      if (strokes.get(i).characters().get(0) == NONE) {
        addPairs(i, tops, pairs);
      } else {
        addTops(strokes.get(i), tops);
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::distance));
    Map<Integer, Integer> letters = new HashMap<>();
    for (Pair pair : pairs) {
      if (!letters.containsKey(pair.mark) && !letters.containsValue(pair.letter)) {
        letters.put(pair.mark, pair.letter);
      }
    }
    return new TreeMap<>(letters);
  }

  /** Adds the highest point of each letter that may have a mark. */
  private void addTops(OwnedStroke stroke, Map<Integer, PenPoint> tops) {
    IntStream.range(0, stroke.characters().size())
        .filter(p -> stroke.characters().get(p) >= 0)
        .filter(p -> isMarked(text[stroke.characters().get(p)]))
        .forEach(
            p ->
                tops.merge(
                    stroke.characters().get(p),
                    stroke.stroke().points().get(p),
                    (a, b) -> b.y() > a.y() ? b : a));
  }

  private void addPairs(int mark, Map<Integer, PenPoint> tops, List<Pair> pairs) {
    Box box = Box.around(strokes.get(mark).stroke().points()).orElseThrow();
    if (box.bottom() < LOWEST) {
      return;
    }
    boolean isBar = box.width() > Math.max(WIDE, box.height());
    tops.forEach(
        (letter, top) -> {
          double aside = Math.abs(box.centerX() - top.x());
          if (aside < ASIDE) {
            boolean isLikely = isOf(isBar ? BARRED : DOTTED, letter);
            pairs.add(new Pair(mark, letter, aside + (isLikely ? 0 : UNLIKELY)));
          }
        });
  }

  private boolean isOf(String letters, int character) {
    return letters.indexOf(text[character]) >= 0;
  }

  /** Whether a letter may have a mark. */
  static boolean isMarked(int letter) {
    return (DOTTED + BARRED).indexOf(letter) >= 0;
  }
}
