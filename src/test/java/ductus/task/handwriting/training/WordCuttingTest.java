package ductus.task.handwriting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.recognition.LineAlignment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordCuttingTest {
  /** A stroke of three points from one place to another. */
  private static Stroke stroke(double from, double to) {
    return new Stroke(
        List.of(PenPoint.at(from, 0), PenPoint.at((from + to) / 2, 1), PenPoint.at(to, 0)));
  }

  private static List<WrittenWord> cut(String text, List<Stroke> strokes, int... points) {
    Handwriting line = new Handwriting(strokes, Optional.of(text), Optional.empty());
    return WordCutting.of(line, new LineAlignment(points, 0));
  }

  private static List<String> texts(List<WrittenWord> words) {
    return words.stream().map(WrittenWord::text).toList();
  }

  @Test
  void givesEachWordItsStrokes() {
    List<WrittenWord> words =
        cut("to be", List.of(stroke(0, 2), stroke(4, 5), stroke(5, 6)), 0, 2, 3, 4, 7);
    assertEquals(List.of("to", "be"), texts(words));
    assertEquals(List.of(1, 2), words.stream().map(w -> w.ink().strokes().size()).toList());
    assertEquals(List.of(0, 2), Arrays.stream(words.get(0).points()).boxed().toList());
    assertEquals(List.of(1, 4), Arrays.stream(words.get(1).points()).boxed().toList());
  }

  @Test
  void putsADotThatWasAddedAtTheEndToTheWordBelowIt() {
    Stroke dot = new Stroke(List.of(PenPoint.at(1.4, 1.8)));
    List<WrittenWord> words = cut("is so", List.of(stroke(0, 2), stroke(4, 6), dot), 0, 2, 2, 3, 5);
    assertEquals(List.of(2, 1), words.stream().map(w -> w.ink().strokes().size()).toList());
    assertEquals(1.8, words.get(0).ink().strokes().get(1).first().y(), 1e-6);
  }

  @Test
  void leavesWordsTogetherThatAStrokeJoins() {
    List<WrittenWord> words = cut("a b c", List.of(stroke(0, 3), stroke(5, 6)), 0, 1, 2, 4, 4);
    assertEquals(List.of("a b", "c"), texts(words));
  }
}
