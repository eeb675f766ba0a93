package ductus.task.caption.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SketchComposerTest {
  /** Each thing is drawn in so many strokes, so that a sketch can be counted. */
  private static final List<String> THINGS = List.of("apple", "fish", "leaf");

  private static ThingDrawings drawings() {
    SortedMap<String, SortedMap<String, List<Handwriting>>> all = new TreeMap<>();
    for (int i = 0; i < THINGS.size(); i++) {
      List<Stroke> strokes =
          Stream.generate(() -> new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(0.9, 1))))
              .limit(i + 1L)
              .toList();
      all.put(THINGS.get(i), new TreeMap<>(Map.of("somebody", List.of(Handwriting.of(strokes)))));
    }
    return new ThingDrawings(all, List.of());
  }

  private static List<Handwriting> composed(long seed) {
    SketchComposer composer = new SketchComposer(drawings(), Randomness.of(seed));
    return Stream.generate(composer::next).limit(300).toList();
  }

  private static Box box(List<Stroke> strokes) {
    return Handwriting.of(strokes).box().orElseThrow();
  }

  @Test
  void captionsSayHowManyThereAre() {
    for (Handwriting sketch : composed(3)) {
      String caption = sketch.text().orElseThrow();
      int strokes = 0;
      int count = 0;
      for (String word : caption.replace(",", "").split(" ", -1)) {
        switch (word) {
          case "a", "an" -> count = 1;
          case "two" -> count = 2;
          case "three" -> count = 3;
          case "apple", "apples" -> strokes += count;
          case "fish" -> strokes += 2 * count;
          case "leaf", "leaves" -> strokes += 3 * count;
          default -> {}
        }
      }
      assertEquals(strokes, sketch.strokes().size(), caption);
    }
  }

  @Test
  void whatIsSaidOfTwoThingsIsTrue() {
    Set<String> seen = new HashSet<>();
    for (Handwriting sketch : composed(4)) {
      String caption = sketch.text().orElseThrow();
      if (!caption.matches("an? (small |large )?apple (above|left of) an? (small |large )?leaf")) {
        continue;
      }
      Box apple = box(sketch.strokes().subList(0, 1));
      Box leaf = box(sketch.strokes().subList(1, 4));
      boolean above = caption.contains(" above ");
      assertTrue(above ? apple.bottom() > leaf.top() : apple.right() < leaf.left(), caption);
      double ratio =
          Math.max(apple.width(), apple.height()) / Math.max(leaf.width(), leaf.height());
      boolean sized = caption.contains("small");
      boolean large = caption.startsWith("a large");
      assertTrue(
          sized ? large ? ratio > 1.8 : ratio < 1 / 1.8 : ratio > 0.75 && ratio < 1.35, caption);
      seen.add((above ? "above" : "beside") + (sized ? large ? " large" : " small" : ""));
    }
    assertEquals(6, seen.size(), seen.toString());
  }

  @Test
  void theSeedDecides() {
    assertEquals(composed(5), composed(5));
    assertTrue(!composed(5).equals(composed(6)));
  }

  @Test
  void wordsAreThoseOfTheLanguage() {
    assertEquals("an umbrella", CaptionGrammar.some(1, "", "umbrella"));
    assertEquals("a small umbrella", CaptionGrammar.some(1, "small", "umbrella"));
    assertEquals("two fish", CaptionGrammar.some(2, "", "fish"));
    assertEquals("three leaves", CaptionGrammar.some(3, "", "leaf"));
    assertEquals("two boxes", CaptionGrammar.some(2, "", "box"));
    assertEquals(
        "a cat, a dog and a car in a row", CaptionGrammar.row(List.of("a cat", "a dog", "a car")));
  }
}
