package ductus.task.handwriting.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.layout.WrittenLine;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.handwriting.synthesis.NetworkLineWriter.LineReading;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkLineWriterTest {
  private static final Optional<LineReading> NOBODY = Optional.empty();

  private final HandModel model;

  NetworkLineWriterTest(@TempDir Path folder) throws Exception {
    model = HandModel.open(TinyHands.write(folder.resolve("tiny.safetensors"), 1).toString());
  }

  private List<WrittenLine> lines(long seed, String... texts) {
    return TinyHands.lines(model, seed, NOBODY, List.of(texts));
  }

  @Test
  void everyCharacterGetsInk() {
    for (WrittenLine line : lines(1, "Dear Anna,", "x", "12 (a) & b?")) {
      int[] characters = line.text().codePoints().toArray();
      for (int u = 0; u < characters.length; u++) {
        assertTrue(
            characters[u] == ' ' || line.characters().contains(u),
            line.text() + ", character " + u);
      }
    }
  }

  @Test
  void theSameSeedWritesTheSameAndAnotherDoesNot() {
    assertEquals(lines(1, "same words"), lines(1, "same words"));
    assertNotEquals(lines(1, "same words"), lines(2, "same words"));
  }

  @Test
  void aLineDependsOnNoOther() {
    WrittenLine alone = lines(1, "a line").get(0);
    assertEquals(alone, lines(1, "before it", "a line", "and something after").get(1));
  }

  @Test
  void aLineThatComesTwiceIsDrawnTwice() {
    List<WrittenLine> twice = lines(1, "again", "again");
    assertNotEquals(twice.get(0).ink(), twice.get(1).ink());
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    List<String> texts = Collections.nCopies(5, "many lines");
    List<WrittenLine> one = TinyHands.lines(model, 1, NOBODY, texts);
    try (Workers workers = new Workers(2)) {
      assertEquals(one, TinyHands.writer(model, 1, NOBODY, workers).write(texts));
    }
  }

  @Test
  void wordsOfALongLineStandOneAfterTheOther() {
    String text = "a long line ".repeat(12).strip();
    WrittenLine line = lines(1, text).get(0);
    assertEquals(text, line.text());
    int part = LinePart.of(text, LinePart.LONGEST).get(0).text().length();
    double endOfFirst = Double.NEGATIVE_INFINITY;
    double beginOfRest = Double.POSITIVE_INFINITY;
    List<PenPoint> points =
        line.ink().strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
    for (int i = 0; i < points.size(); i++) {
      if (line.characters().get(i) < part) {
        endOfFirst = Math.max(endOfFirst, points.get(i).x());
      } else {
        beginOfRest = Math.min(beginOfRest, points.get(i).x());
      }
    }
    assertTrue(endOfFirst <= beginOfRest, endOfFirst + " and " + beginOfRest);
  }

  @Test
  void aWordOfEightyLettersIsWritten() {
    WrittenLine line = lines(1, "x".repeat(80)).get(0);
    assertEquals(79, Collections.max(line.characters()));
  }

  @Test
  void aLineWithoutInkHasNone() {
    assertEquals(0, lines(1, "").get(0).ink().points());
  }

  @Test
  void whatCannotBeReadIsDrawnAgainAndTheBestKept() {
    int[] calls = {0};
    LineReading reader =
        lines -> {
          calls[0]++;
          return lines.stream().map(line -> calls[0] == 3 ? "wors" : "?").toList();
        };
    try (Workers workers = new Workers(1)) {
      NetworkLineWriter writer = TinyHands.writer(model, 1, Optional.of(reader), workers);
      writer.write(List.of("word"));
      WritingFigures figures = writer.figures(List.of("word"));
      assertEquals(6, calls[0]);
      assertEquals(5, figures.redrawn());
      assertEquals(1, figures.unread(), "the third reading was the best");
      assertEquals(4, figures.characters());
    }
  }

  /** Writes "one two", and reads this as whole and, once it is drawn in halves, as those. */
  private NetworkLineWriter read(String whole, String first, String second, Workers workers) {
    LineReading reader = lines -> lines.size() == 1 ? List.of(whole) : List.of(first, second);
    return TinyHands.writer(model, 1, Optional.of(reader), workers);
  }

  @Test
  void wordsThatAreIllegibleTogetherAreDrawnOneByOne() {
    try (Workers workers = new Workers(1)) {
      NetworkLineWriter writer = read("illegible", "one", "two", workers);
      List<String> texts = List.of("one two");
      WrittenLine line = writer.write(texts).get(0);
      WritingFigures figures = writer.figures(texts);
      assertEquals(3, figures.redrawn(), "of both words");
      assertEquals(0, figures.unread());
      assertEquals(
          List.of("one", "two"),
          writer.parts(texts).stream().map(NetworkLineWriter.DrawnPart::text).toList());
      assertEquals(0, line.characters().get(0));
      assertEquals(6, Collections.max(line.characters()));
      double end = places(line, 0, 3).max().orElseThrow();
      assertTrue(places(line, 4, 7).min().orElseThrow() >= end + 0.9 - 1e-9, "apart");
    }
  }

  /** Where some characters have ink between baseline and x-height. */
  private static DoubleStream places(WrittenLine line, int from, int to) {
    List<PenPoint> points =
        line.ink().strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
    return IntStream.range(0, points.size())
        .filter(i -> line.characters().get(i) >= from && line.characters().get(i) < to)
        .mapToObj(points::get)
        .filter(point -> point.y() > 0 && point.y() < 1)
        .mapToDouble(PenPoint::x);
  }

  @Test
  void wordsStayTogetherWhereTheyAreNoBetterAlone() {
    try (Workers workers = new Workers(1)) {
      NetworkLineWriter writer = read("one tvo", "", "", workers);
      List<String> texts = List.of("one two");
      writer.write(texts);
      assertEquals(1, writer.figures(texts).unread());
      assertEquals(3 + 2 * 6 - 1, writer.figures(texts).redrawn());
      assertEquals(1, writer.parts(texts).size());
    }
  }

  @Test
  void whatIsReadWellStays() {
    try (Workers workers = new Workers(1)) {
      LineReading reader = lines -> Collections.nCopies(lines.size(), "word");
      NetworkLineWriter writer = TinyHands.writer(model, 1, Optional.of(reader), workers);
      assertEquals(lines(1, "word"), writer.write(List.of("word")));
      assertEquals(0, writer.figures(List.of("word")).unread());
    }
  }

  @Test
  void spacesAroundMarksNeedNotBeRead() {
    int[] calls = {0};
    LineReading reader =
        lines -> {
          calls[0]++;
          return Collections.nCopies(lines.size(), "a(b) ,c");
        };
    try (Workers workers = new Workers(1)) {
      TinyHands.writer(model, 1, Optional.of(reader), workers).write(List.of("a ( b ) , c"));
      assertEquals(1, calls[0]);
      TinyHands.writer(model, 1, Optional.of(reader), workers).write(List.of("a (b), c d"));
      assertTrue(calls[0] > 2, "a word that is missing is drawn again");
    }
  }

  @Test
  void slantMovesPointsByTheirHeight() {
    Handwriting upright = lines(1, "lean").get(0).ink();
    try (Workers workers = new Workers(1)) {
      NetworkLineWriter writer =
          new NetworkLineWriter(
              model,
              StyleChoice.of("one"),
              new PenManner(0, 45),
              1,
              NOBODY,
              KernelChoice.best(),
              workers);
      Handwriting leaning = writer.write(List.of("lean")).get(0).ink();
      assertEquals(upright.points(), leaning.points());
      for (int i = 0; i < upright.strokes().size(); i++) {
        PenPoint from = upright.strokes().get(i).first();
        PenPoint to = leaning.strokes().get(i).first();
        assertEquals(from.x() + from.y(), to.x(), 1e-9);
        assertEquals(from.y(), to.y());
      }
    }
  }
}
