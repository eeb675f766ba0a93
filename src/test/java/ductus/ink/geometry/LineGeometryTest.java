package ductus.ink.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.geometry.MarkGeometry.Tally;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.hand.Proportions;
import ductus.ink.layout.WrittenLine;
import ductus.ink.practice.HeldOutText;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineGeometryTest {
  private static final double EXACT = 1e-9;

  @Test
  void commasAreWholeDotsOrLost() {
    LineGeometry geometry =
        new DrawnLine("l,l,l,")
            .bar(0, 0, 0, 1)
            .stroke(1, 0.3, 0.1, 0.2, -0.3)
            .bar(2, 1, 0, 1)
            .stroke(3, 1.3, 0.05)
            .bar(4, 2, 0, 1)
            .owned(4, 4, 4, 5)
            .measured();
    PunctuationGeometry.Commas commas = geometry.punctuation().commas();
    assertEquals(3, commas.count());
    assertEquals(1, commas.lost());
    assertEquals(1, commas.dots());
    assertEquals(2.0 / 3, Objects.requireNonNull(commas.unreadable()), EXACT);
  }

  @Test
  void aCommasHeightAndPlaceAreThoseOfItsInk() {
    PunctuationGeometry.Commas commas =
        new DrawnLine("l,")
            .bar(0, 0, 0, 1)
            .stroke(1, 0.3, 0.1, 0.2, -0.3)
            .measured()
            .punctuation()
            .commas();
    assertEquals(0.4, Objects.requireNonNull(commas.height()), EXACT);
    assertEquals(-0.3, Objects.requireNonNull(commas.bottom()), EXACT);
  }

  @Test
  void fullStopsStandAtTheBaseline() {
    PunctuationGeometry.Stops stops =
        new DrawnLine("l...")
            .bar(0, 0, 0, 1)
            .stroke(1, 0.3, 0.04)
            .stroke(2, 0.6, 0.9)
            .measured()
            .punctuation()
            .stops();
    assertEquals(new PunctuationGeometry.Stops(3, 1, 1, 0.04), stops);
    assertNull(new DrawnLine("l").bar(0, 0, 0, 1).measured().punctuation().stops().misplaced());
  }

  @Test
  void aDotStandsByItselfAboveItsStem() {
    LineGeometry geometry =
        new DrawnLine("iijji")
            .bar(0, 0, 0, 1)
            .stroke(0, 0.1, 1.4)
            .bar(1, 1, 0, 1)
            .bar(2, 2, -0.6, 1)
            .stroke(2, 2, 0.6)
            .bar(3, 3, -0.6, 1)
            .stroke(3, 4, 1.4)
            .measured();
    assertEquals(new Tally(5, 1), geometry.marks().dots());
  }

  @Test
  void anAccentTakesTheDotsPlace() {
    MarkGeometry marks =
        new DrawnLine("i\u0301i\u0301c\u0327")
            .bar(0, 0, 0, 1)
            .stroke(1, 0, 1.2, 0.1, 1.5)
            .bar(2, 1, 0, 1)
            .stroke(3, 1, 0.3, 1.1, 0.6)
            .bar(4, 2, 0, 1)
            .stroke(5, 2, 0, 2, -0.3)
            .measured()
            .marks();
    assertEquals(new Tally(0, 0), marks.dots());
    assertEquals(new Tally(3, 2), marks.accents());
  }

  @Test
  void aBarIsInkAcrossTheTopOfAStem() {
    MarkGeometry marks =
        new DrawnLine("ttt")
            .bar(0, 0, 0, 1.5)
            .stroke(0, -0.2, 1, 0.2, 1)
            .bar(1, 1, 0, 1.5)
            .bar(2, 2, 0, 1.5)
            .stroke(2, 1.8, 0.2, 2.2, 0.2)
            .measured()
            .marks();
    assertEquals(new Tally(3, 1), marks.bars());
    assertNull(new Tally(0, 0).share());
  }

  @Test
  void sizesAndFeetAreComparedWithinALine() {
    DrawnLine line = new DrawnLine("nnnnp");
    line.bar(0, 0, 0, 0.8).bar(1, 1, 0, 1.2).bar(2, 2, 0.2, 1).bar(3, 3, -0.2, 1).bar(4, 4, -1, 1);
    LetterGeometry letters = line.measured().letters();
    assertEquals(1, letters.xHeight(), EXACT);
    assertEquals(0.2, letters.sizeSpread(), EXACT);
    assertEquals(Math.sqrt(0.02), letters.baselineSpread(), EXACT);
  }

  @Test
  void composedLinesHaveAllThatTheirHandDraws() throws Exception {
    Hand hand = HandFile.read(Path.of("corpora", "hands", "italic.json"));
    double slant = Proportions.of(hand).slant();
    LineGeometry geometry = LineGeometry.of(composed(hand, HeldOutText.sentences(40)), slant);
    assertEquals(0, geometry.punctuation().commas().lost());
    assertEquals(0, geometry.punctuation().stops().lost() + geometry.punctuation().stops().stray());
    assertEquals(1, share(geometry.marks().dots()));
    assertTrue(share(geometry.marks().bars()) > 0.95, geometry.toString());
    assertTrue(Objects.requireNonNull(geometry.gaps().hidden()) < 0.05, geometry.toString());
    LineGeometry accented = LineGeometry.of(composed(hand, HeldOutText.accented()), slant);
    assertEquals(1, share(accented.marks().accents()));
    assertEquals(accented.marks().accents(), geometry.withAccents(accented).marks().accents());
  }

  private static double share(Tally tally) {
    return Objects.requireNonNull(tally.share());
  }

  private static List<WrittenLine> composed(Hand hand, List<String> texts) {
    LineComposer composer = new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING);
    return texts.stream()
        .map(text -> composer.compose(text, Randomness.of(text.hashCode())))
        .map(LineGeometryTest::aligned)
        .toList();
  }

  private static WrittenLine aligned(ComposedLine line) {
    return new WrittenLine(
        line.text(),
        line.handwriting(),
        IntStream.range(0, line.points()).map(line::character).boxed().toList());
  }
}
