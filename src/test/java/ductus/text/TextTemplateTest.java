package ductus.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTemplateTest {
  private static String filled(String text, Map<String, String> values) {
    return TextTemplate.parse(text).filled(values::get);
  }

  @Test
  void fillsPlacesAndKeepsDoubledBraces() {
    assertEquals(
        "Dear Anna, {x} of Anna", filled("Dear {name}, {{x}} of { NAME }", Map.of("name", "Anna")));
  }

  @Test
  void leavesOutALineOfEmptyPlacesOnly() {
    assertEquals(
        "A\nD\n\n: E\n",
        filled("A\n{b}\n{b} {c}\nD\n\n: {d}\n{b}", Map.of("b", "", "c", " ", "d", "E")));
  }

  @Test
  void valuesAreNotReadAsPlaces() {
    assertEquals("{b}", filled("{a}", Map.of("a", "{b}")));
  }

  @Test
  void knowsWhereItsPlacesStand() {
    assertEquals(
        List.of("{a} (line 1, column 2)", "{b} (line 2, column 4)"),
        TextTemplate.parse("\uD83D\uDE00{a}\nno {B}").places().stream()
            .map(TextTemplate.Place::toString)
            .toList());
  }

  @Test
  void namesABraceWithoutItsCounterpart() {
    for (String text :
        List.of("x\ny {", "x\ny {}", "x\ny { }", "x\ny {a{b}", "x\ny {a\n}", "x\ny }")) {
      IllegalArgumentException wrong =
          assertThrows(IllegalArgumentException.class, () -> TextTemplate.parse(text), text);
      assertEquals("line 2, column 3:", String.valueOf(wrong.getMessage()).substring(0, 17));
    }
  }
}
