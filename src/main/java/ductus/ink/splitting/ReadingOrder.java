package ductus.ink.splitting;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts the strokes of a line into the order in which it is read: words from left to right, and
 * within a word the order of writing. What was added to a word when the pen had been elsewhere
 * stands in its place among the letters, dots and bars behind the letter that they belong to.
 */
final class ReadingOrder {
  /** Narrowest gap between words, in heights of letters. */
  private static final double WORD_GAP = 0.6;

  /** How far beside a word its marks may stand, in heights of letters. */
  private static final double ASIDE = 0.4;

  /** How far to the left of its letter a mark may stand, in heights of letters. */
  private static final double BEHIND = 0.3;

  /** How far back the pen goes for what is still written at once, in heights of letters. */
  private static final double NEAR = 4;

  /** How far back a letter of a line as it was written may end, in heights of letters. */
  private static final double BACK = 2;

  /** How far back the pen goes for marks that stay where they come, in heights of letters. */
  private static final double FAR = 14;

  /** Half the height within which the gaps between words are measured, in heights of letters. */
  private static final double HALF = 0.6;

  private final LineFragment line;
  private final List<Word> words = new ArrayList<>();

  /** The word at which the pen was last, additions aside. */
  private Word current;

  /** Whether the pen has not been elsewhere since. */
  private boolean stayed;

  /** The number of the last stroke in the order of writing. */
  private int last;

  private ReadingOrder(LineFragment line, PageStroke first) {
    this.line = line;
    current = new Word(first, span(first));
    words.add(current);
    stayed = true;
    last = first.number();
  }

  /**
   * The strokes of a line in the order of reading.
   *
   * @param line its letters
   * @param strokes its letters and marks in the order of writing, one or more
   */
  static List<Stroke> of(LineFragment line, List<PageStroke> strokes) {
    ReadingOrder order = new ReadingOrder(line, strokes.get(0));
    if (order.isAsWritten(strokes)) {
      return strokes.stream().map(PageStroke::stroke).toList();
    }
    strokes.subList(1, strokes.size()).forEach(order::add);
    return order.words.stream()
        .sorted(Comparator.comparingDouble(word -> word.span.center()))
        .flatMap(word -> word.strokes.stream())
        .map(PageStroke::stroke)
        .toList();
  }

  /** Whether a line was written in one go, its letters from left to right. */
  private boolean isAsWritten(List<PageStroke> strokes) {
    double right = Double.NEGATIVE_INFINITY;
    int number = strokes.get(0).number();
    for (PageStroke stroke : strokes) {
      Span span = span(stroke);
      boolean isMark = stroke.isMark(line.letter());
      if (stroke.number() != number++
          || span.right() < right - (isMark ? FAR : BACK) * line.letter()) {
        return false;
      }
      right = isMark ? right : Math.max(right, span.right());
    }
    return true;
  }

  /** From where to where ink stands. */
  private record Span(double left, double right) {
    double center() {
      return (left + right) / 2;
    }

    /** The gap to other ink; 0 where one is over the other. */
    double gap(Span other) {
      return Math.max(0, Math.max(left - other.right, other.left - right));
    }

    /** Distance of a place from the ink; 0 where it is within. */
    double away(double x) {
      return Math.max(0, Math.max(left - x, x - right));
    }

    Span with(Span other) {
      return new Span(Math.min(left, other.left), Math.max(right, other.right));
    }
  }

  /** A word or a part of one, and where it stands. */
  private static final class Word {
    private final List<PageStroke> strokes = new ArrayList<>();
    private Span span;

    Word(PageStroke stroke, Span span) {
      strokes.add(stroke);
      this.span = span;
    }
  }

  /** Adds the next stroke, whatever the pen did elsewhere before it. */
  private void add(PageStroke stroke) {
    Span span = span(stroke);
    boolean isMark = stroke.isMark(line.letter());
    double gap = span.gap(current.span);
    boolean goesBack = span.center() < current.span.left();
    stayed &= stroke.number() == last + 1;
    stayed &= !(isMark && goesBack && gap > FAR * line.letter());
    last = stroke.number();
    if (stayed && gap <= WORD_GAP * line.letter() && (isMark || !goesBack)) {
      current.strokes.add(stroke);
      current.span = current.span.with(span);
      return;
    }
    Optional<Word> over = wordAt(span.center(), isMark ? ASIDE * line.letter() : 0);
    if (over.isEmpty()) {
      begin(stroke, span, stayed || !isMark);
    } else if (stayed && gap <= NEAR * line.letter()) {
      current.strokes.add(stroke);
    } else {
      List<PageStroke> word = over.get().strokes;
      word.add(place(span.center() + (isMark ? BEHIND * line.letter() : 0), word), stroke);
      stayed = false;
    }
  }

  /**
   * Begins a word.
   *
   * @param goesOn whether the pen goes on from there
   */
  private void begin(PageStroke stroke, Span span, boolean goesOn) {
    Word word = new Word(stroke, span);
    words.add(word);
    if (goesOn) {
      current = word;
      stayed = true;
    }
  }

  /** The word at a place or nearest to it within a distance. */
  private Optional<Word> wordAt(double x, double aside) {
    return words.stream()
        .filter(word -> word.span.away(x) <= aside)
        .min(Comparator.comparingDouble(word -> word.span.away(x)));
  }

  /** The place of a stroke in a word: before the first letter that has its middle further right. */
  private int place(double x, List<PageStroke> word) {
    for (int i = 0; i < word.size(); i++) {
      if (!word.get(i).isMark(line.letter()) && span(word.get(i)).center() > x) {
        return i;
      }
    }
    return word.size();
  }

  /** Where a stroke stands at the height of small letters; all of it if it has nothing there. */
  private Span span(PageStroke stroke) {
    double[] x =
        stroke.points().stream()
            .filter(
                point -> Math.abs(point.y() - line.center().at(point.x())) <= HALF * line.letter())
            .mapToDouble(PenPoint::x)
            .sorted()
            .toArray();
    return x.length == 0
        ? new Span(stroke.box().left(), stroke.box().right())
        : new Span(x[0], x[x.length - 1]);
  }
}
