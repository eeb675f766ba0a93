package ductus.model;

import ductus.model.cell.CellConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that say what the layers of a {@link Core} are: {@code feed-forward}, or cells with
 * their options; then, in any order, {@code +bidirectional} and {@code +mean}.
 *
 * @param cells null for layers without a state
 * @param bidirectional whether they go over a sequence in both directions
 * @param mean whether the last step of a sequence gets the mean over all its steps
 */
record CoreWords(@Nullable CellConfig cells, boolean bidirectional, boolean mean) {
  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if there are no such layers
   */
  static CoreWords parse(String text) {
    List<String> words = new ArrayList<>(List.of(text.split("\\+", -1)));
    boolean bidirectional = words.removeIf(word -> CoreConfig.BIDIRECTIONAL.equals("+" + word));
    boolean mean = words.removeIf(word -> CoreConfig.MEAN.equals("+" + word));
    String rest = String.join("+", words);
    boolean feedForward = rest.equals(CoreConfig.FEED_FORWARD) && !bidirectional;
    return new CoreWords(feedForward ? null : CellConfig.parse(rest), bidirectional, mean);
  }

  @Override
  public String toString() {
    return (cells == null ? CoreConfig.FEED_FORWARD : cells.toString())
        + (bidirectional ? CoreConfig.BIDIRECTIONAL : "")
        + (mean ? CoreConfig.MEAN : "");
  }
}
