package ductus.task.speech;

import ductus.corpus.Piece;
import ductus.model.reading.LineRows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A rule to compare networks with: says what was said in the learned recording that is nearest when
 * time is warped (Sakoe and Chiba 1978).
 */
final class NearestUtterance {
  /** Recordings that are compared with; more would take longer than the network learns. */
  static final int MOST = 200;

  private final List<Utterance> templates;
  private final List<LineRows> rows;

  /** Keeps some of the learned recordings, one or more: the same whatever their order. */
  NearestUtterance(List<Piece<Utterance>> learned) {
    templates =
        learned.stream()
            .sorted(Comparator.comparing(Piece::hash))
            .limit(MOST)
            .map(Piece::value)
            .toList();
    rows = templates.stream().map(each -> each.sound().rows()).toList();
  }

  /** Number of recordings that are compared with. */
  int count() {
    return templates.size();
  }

  /** What was said in the nearest. */
  List<String> words(SpokenFrames sound) {
    LineRows heard = sound.rows();
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows.size(); i++) {
      double distance = distance(heard, rows.get(i)) / (heard.steps() + rows.get(i).steps());
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return templates.get(best).words();
  }

  /** The least sum of distances of steps along a way through both. */
  private static double distance(LineRows one, LineRows other) {
    double[] before = new double[other.steps() + 1];
    double[] now = new double[other.steps() + 1];
    Arrays.fill(before, Double.POSITIVE_INFINITY);
    before[0] = 0;
    for (int i = 0; i < one.steps(); i++) {
      now[0] = Double.POSITIVE_INFINITY;
      for (int j = 0; j < other.steps(); j++) {
        double here = step(one, i, other, j);
        // A step of both counts twice, so that no way is shorter for being straight.
        now[j + 1] = Math.min(before[j] + 2 * here, here + Math.min(before[j + 1], now[j]));
      }
      double[] free = before;
      before = now;
      now = free;
    }
    return before[other.steps()];
  }

  private static double step(LineRows one, int i, LineRows other, int j) {
    double squares = 0;
    for (int k = 0; k < one.features(); k++) {
      double difference = one.value(i, k) - other.value(j, k);
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }
}
