package ductus.ink.font;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.layout.WrittenLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes letters out of lines whose points know their characters. A letter stands alone, as a word
 * of one, or, where the hand joins its letters, between two others, as in {@code nan}: then it is
 * cut on the way up from the letter before and on the way up to the next, both at {@link
 * LetterForm#JOIN}, so that any two letters cut so can be set together.
 */
public final class LetterCutting {
  /** Way along the pen beside the place where the character changes, within which a join lies. */
  private static final double REACH = 0.8;

  /** Part of the way back to the last way up that the next one is nearer, where it is meant. */
  private static final double EARLIER = 0.6;

  /** Height above the lowest point of a join from which on the way leads elsewhere. */
  private static final double PROMINENCE = 0.06;

  /** Width over which a join is led up or down to the height where all are joined. */
  private static final double LED = 0.22;

  private static final int LED_PIECES = 8;

  private final List<Stroke> strokes = new ArrayList<>();
  private @Nullable PenPoint entry;
  private @Nullable PenPoint exit;

  private LetterCutting() {}

  /**
   * Points of a word's strokes with the places in the word that they belong to.
   *
   * @param places one a point, from 0
   */
  private record PlacedStroke(List<PenPoint> points, List<Integer> places) {}

  /**
   * The letters that stand alone in a line.
   *
   * @return by the number of the word; without those that got no ink
   */
  public static SortedMap<Integer, LetterForm> alone(WrittenLine line) {
    SortedMap<Integer, LetterForm> letters = new TreeMap<>();
    words(line)
        .forEach(
            (word, strokes) ->
                letters.put(
                    word,
                    new LetterForm(
                        strokes.stream().map(stroke -> new Stroke(stroke.points())).toList(),
                        null,
                        null)));
    return letters;
  }

  /**
   * The letters that stand between two others in a line, whatever these are.
   *
   * @return by the number of the word; without those that could not be cut
   */
  public static SortedMap<Integer, LetterForm> between(WrittenLine line) {
    String[] texts = line.text().split(" ", -1);
    SortedMap<Integer, LetterForm> letters = new TreeMap<>();
    words(line)
        .forEach(
            (word, strokes) -> {
              int last = texts[word].codePointCount(0, texts[word].length()) - 1;
              cut(strokes, last).ifPresent(letter -> letters.put(word, letter));
            });
    return letters;
  }

  /** The strokes of each word, each stroke with most of its points. */
  private static SortedMap<Integer, List<PlacedStroke>> words(WrittenLine line) {
    int[] characters = line.text().codePoints().toArray();
    int[] wordOf = new int[characters.length];
    int[] placeOf = new int[characters.length];
    int word = 0;
    int place = 0;
    for (int i = 0; i < characters.length; i++) {
      wordOf[i] = word;
      placeOf[i] = place++;
      if (characters[i] == ' ') {
        word++;
        place = 0;
      }
    }
    SortedMap<Integer, List<PlacedStroke>> words = new TreeMap<>();
    int at = 0;
    for (Stroke stroke : line.ink().strokes()) {
      int from = at;
      at += stroke.points().size();
      List<Integer> owners = line.characters().subList(from, at);
      int owner = most(owners.stream().map(character -> wordOf[character]).toList());
      words
          .computeIfAbsent(owner, any -> new ArrayList<>())
          .add(
              new PlacedStroke(
                  stroke.points(),
                  owners.stream()
                      .map(character -> wordOf[character] == owner ? placeOf[character] : 0)
                      .toList()));
    }
    return words;
  }

  private static int most(List<Integer> values) {
    Map<Integer, Integer> votes = new HashMap<>();
    int most = values.get(0);
    for (int value : values) {
      if (votes.merge(value, 1, Integer::sum) > votes.getOrDefault(most, 0)) {
        most = value;
      }
    }
    return most;
  }

  private static Optional<LetterForm> cut(List<PlacedStroke> strokes, int last) {
    LetterCutting cutting = new LetterCutting();
    for (PlacedStroke stroke : strokes) {
      cutting.cut(stroke, last);
    }
    if (cutting.strokes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LetterForm(cutting.strokes, cutting.entry, cutting.exit));
    } catch (IllegalArgumentException wronglyCut) {
      return Optional.empty();
    }
  }

  /** Takes what is of the letter in the middle out of a stroke. */
  private void cut(PlacedStroke stroke, int last) {
    List<Integer> places = stroke.places();
    int first = -1;
    int end = -1;
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i) > 0 && places.get(i) < last) {
        first = first < 0 ? i : first;
        end = i;
      }
    }
    if (first < 0) {
      return;
    }
    boolean fromLeft = entry == null && first > 0 && places.get(first - 1) == 0;
    boolean toRight = exit == null && end + 1 < places.size() && places.get(end + 1) == last;
    int owner = most(places);
    if (!fromLeft && !toRight) {
      if (owner > 0 && owner < last) {
        strokes.add(new Stroke(stroke.points()));
      }
      return;
    }
    List<PenPoint> points = stroke.points();
    List<PenPoint> cut = new ArrayList<>();
    int begin = fromLeft ? lowest(points, first) : owner == 0 ? first : 0;
    int stop = toRight ? lowest(points, end) : owner == last ? end : points.size() - 1;
    if (stop <= begin) {
      return;
    }
    int from = fromLeft ? crossing(points, begin, stop) : begin;
    if (fromLeft) {
      join(cut, points, begin, from, true);
    }
    int over = toRight ? crossing(points, stop, points.size() - 1) : stop + 1;
    cut.addAll(points.subList(from, Math.max(from, over)));
    if (toRight) {
      join(cut, points, stop, over, false);
    }
    if (fromLeft) {
      entry = cut.get(0);
    }
    if (toRight) {
      exit = cut.get(cut.size() - 1);
    }
    strokes.add(new Stroke(cut));
  }

  /**
   * The lowest point of the way up on which a place lies, or which is nearest to it: the character
   * may change somewhat before or behind it.
   */
  private static int lowest(List<PenPoint> points, int place) {
    int top = place;
    int bottom = place;
    double way = 0;
    for (int i = place + 1; i < points.size() && way < REACH; i++) {
      way += points.get(i).distance(points.get(i - 1));
      top = points.get(i).y() > points.get(top).y() ? i : top;
      bottom = points.get(i).y() < points.get(bottom).y() ? i : bottom;
    }
    int before = lowestBefore(points, top);
    boolean isFalling = top == place && bottom > place && bottom + 1 < points.size();
    return isFalling && way(points, place, bottom) < EARLIER * way(points, before, place)
        ? bottom
        : before;
  }

  private static int lowestBefore(List<PenPoint> points, int top) {
    int lowest = top;
    for (int i = top; i >= 0; i--) {
      double y = points.get(i).y();
      if (y < points.get(lowest).y()) {
        lowest = i;
      } else if (lowest < top && y > points.get(lowest).y() + PROMINENCE) {
        break;
      }
    }
    return lowest;
  }

  private static double way(List<PenPoint> points, int from, int to) {
    double way = 0;
    for (int i = from; i < to; i++) {
      way += points.get(i).distance(points.get(i + 1));
    }
    return way;
  }

  /** The first point from a place on that is above the height of joins. */
  private static int crossing(List<PenPoint> points, int from, int to) {
    int at = from;
    while (at < to && points.get(at).y() < LetterForm.JOIN) {
      at++;
    }
    return at;
  }

  /**
   * Adds where the way goes through the height of joins; if it never is as low, leads it there.
   *
   * @param lowest place of its lowest point
   * @param above the first place from there on that is above the height
   */
  private static void join(
      List<PenPoint> cut, List<PenPoint> points, int lowest, int above, boolean before) {
    PenPoint over = points.get(above);
    if (above > lowest) {
      PenPoint under = points.get(above - 1);
      double climb = over.y() - under.y();
      cut.add(under.towards(over, climb <= 0 ? 1 : (LetterForm.JOIN - under.y()) / climb));
      return;
    }
    double climb = LetterForm.JOIN - over.y();
    if (!before) {
      cut.add(over);
    }
    for (int piece = 1; piece <= LED_PIECES; piece++) {
      double part = (double) (before ? LED_PIECES + 1 - piece : piece) / LED_PIECES;
      double x = over.x() + (before ? -LED : LED) * part;
      cut.add(PenPoint.at(x, over.y() + climb * part * part * (3 - 2 * part)));
    }
  }
}
