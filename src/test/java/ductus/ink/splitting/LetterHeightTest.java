package ductus.ink.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LetterHeightTest {
  private static Stroke stroke(double... heights) {
    return new Stroke(
        IntStream.range(0, heights.length).mapToObj(x -> PenPoint.at(x, heights[x])).toList());
  }

  @Test
  void isTheSameWhetherLettersAreJoinedOrNot() {
    Stroke joined = stroke(0, 3, 0, 3, 0, 7, 0, 3, 0);
    List<Stroke> apart =
        DoubleStream.of(3, 3, 7, 3).mapToObj(height -> stroke(0, height, 0)).toList();
    assertEquals(3, LetterHeight.of(List.of(joined)));
    assertEquals(3, LetterHeight.of(apart));
  }

  @Test
  void leavesOutDotsAndWiggles() {
    Stroke dot = stroke(5, 5.1, 5);
    assertEquals(3, LetterHeight.of(List.of(stroke(0, 3, 2.9, 3, 0), dot, dot, dot)));
  }

  @Test
  void isNothingWithoutHeight() {
    assertEquals(0, LetterHeight.of(List.of(stroke(1), stroke(2, 2))));
  }
}
