package ductus.task.handwriting.synthesis;

import ductus.generate.PenTrajectory;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Characters;
import ductus.ink.mark.LateMarks;
import ductus.ink.mark.OwnedStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One drawing of a part of a line.
 *
 * @param trail of the pen
 * @param skipped characters that should have been drawn but got no point
 * @param unread edits between the text and what a reader reads; 0 without a reader
 */
record Attempt(LinePart part, PenTrajectory trail, int skipped, int unread) {
  /** A line that does not end is worse than some characters that are missing. */
  private static final int ENDLESS = 1000;

  private static final int SKIPPED = 10;

  /** An attempt that nobody has read yet. */
  static Attempt of(LinePart part, PenTrajectory trail) {
    int[] characters = part.characters();
    boolean[] drawn = new boolean[characters.length];
    for (int i = 0; i < trail.points(); i++) {
      drawn[trail.character(i)] = true;
    }
    int skipped = 0;
    for (int u = 0; u < characters.length; u++) {
      if (Characters.isDrawn(characters[u]) && !drawn[u]) {
        skipped++;
      }
    }
    return new Attempt(part, trail, skipped, 0);
  }

  /** Returns this attempt after it was read. */
  Attempt read(int edits) {
    return new Attempt(part, trail, skipped, edits);
  }

  /** Number of faults of the attempt, 0 if nothing is wrong. */
  int faults() {
    return (trail.ended() ? 0 : ENDLESS) + SKIPPED * skipped + unread;
  }

  /** The strokes of the attempt, as people would have written them. */
  Handwriting ink() {
    return Handwriting.of(strokes().stream().map(OwnedStroke::stroke).toList());
  }

  /** The strokes of {@link #ink}, their points of characters of the part. */
  List<OwnedStroke> strokes() {
    List<OwnedStroke> drawn = new ArrayList<>();
    List<PenPoint> points = new ArrayList<>();
    List<Integer> characters = new ArrayList<>();
    for (int i = 0; i < trail.points(); i++) {
      points.add(PenPoint.at(trail.x(i), trail.y(i)));
      characters.add(trail.character(i));
      if (trail.penUp(i) || i == trail.points() - 1) {
        drawn.add(new OwnedStroke(new Stroke(points), characters));
        points.clear();
        characters.clear();
      }
    }
    return LateMarks.of(Arrays.stream(part.characters()).boxed().toList(), drawn);
  }
}
