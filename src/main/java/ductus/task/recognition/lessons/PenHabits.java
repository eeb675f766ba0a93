package ductus.task.recognition.lessons;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.compose.ComposedLine;
import ductus.ink.hand.Characters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Rewrites a composed line as people with other habits would have written it: dots, bars and marks
 * only at the end of the word, some of them in the other direction, the pen lifted within a letter
 * or dragged to the next stroke.
 */
final class PenHabits {
  /** Shares of the lines in which the pen does so at all. */
  private static final double DELAYING = 0.3;

  private static final double REVERSING = 0.15;
  private static final double LIFTING = 0.15;
  private static final double DRAGGING = 0.15;

  /** Shares of the strokes that are concerned, in such a line. */
  private static final double OFTEN = 0.5;

  private static final double SELDOM = 0.08;

  /** The farthest that a pen is dragged, x-heights. */
  private static final double DRAG = 0.8;

  /** Ends that are nearer than this are one place. */
  private static final double SAME = 0.02;

  private final RandomGenerator random;

  PenHabits(RandomGenerator random) {
    this.random = random;
  }

  /** A stroke, and whether it adds to a letter that was begun before. */
  private record Written(List<PenPoint> points, boolean addition, boolean endsWord) {}

  /** The strokes of a line, as somebody else might write it. */
  List<Stroke> rewrite(ComposedLine line) {
    List<Written> strokes = strokes(line);
    if (random.nextDouble() < REVERSING) {
      strokes = reversed(strokes);
    }
    List<List<PenPoint>> points =
        random.nextDouble() < DELAYING
            ? delayed(strokes)
            : strokes.stream().map(Written::points).toList();
    if (random.nextDouble() < DRAGGING) {
      points = dragged(points);
    }
    if (random.nextDouble() < LIFTING) {
      points = lifted(points);
    }
    return points.stream().map(Stroke::new).toList();
  }

  private static List<Written> strokes(ComposedLine line) {
    int[] characters = line.characters();
    List<Written> strokes = new ArrayList<>();
    List<PenPoint> points = new ArrayList<>();
    int begun = -1;
    int first = 0;
    for (int i = 0; i < line.points(); i++) {
      points.add(PenPoint.at(line.x(i), line.y(i)));
      if (line.penUp(i)) {
        int character = line.character(first);
        boolean addition = character <= begun || Characters.isMark(characters[character]);
        boolean endsWord =
            i + 1 == line.points()
                || hasSpace(characters, line.character(i), line.character(i + 1));
        strokes.add(new Written(List.copyOf(points), addition, endsWord));
        points.clear();
        begun = line.character(i);
        first = i + 1;
      }
    }
    return strokes;
  }

  private static boolean hasSpace(int[] characters, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (!Characters.isDrawn(characters[i])) {
        return true;
      }
    }
    return false;
  }

  private List<Written> reversed(List<Written> strokes) {
    List<Written> reversed = new ArrayList<>();
    for (Written stroke : strokes) {
      if (stroke.addition() && random.nextDouble() < OFTEN) {
        List<PenPoint> points = new ArrayList<>(stroke.points());
        Collections.reverse(points);
        reversed.add(new Written(points, true, stroke.endsWord()));
      } else {
        reversed.add(stroke);
      }
    }
    return reversed;
  }

  /** Additions wait for the end of their word; what stood on both sides of one may join. */
  private static List<List<PenPoint>> delayed(List<Written> strokes) {
    List<List<PenPoint>> all = new ArrayList<>();
    List<List<PenPoint>> waiting = new ArrayList<>();
    List<PenPoint> open = List.of();
    for (Written stroke : strokes) {
      if (stroke.addition()) {
        waiting.add(stroke.points());
      } else if (!open.isEmpty() && distance(open, stroke.points()) < SAME) {
        List<PenPoint> longer = new ArrayList<>(open);
        longer.addAll(stroke.points());
        all.set(all.size() - 1, longer);
        open = longer;
      } else {
        open = stroke.points();
        all.add(open);
      }
      if (stroke.endsWord()) {
        all.addAll(waiting);
        waiting.clear();
        open = List.of();
      }
    }
    return all;
  }

  private List<List<PenPoint>> dragged(List<List<PenPoint>> strokes) {
    List<List<PenPoint>> all = new ArrayList<>();
    for (List<PenPoint> stroke : strokes) {
      List<PenPoint> last = all.isEmpty() ? List.of() : all.get(all.size() - 1);
      if (!last.isEmpty() && distance(last, stroke) < DRAG && random.nextDouble() < SELDOM) {
        List<PenPoint> longer = new ArrayList<>(last);
        longer.addAll(stroke);
        all.set(all.size() - 1, longer);
      } else {
        all.add(stroke);
      }
    }
    return all;
  }

  private List<List<PenPoint>> lifted(List<List<PenPoint>> strokes) {
    List<List<PenPoint>> all = new ArrayList<>();
    for (List<PenPoint> stroke : strokes) {
      if (stroke.size() > 4 && random.nextDouble() < SELDOM) {
        int cut = 2 + random.nextInt(stroke.size() - 3);
        all.add(stroke.subList(0, cut));
        all.add(stroke.subList(cut - 1, stroke.size()));
      } else {
        all.add(stroke);
      }
    }
    return all;
  }

  private static double distance(List<PenPoint> from, List<PenPoint> to) {
    return from.get(from.size() - 1).distance(to.get(0));
  }
}
