package ductus.task.handwriting.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Randomness;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LinePartTest {
  @Test
  void aShortLineIsOnePart() {
    assertEquals(
        List.of(new LinePart(0, "a few words")), LinePart.of("a few words", LinePart.LONGEST));
    assertEquals(List.of(new LinePart(0, "")), LinePart.of("", LinePart.LONGEST));
  }

  @Test
  void partsMakeUpTheLineWithTheSpacesBetweenThem() {
    RandomGenerator random = Randomness.of(3);
    for (int round = 0; round < 200; round++) {
      StringBuilder line = new StringBuilder();
      while (line.length() < random.nextInt(400)) {
        line.append("x".repeat(1 + random.nextInt(12))).append(' ');
      }
      String text = line.toString().strip();
      List<LinePart> parts = LinePart.of(text, LinePart.LONGEST);
      assertEquals(text, String.join(" ", parts.stream().map(LinePart::text).toList()));
      for (LinePart part : parts) {
        assertTrue(part.text().length() <= LinePart.LONGEST, "round " + round + ": " + part);
        assertTrue(text.startsWith(part.text(), part.from()), "round " + round + ": " + part);
      }
    }
  }

  @Test
  void aLongWordIsNotCut() {
    String word = "x".repeat(80);
    List<String> parts =
        LinePart.of("a " + word + " b", LinePart.LONGEST).stream().map(LinePart::text).toList();
    assertTrue(parts.stream().anyMatch(part -> part.contains(word)), parts.toString());
    assertEquals("a " + word + " b", String.join(" ", parts));
  }
}
