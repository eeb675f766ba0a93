package ductus.lab.inside;

import ductus.lab.result.Outcome.Curve;
import ductus.model.pen.PenSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the window on the text stood while a line was read.
 *
 * @param weights for each point what the window shows of each character [T×U]
 */
record WindowView(String text, PenSequence line, List<List<Double>> weights) {
  /** A column of the drawn window stands for so many points. */
  private static final int STRIDE = 4;

  WindowView {
    weights = weights.stream().map(List::copyOf).toList();
  }

  /** Points that belong to a character. */
  int points() {
    return pointsWhere(false);
  }

  /** Points at which the window shows the character that they belong to most. */
  int followed() {
    return pointsWhere(true);
  }

  private int pointsWhere(boolean followed) {
    int count = 0;
    for (int t = 0; t < line.points(); t++) {
      int character = line.characterOfPoint(t);
      boolean known = character >= 0 && character < text.codePointCount(0, text.length());
      if (known && (!followed || strongest(t) == character)) {
        count++;
      }
    }
    return count;
  }

  private int strongest(int t) {
    List<Double> row = weights.get(t);
    int best = 0;
    for (int u = 1; u < row.size(); u++) {
      best = row.get(u) > row.get(best) ? u : best;
    }
    return best;
  }

  /** A curve a character, over the points. */
  List<Curve> curves() {
    int[] characters = text.codePoints().toArray();
    List<Curve> curves = new ArrayList<>();
    for (int u = 0; u < characters.length; u++) {
      List<Double> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      for (int t = 0; t < line.points(); t += STRIDE) {
        x.add(t + 1.0);
        y.add(weights.get(t).get(u));
      }
      curves.add(
          new Curve(
              String.format(Locale.ROOT, "%d %s", u + 1, Character.toString(characters[u])), x, y));
    }
    return curves;
  }
}
