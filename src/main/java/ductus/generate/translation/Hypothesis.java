package ductus.generate.translation;

import ductus.model.pen.Alphabet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target on its way: a character behind another target.
 *
 * @param before null at the start
 * @param row of the batch whose state has read all of them but the last
 */
record Hypothesis(@Nullable Hypothesis before, int token, double logProbability, int row) {
  /** Whether the last character is the end. */
  boolean ended() {
    return before != null && token == Alphabet.END;
  }

  /** The characters of the target. */
  int[] tokens() {
    List<Integer> reversed = new ArrayList<>();
    for (Hypothesis at = this; at.before != null; at = at.before) {
      reversed.add(at.token);
    }
    Collections.reverse(reversed);
    return reversed.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The rows of the batch, one a character, in which the characters were predicted. */
  List<Integer> rows() {
    List<Integer> rows = new ArrayList<>();
    for (Hypothesis at = this; at.before != null; at = at.before) {
      rows.add(at.row);
    }
    Collections.reverse(rows);
    return rows;
  }
}
