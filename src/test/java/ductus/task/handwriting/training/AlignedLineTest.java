package ductus.task.handwriting.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.recognition.LineAlignment;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenSequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignedLineTest {
  private static final Alphabet ALPHABET = new Alphabet(" imn");

  /** A stroke at some places from left to right. */
  private static Stroke stroke(double... x) {
    return new Stroke(DoubleStream.of(x).mapToObj(each -> PenPoint.at(each, 0.5)).toList());
  }

  private static AlignedLine line(String text, List<Stroke> strokes, Integer... points) {
    return AlignedLine.of(
        new Handwriting(strokes, Optional.of(text), Optional.empty()),
        new LineAlignment(List.of(points), List.of(), 0));
  }

  /** "im n", the i's dot made when all was written. */
  private static AlignedLine line() {
    return line("im n", List.of(stroke(0, 1, 2, 3), stroke(5, 6), stroke(0.2)), 0, 2, 3, 5);
  }

  private static int[] characters(PenSequence sequence) {
    return IntStream.range(0, sequence.points()).map(sequence::characterOfPoint).toArray();
  }

  @Test
  void pointsUpToWhereTheReaderIsSureAreOfThatCharacter() {
    assertEquals(4, line().length());
    PenSequence all = line().encoded(ALPHABET, 3);
    int dot = PenBatch.NONE;
    assertArrayEquals(new int[] {0, 1, 1, 1, dot, 3, 3}, characters(all));
    assertEquals(3, all.style());
    assertEquals(5, all.textLength(), "with the end");
  }

  @Test
  void aPartBeginsAtItsOwnFirstPoint() {
    PenSequence second = line().part(1, 2).encoded(ALPHABET, 0);
    assertArrayEquals(new int[] {0, 0}, characters(second));
    assertEquals(0, second.deltaX(0));
    assertEquals(0.5, second.deltaY(0), 1e-6);
    assertEquals(1, second.deltaX(1));
  }

  @Test
  void partsEndWithTheWordThatStillFits() {
    AlignedLine line =
        line("i m n", List.of(stroke(0, 1), stroke(2, 3), stroke(4, 5)), 1, 2, 3, 4, 5);
    assertEquals(List.of("i m", "n"), line.parts(4).stream().map(AlignedLine::text).toList());
    assertEquals(3, line.parts(1).size());
    assertEquals(List.of(line), line.parts(5));
    assertEquals(6, line.points());
  }

  @Test
  void aLineWhoseCharactersNobodyFoundIsOnePart() {
    Handwriting ink =
        new Handwriting(List.of(stroke(0, 1), stroke(2, 3)), Optional.of("im n"), Optional.empty());
    AlignedLine line = AlignedLine.unaligned(ink);
    assertEquals(List.of(line), line.parts(1));
    int none = PenBatch.NONE;
    assertArrayEquals(new int[] {none, none, none, none}, characters(line.encoded(ALPHABET, 0)));
    assertEquals(ink, line.handwriting());
  }

  @Test
  void freelyWrittenLinesHaveNoText() {
    assertEquals(0, line().encoded(null, 0).textLength());
  }

  @Test
  void straysWhereThePenGoesFurtherThanALineDoes() {
    assertFalse(line().strays());
    assertTrue(line("i n", List.of(stroke(0, 1), stroke(40, 41)), 0, 1, 2).strays());
    Stroke below = new Stroke(List.of(PenPoint.at(2, -8)));
    assertTrue(line("i n", List.of(stroke(0, 1), below), 0, 1, 2).strays());
  }

  @Test
  void inkOfACharacterCountsSpacesToo() {
    assertEquals((3 + 1) / 4.0, line().inkOfCharacter(), 1e-6);
  }
}
