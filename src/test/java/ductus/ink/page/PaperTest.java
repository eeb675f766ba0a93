package ductus.ink.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTest {
  @ParameterizedTest
  @CsvSource({
    "A4, 210, 297",
    "a5, 148, 210",
    "A6, 105, 148",
    "Letter, 215.9, 279.4",
    "index card, 127, 76.2",
    "envelope_DL, 220, 110",
    "envelope-c6, 162, 114",
    "100x150, 100, 150",
    "99.5 x 20 mm, 99.5, 20",
    "A4 landscape, 297, 210",
    "index-card-portrait, 76.2, 127",
    "100×150-landscape, 150, 100",
  })
  void isKnownByItsNameOrItsSize(String name, double width, double height) {
    Paper paper = Paper.parse(name);
    assertEquals(width, paper.width());
    assertEquals(height, paper.height());
    assertEquals(paper, Paper.parse(paper.name()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A44", "landscape", "10x10", "100x9999", "-5x100", "1e9x3"})
  void isRefusedWhereThereIsNone(String name) {
    assertThrows(IllegalArgumentException.class, () -> Paper.parse(name));
  }

  @Test
  void anUnknownNameIsToldWhichThereAre() {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Paper.parse("b9")).getMessage());
    assertTrue(message.contains("a4, a5") && message.endsWith("b9"), message);
  }

  @Test
  void turnsOnlyWhereItHasTo() {
    assertEquals(Paper.ENVELOPE_DL, Paper.ENVELOPE_DL.landscape());
    assertEquals(Paper.A4, Paper.A4.portrait());
  }
}
