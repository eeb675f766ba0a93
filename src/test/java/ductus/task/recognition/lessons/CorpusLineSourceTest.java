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

  @Test
  void everyLineComesUpAsOften() {
    CorpusLineSource source = source(100);
    RandomGenerator random = Randomness.of(3);
    Map<Boolean, Integer> seen = new TreeMap<>();
    for (int batch = 0; batch < 3000; batch++) {
      int middle = source.middle(random);
      int count = source.count(middle, 8);
      seen.merge(middle < 50, count, Integer::sum);
    }
    double shorter = (double) seen.get(true) / (seen.get(true) + seen.get(false));
    // Short lines are fewer than their share only where a batch can take no more of them.
    assertTrue(shorter > 0.3 && shorter < 0.6, "" + shorter);
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
