package ductus.ink.mark;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the marks that a network draws behind their letters, as {@link EarlyMarks} taught it, where
 * people write them: behind the joined letters. The strokes before and behind a mark become one
 * again where the pen went back to where it had been lifted.
 */
public final class LateMarks {
  /** How far from where it was lifted the pen may go on, x-heights. */
  private static final double NEAR = 0.25;

  /** Largest width and height of a mark, x-heights. */
  private static final double LARGEST = 2.5;

  /** Points over which a stroke that goes on nearby is led to where the pen was lifted. */
  private static final int LED = 5;

  private LateMarks() {}

  /**
   * Puts marks behind the strokes of the joined letters around them.
   *
   * @param text that was drawn; the window may be at the next letter already when a mark comes
   */
  public static List<OwnedStroke> of(List<Integer> text, List<OwnedStroke> drawn) {
    List<OwnedStroke> late = new ArrayList<>();
    for (int i = 0; i < drawn.size(); ) {
      OwnedStroke joined = drawn.get(i++);
      List<OwnedStroke> marks = new ArrayList<>();
      while (i + 1 < drawn.size()
          && isMark(drawn.get(i))
          && endsMarked(text, joined)
          && goesOn(joined.stroke(), drawn.get(i + 1).stroke())) {
        marks.add(drawn.get(i));
        joined = joined(joined, drawn.get(i + 1));
        i += 2;
      }
      late.add(joined);
      late.addAll(marks);
    }
    return late;
  }

  private static boolean isMark(OwnedStroke stroke) {
    Box box = Box.around(stroke.stroke().points()).orElseThrow();
    return box.bottom() >= EarlyMarks.LOWEST && box.width() < LARGEST && box.height() < LARGEST;
  }

  private static boolean endsMarked(List<Integer> text, OwnedStroke stroke) {
    int last = stroke.characters().get(stroke.characters().size() - 1);
    return EarlyMarks.isMarked(text.get(last))
        || (last > 0 && EarlyMarks.isMarked(text.get(last - 1)));
  }

  private static boolean goesOn(Stroke before, Stroke behind) {
    return behind.points().size() > 1 && before.last().distance(behind.first()) < NEAR;
  }

  private static OwnedStroke joined(OwnedStroke before, OwnedStroke behind) {
    List<PenPoint> points = new ArrayList<>(before.stroke().points());
    List<Integer> characters = new ArrayList<>(before.characters());
    List<PenPoint> more = behind.stroke().points();
    double deltaX = before.stroke().last().x() - more.get(0).x();
    double deltaY = before.stroke().last().y() - more.get(0).y();
    int led = Math.min(LED, more.size() - 1);
    for (int i = 1; i < more.size(); i++) {
      double share = Math.max(0, 1 - (double) i / led);
      PenPoint point = more.get(i);
      points.add(point.moved(point.x() + share * deltaX, point.y() + share * deltaY));
      characters.add(behind.characters().get(i));
    }
    return new OwnedStroke(new Stroke(points), characters);
  }
}
