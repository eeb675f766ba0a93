package ductus.task.handwriting.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.layout.WrittenLine;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShippedHandsTest {
  private static final List<String> LINES =
      List.of("Dear Anna, 13 lazy dogs jump.", "Why not? Once more, again and again.");

  private static WritingFigures write(HandModel model, String hand, List<WrittenLine> lines) {
    try (Workers workers = new Workers(1)) {
      NetworkLineWriter writer =
          new NetworkLineWriter(
              model,
              StyleChoice.of(hand),
              PenManner.neat(PenManner.USUAL_NEATNESS, 0),
              1,
              Optional.empty(),
              KernelChoice.best(),
              workers);
      lines.addAll(writer.write(LINES));
      return writer.figures(LINES);
    }
  }

  private static boolean isOnItsLine(WrittenLine line) {
    Box box = line.ink().box().orElseThrow();
    double width = line.text().length();
    return box.bottom() > -2.5
        && box.top() < 4
        && box.width() > 0.4 * width
        && box.width() < 2 * width;
  }

  @Test
  void aHandWritesWholeLines() throws Exception {
    HandModel model = HandModel.open(HandModel.SHIPPED);
    writesWholeLines(model, model.network().config().styleNames().subList(0, 1));
  }

  @Tag("long")
  @Test
  void everyHandWritesWholeLines() throws Exception {
    HandModel model = HandModel.open(HandModel.SHIPPED);
    writesWholeLines(model, model.network().config().styleNames());
  }

  private static void writesWholeLines(HandModel model, List<String> hands) throws Exception {
    for (String hand : hands) {
      List<WrittenLine> lines = new ArrayList<>();
      WritingFigures figures = write(model, hand, lines);
      assertEquals(0, figures.unfinished(), hand);
      assertEquals(0, figures.skipped(), hand);
      for (WrittenLine line : lines) {
        assertTrue(isOnItsLine(line), hand + ": " + line.text() + " " + line.ink().box());
      }
    }
  }

  @Test
  void shuffledWeightsRuinThePage() throws Exception {
    HandModel model = HandModel.open(HandModel.SHIPPED);
    RandomGenerator random = Randomness.of(1);
    for (Parameter parameter : model.network().parameters()) {
      float[] weights = parameter.value().data;
      for (int i = weights.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        float other = weights[i];
        weights[i] = weights[j];
        weights[j] = other;
      }
    }
    List<WrittenLine> lines = new ArrayList<>();
    WritingFigures figures = write(model, model.styles().get(0).name(), lines);
    boolean ruined =
        figures.unfinished() + figures.skipped() > 0
            || lines.stream().noneMatch(ShippedHandsTest::isOnItsLine);
    assertTrue(ruined, figures.toString());
  }
}
