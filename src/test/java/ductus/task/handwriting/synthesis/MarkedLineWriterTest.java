package ductus.task.handwriting.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.layout.WrittenLine;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedLineWriterTest {
  private final HandModel model;

  MarkedLineWriterTest(@TempDir Path folder) throws Exception {
    model = HandModel.open(TinyHands.write(folder.resolve("tiny.safetensors"), 1).toString());
  }

  private List<WrittenLine> lines(String hand, long seed, String... texts) {
    try (Workers workers = new Workers(1)) {
      StyleChoice style = StyleChoice.of(hand);
      NetworkLineWriter network =
          new NetworkLineWriter(
              model,
              style,
              new PenManner(0, 0),
              seed,
              Optional.empty(),
              KernelChoice.best(),
              workers);
      return new MarkedLineWriter(network, model, style, seed).write(List.of(texts));
    }
  }

  @Test
  void whatTheNetworkHasLearnedStaysAsItDrewIt() {
    assertEquals(
        TinyHands.lines(model, 1, Optional.empty(), List.of("See (b)! It's 5%")),
        lines("one", 1, "See (b)! It's 5%"));
  }

  @Test
  void everyCharacterGetsInk() {
    for (String hand : List.of("one", "two")) {
      String text = "\u00a1Ma\u00f1ana, \u201c\u0141\u00f3d\u017a\u201d \u2192 \u00bd (b)";
      WrittenLine line = lines(hand, 1, text).get(0);
      int[] characters = line.text().codePoints().toArray();
      for (int u = 0; u < characters.length; u++) {
        assertTrue(
            characters[u] == ' ' || line.characters().contains(u), hand + ", character " + u);
      }
      assertEquals(text.split(" ", -1).length, line.text().split(" ", -1).length);
    }
  }

  @Test
  void symbolsAloneAreALine() {
    assertTrue(lines("one", 1, "\u2192 \u00bd").get(0).ink().points() > 10);
    assertEquals(0, lines("one", 1, "").get(0).ink().points());
  }

  @Test
  void theSeedDecidesHowSymbolsAreDrawn() {
    assertEquals(lines("one", 1, "\u00bd").get(0), lines("one", 1, "\u00bd").get(0));
    assertNotEquals(lines("one", 1, "\u00bd").get(0), lines("one", 2, "\u00bd").get(0));
    List<WrittenLine> twice = lines("one", 1, "\u00bd", "\u00bd");
    assertNotEquals(twice.get(0), twice.get(1));
    assertEquals(twice.get(1), lines("one", 1, "\u00bd", "a", "\u00bd").get(2));
  }
}
