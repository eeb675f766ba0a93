package ductus.cli.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.geometry.GapGeometry;
import ductus.ink.geometry.LetterGeometry;
import ductus.ink.geometry.LineGeometry;
import ductus.ink.geometry.MarkGeometry;
import ductus.ink.geometry.MarkGeometry.Tally;
import ductus.ink.geometry.PunctuationGeometry;
import ductus.model.pen.OffsetScale;
import ductus.task.handwriting.evaluation.HandFigures;
import ductus.task.handwriting.evaluation.WritingEvaluation;
import ductus.task.handwriting.synthesis.WritingFigures;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandEvaluationTextTest {
  private static LineGeometry geometry(double narrow, int dots) {
    return new LineGeometry(
        new GapGeometry(9, narrow, 0.1, 0.8, null, null),
        new PunctuationGeometry(
            new PunctuationGeometry.Commas(4, 1, 1, 0.3, -0.2),
            new PunctuationGeometry.Stops(0, 0, 0, null)),
        new MarkGeometry(new Tally(4, dots), new Tally(8, 8), new Tally(0, 0)),
        new LetterGeometry(1, 0.125, 0.0625));
  }

  private static final HandFigures FIGURES =
      new HandFigures(
          "round",
          0.01,
          new HandFigures.Read(0.02, 20, 1),
          new WritingFigures(2, 0, 0, 0, 90, -1),
          null,
          0.875,
          0.625,
          null,
          new HandFigures.Loss(-3, -300, 100),
          new HandFigures.Geometry(geometry(0.25, 3), geometry(0, 4)));

  private final String text =
      HandEvaluationText.of(
          new WritingEvaluation(List.of(FIGURES), new OffsetScale(0, 0, 1, 1), null));

  @Test
  void aHandsGeometryStandsBesideThatOfItsDrawings() {
    assertTrue(text.contains("25.0 / 0.0"), text);
    assertTrue(text.contains("75.0 / 100.0"), text);
    assertTrue(text.contains("50.0 / 50.0"), text);
    assertTrue(text.contains("12.5 / 12.5"), text);
  }

  @Test
  void sharesOfLinesThatAreNamedStandSideBySide() {
    assertTrue(text.contains("87.50"), text);
    assertTrue(text.indexOf("62.50") > text.indexOf("87.50"), text);
  }

  @Test
  void whatIsNotThereIsADash() {
    assertTrue(text.contains("- / -"), text);
  }
}
