package ductus.task.handwriting.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Joins;
import ductus.model.pen.OffsetScale;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WritingEvaluationTest {
  private static final OffsetScale SCALE = new OffsetScale(0, 0, 1, 1);

  /** A letter drawn twice, the second time higher. */
  private static Hand hand(boolean written, double higher) {
    TreeMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    glyphs.put((int) 'l', List.of(stem(0), stem(higher)));
    return new Hand("h", false, written, glyphs);
  }

  private static Glyph stem(double y) {
    return new Glyph(
        List.of(new Stroke(List.of(PenPoint.at(0, y), PenPoint.at(1, y)))), Joins.NONE);
  }

  @Test
  void onlyPeopleSayHowMuchTwoDrawingsOfALetterDiffer() {
    List<Hand> hands = List.of(hand(true, 0.1), hand(false, 3));
    Double sessions = WritingEvaluation.of(List.of(), SCALE, hands).sessions();
    assertEquals(0.1, Objects.requireNonNull(sessions), 1e-9);
    assertNull(WritingEvaluation.of(List.of(), SCALE, List.of(hand(false, 3))).sessions());
  }
}
