package ductus.ink.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordCuttingTest {
  /** A stroke of three points from one place to another. */
  private static Stroke stroke(double from, double to) {
    return new Stroke(
        List.of(PenPoint.at(from, 0), PenPoint.at((from + to) / 2, 1), PenPoint.at(to, 0)));
  }

  private static List<WordStrokes> cut(String text, List<Stroke> strokes, Integer... points) {
    Handwriting line = new Handwriting(strokes, Optional.of(text), Optional.empty());
    return WordCutting.of(line, new LineAlignment(List.of(points), List.of(), 0));
  }

  @Test
  void givesEachWordItsStrokes() {
    List<Stroke> strokes = List.of(stroke(0, 2), stroke(4, 5), stroke(5, 6));
    assertEquals(
        List.of(new WordStrokes(0, 2, List.of(0)), new WordStrokes(3, 5, List.of(1, 2))),
        cut("to be", strokes, 0, 2, 3, 4, 7));
  }

  @Test
  void putsADotThatWasAddedAtTheEndToTheWordBelowIt() {
    Stroke dot = new Stroke(List.of(PenPoint.at(1.4, 1.8)));
    assertEquals(
        List.of(new WordStrokes(0, 2, List.of(0, 2)), new WordStrokes(3, 5, List.of(1))),
        cut("is so", List.of(stroke(0, 2), stroke(4, 6), dot), 0, 2, 2, 3, 5));
  }

  @Test
  void leavesWordsTogetherThatAStrokeJoins() {
    assertEquals(
        List.of(new WordStrokes(0, 3, List.of(0)), new WordStrokes(4, 5, List.of(1))),
        cut("a b c", List.of(stroke(0, 3), stroke(5, 6)), 0, 1, 2, 4, 4));
  }
}
