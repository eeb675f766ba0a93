package ductus.task.translation;

import ductus.generate.translation.TranslationCandidate;
import ductus.picture.chart.HeatMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A picture of where a network looked while it translated. */
public final class AttentionPicture {
  private static final String END = "¶";

  private AttentionPicture() {}

  /**
   * Draws an SVG picture: a row for each character of the target, a column for each of the source.
   *
   * @throws IllegalArgumentException if the network has no attention
   */
  public static byte[] svg(String source, TranslationCandidate target) {
    if (target.glances() == 0) {
      throw new IllegalArgumentException(
          "a picture of the attention must be of a network that has one; this one has none");
    }
    List<String> columns = characters(TextPair.tidy(source));
    List<String> rows = characters(target.text()).subList(0, target.glances());
    List<List<Double>> values = new ArrayList<>();
    for (int t = 0; t < rows.size(); t++) {
      int row = t;
      values.add(IntStream.range(0, columns.size()).mapToObj(u -> target.glance(row, u)).toList());
    }
    return new HeatMap(rows, columns, values, 1)
        .svg("Where the network looked for each character", "characters read; ¶ is the end");
  }

  private static List<String> characters(String text) {
    List<String> characters =
        new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
    characters.add(END);
    return characters;
  }
}
