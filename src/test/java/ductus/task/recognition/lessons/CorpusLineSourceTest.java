package ductus.task.recognition.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.line.CorpusLine;
import ductus.ink.PackedInk;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import ductus.model.pen.Alphabet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CorpusLineSourceTest {
  private static final Alphabet ALPHABET = new Alphabet(" abc");

  /** A line of so many letters, each a stroke of three x-heights. */
  private static CorpusLine line(int letters, String letter) {
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      strokes.add(new Stroke(List.of(PenPoint.at(i, 0), PenPoint.at(i + 1, 3))));
    }
    return new CorpusLine("x", "w", letter.repeat(letters), PackedInk.of(strokes));
  }

  private static CorpusLineSource source(int lines) {
    List<CorpusLine> all = new ArrayList<>();
    for (int i = 1; i <= lines; i++) {
      all.add(line(i, "a"));
    }
    return new CorpusLineSource(all, ALPHABET);
  }

  @Test
  void leavesOutWhatTheAlphabetCannotSpellAndWhatHasTooFewSteps() {
    CorpusLine crowded = new CorpusLine("x", "w", "abcabcabcabc", line(1, "a").ink());
    assertEquals(
        1, new CorpusLineSource(List.of(line(3, "b"), line(3, "d"), crowded), ALPHABET).size());
  }

  @Test
  void theLinesOfABatchAreOfAboutTheSameLength() {
    CorpusLineSource source = source(200);
    for (int seed = 0; seed < 50; seed++) {
      RandomGenerator random = Randomness.of(seed);
      int middle = source.middle(random);
      for (int i = 0; i < 20; i++) {
        int letters = source.line(middle, Distortion.ON_TOP, random).text().length();
        assertTrue(Math.abs(letters - (middle + 1)) <= 4, letters + " of " + (middle + 1));
      }
    }
  }

  /** Many short lines and a few long ones, as people write them. */
  @Test
  void everyLineComesUpAboutAsOften() {
    List<CorpusLine> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      all.add(line(3 + i / 10 + (i > 380 ? 5 * (i - 380) : 0), "a"));
    }
    CorpusLineSource source = new CorpusLineSource(all, ALPHABET);
    RandomGenerator random = Randomness.of(3);
    Map<Integer, Integer> seen = new TreeMap<>();
    int drawn = 0;
    for (int batch = 0; batch < 20_000; batch++) {
      int middle = source.middle(random);
      for (int i = 0; i < source.count(middle, 4, 1); i++) {
        seen.merge(source.line(middle, Distortion.ON_TOP, random).text().length(), 1, Integer::sum);
        drawn++;
      }
    }
    double usual = drawn / 400.0;
    int longest = 3 + 39 + 5 * 19;
    assertTrue(seen.getOrDefault(longest, 0) < 2.5 * usual, seen + " usually " + usual);
    assertTrue(seen.getOrDefault(20, 0) > 10 * 0.6 * usual, seen + " usually " + usual);
  }

  @Test
  void aBatchHasALineForEachShardAtLeast() {
    CorpusLineSource source = source(900);
    assertEquals(8, source.count(899, 1, 8));
  }

  @Test
  void theSameRandomNumbersMakeTheSameLine() {
    CorpusLineSource source = source(30);
    LabeledLineComposer.LabeledLine one = source.line(7, Distortion.ON_TOP, Randomness.of(5));
    LabeledLineComposer.LabeledLine two = source.line(7, Distortion.ON_TOP, Randomness.of(5));
    assertEquals(one.text(), two.text());
    assertEquals(one.rows().steps(), two.rows().steps());
    for (int i = 0; i < one.rows().steps(); i++) {
      assertEquals(one.rows().value(i, 0), two.rows().value(i, 0));
    }
  }
}
