package ductus.task.handwriting.evaluation;

import ductus.ink.PenPoint;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.model.pen.OffsetScale;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of how well a model writes.
 *
 * @param hands figures of each hand
 * @param scale of the offsets that losses are counted in; deviations in x-heights
 * @param sessions mean {@link LetterDistance} of two drawings of a letter by one of those people
 *     who wrote each letter twice; null where nobody did
 */
public record WritingEvaluation(
    List<HandFigures> hands, OffsetScale scale, @Nullable Double sessions) {
  public WritingEvaluation {
    hands = List.copyOf(hands);
  }

  /**
   * Figures of hands, beside what people do.
   *
   * @param drawn the hands' drawings
   */
  public static WritingEvaluation of(
      List<HandFigures> figures, OffsetScale scale, List<Hand> drawn) {
    return new WritingEvaluation(figures, scale, sessions(drawn));
  }

  /** Mean distance of the lower-case letters that people wrote twice. */
  private static @Nullable Double sessions(List<Hand> hands) {
    double sum = 0;
    int pairs = 0;
    for (Hand hand : hands) {
      for (Map.Entry<Integer, List<Glyph>> letter : hand.glyphs().entrySet()) {
        List<Glyph> drawings = letter.getValue();
        if (hand.written() && Character.isLowerCase(letter.getKey()) && drawings.size() == 2) {
          sum += LetterDistance.of(points(drawings.get(0)), points(drawings.get(1)));
          pairs++;
        }
      }
    }
    return pairs == 0 ? null : sum / pairs;
  }

  private static List<PenPoint> points(Glyph glyph) {
    return glyph.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
  }
}
