package ductus.task.handwriting.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.layout.CharacterWidths;
import ductus.ink.page.PageSetup;
import ductus.ink.page.Paper;
import ductus.ink.render.RenderSettings;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.LineMemory;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import ductus.task.handwriting.synthesis.TinyHands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageWritingTest {
  private final HandModel model;

  PageWritingTest(@TempDir Path folder) throws Exception {
    model = HandModel.open(TinyHands.write(folder.resolve("tiny.safetensors"), 1).toString());
  }

  private static WritingRequest request(String text) {
    return new WritingRequest(
        text,
        StyleChoice.of("one"),
        new PenManner(1, 0),
        PageSetup.on(Paper.A4),
        RenderSettings.DEFAULT,
        false,
        7);
  }

  private CharacterWidths widths(String text) {
    return on(text, characters -> {}, PageWriting::widths);
  }

  private <R> R on(
      String text, IntConsumer reached, BiFunction<PageWriting, WritingRequest, R> asked) {
    try (Workers workers = new Workers(1)) {
      PageWriting writing =
          new PageWriting(
              model, Optional.empty(), KernelChoice.best(), workers, LineMemory.none(), reached);
      return asked.apply(writing, request(text));
    }
  }

  @Test
  void tellsHowManyCharactersAreDrawn() {
    String text = "ab cde\nfgh i jk lmn op";
    List<Integer> told = new ArrayList<>();
    on(text, told::add, PageWriting::write);
    assertEquals(told.stream().sorted().toList(), told);
    assertTrue(told.size() > 2, told.toString());
    assertEquals("ab cde".length() + "fgh i jk lmn op".length(), told.get(told.size() - 1));
  }

  @Test
  void learnsTheWidthOfAHandFromALongText() {
    double factor = widths("ab cde\nfgh i ".repeat(3) + "jk lmn op ".repeat(120)).factor();
    assertTrue(factor != 1 && factor > 0.1 && factor < 10, "factor " + factor);
  }

  @Test
  void writesNothingTwiceForATextOfFewOrShortLines() {
    assertEquals(CharacterWidths.AVERAGE, widths("ab cde fgh i ".repeat(50)));
    assertEquals(CharacterWidths.AVERAGE, widths("ab cde fgh i\n".repeat(500)));
    assertEquals(CharacterWidths.AVERAGE, widths(""));
    assertEquals(CharacterWidths.AVERAGE, widths("a".repeat(3000)));
  }
}
