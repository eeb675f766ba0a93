package ductus.inspection.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.Count;
import ductus.corpus.line.LineVerdict;
import ductus.ink.read.InkFormat;
import ductus.inspection.ink.InkFigures.Piece;
import ductus.math.PlaceRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InkTallyTest {
  private static final int FILES = 700;

  private static Piece piece(@Nullable String text, @Nullable String writer) {
    return new Piece(2, 9, true, false, text, writer, 3, 4, null, verdict(text));
  }

  private static @Nullable LineVerdict verdict(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.length() > 1
        ? new LineVerdict("writer of " + text, text.length(), "")
        : new LineVerdict("", 0, "of a single character");
  }

  /** Many texts, each several times, so that some are held and lost again. */
  private static InkFigures file(int number) {
    return new InkFigures(
        number % 3 == 0 ? InkFormat.INKML : InkFormat.UJI,
        "hash " + number,
        List.of(
            piece("text " + number % 250, "writer " + number % 7),
            piece(Character.toString('a' + number % 20), null),
            piece(null, null)));
  }

  private static String path(int number) {
    return "%04d.inkml".formatted(number);
  }

  private static InkReport report(InkTally tally) {
    return tally.report("folder", Map.of(), List.of());
  }

  @Test
  void partsAddUpToTheWholeInAnyOrder() {
    InkTally whole = new InkTally();
    IntStream.range(0, FILES).forEach(number -> whole.add(path(number), file(number)));
    whole.addDuplicate();
    whole.addLeftOut("line 3, column 4: bad");
    InkReport known = report(whole);
    assertEquals(100, known.texts().longer().size());
    long characters =
        IntStream.range(0, FILES).mapToLong(number -> ("text " + number % 250).length()).sum();
    assertEquals(
        new LineTally.Learnable(
            FILES, 250, characters, List.of(new Count("of a single character", FILES))),
        known.learnable());
    assertEquals("text 99", known.texts().longer().get(99));
    assertEquals("uvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", known.texts().missing());

    List<Integer> numbers = new ArrayList<>(IntStream.range(0, FILES).boxed().toList());
    for (long seed = 1; seed <= 5; seed++) {
      long key = seed;
      numbers.sort(Comparator.comparingLong(number -> PlaceRandom.bits(key, number)));
      InkTally sum = new InkTally();
      for (int from = 0; from < FILES; from += 50) {
        InkTally part = new InkTally();
        numbers.subList(from, from + 50).forEach(number -> part.add(path(number), file(number)));
        if (from == 50) {
          part.addDuplicate();
          part.addLeftOut("line 5, column 6: bad");
        }
        sum.add(part);
      }
      assertEquals(known, report(sum));
      assertEquals(whole.first(), sum.first());
    }
  }

  @Test
  void holdsTheFirstFilesAndTextsOnly() {
    InkTally tally = new InkTally();
    for (int number = FILES - 1; number >= 0; number--) {
      tally.add(path(number), file(number));
    }
    assertEquals(path(0), tally.first().get(0));
    assertTrue(tally.first().size() < FILES, "all files are held");
    assertEquals("text 0", report(tally).texts().longer().get(0));
  }

  @Test
  void aMedianIsTheValueAtHalfTheNumber() {
    InkFigures.Line line = new InkFigures.Line(1, 2, 3);
    List<Piece> pieces =
        List.of(
            new Piece(1, 1, false, false, null, null, 9, 1, null, null),
            new Piece(1, 1, false, false, null, null, 5, 2, line, null),
            new Piece(1, 1, false, false, null, null, 7, 3, null, null),
            new Piece(1, 1, false, false, null, null, 1, 4, null, null));
    assertEquals(
        Map.of(
            InkMeasure.WIDTH, 7.0,
            InkMeasure.HEIGHT, 3.0,
            InkMeasure.X_HEIGHT, 1.0,
            InkMeasure.SLANT, 2.0,
            InkMeasure.BASELINE_ANGLE, 3.0),
        InkMeasure.medians(pieces));
  }
}
