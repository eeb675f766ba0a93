package ductus.ink.compose;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Joins;
import ductus.ink.practice.TrainingText;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineComposerTest {
  /** Least distance of points of different letters, in x-heights. */
  private static final double APART = 0.08;

  private static final double SPACING = 0.2;

  private static ComposedLine compose(Hand hand, String text) {
    return new LineComposer(hand, HandVariation.none(), SPACING).compose(text, Randomness.of(1));
  }

  private static ComposedLine compose(String text) {
    return compose(TestHand.simple().unjoined(), text);
  }

  @Test
  void saysWhichDrawingEachCharacterIs() throws Exception {
    Hand hand = TestHand.shipped("print");
    int[] forms =
        new LineComposer(hand, HandVariation.none(), SPACING)
            .compose("eeee ee", Randomness.of(3))
            .forms();
    for (int i = 1; i < 4; i++) {
      assertNotEquals(forms[i - 1], forms[i], "not the same twice in succession");
    }
    assertEquals(0, forms[4], "a space has one form");
    assertNotEquals(forms[3], forms[5]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"print", "italic", "round", "chancery", "note", "capitals", "letter"})
  void everyPointKnowsItsCharacterInOrder(String name) throws Exception {
    Hand hand = TestHand.shipped(name);
    TrainingText practice = new TrainingText(hand.characters());
    LineComposer composer = new LineComposer(hand, HandVariation.wide(), SPACING);
    RandomGenerator random = Randomness.of(1);
    for (int round = 0; round < 60; round++) {
      String text = practice.draw(40, random);
      ComposedLine line = composer.compose(text, random);
      assertEquals(text, line.text());
      boolean[] drawn = new boolean[line.characters().length];
      int last = 0;
      for (int i = 0; i < line.points(); i++) {
        assertTrue(line.character(i) >= last, text);
        assertTrue(Double.isFinite(line.x(i)) && Double.isFinite(line.y(i)), text);
        last = line.character(i);
        drawn[last] = true;
      }
      for (int i = 0; i < drawn.length; i++) {
        int character = line.characters()[i];
        assertEquals(character != ' ', drawn[i], text + " at " + i);
        // An i under an accent is a drawing of the dotless one.
        int drawings = Math.max(1, hand.drawings(character).size() + hand.drawings('ı').size());
        assertTrue(line.forms()[i] < drawings, text + " at " + i);
      }
      assertTrue(line.penUp(line.points() - 1), text);
    }
  }

  @Test
  void pointsKeepTheirSpacing() throws Exception {
    Hand hand = TestHand.shipped("round");
    ComposedLine line = compose(hand, "The quick brown fox jumps over it.");
    List<Double> steps = new ArrayList<>();
    for (int i = 1; i < line.points(); i++) {
      if (!line.penUp(i - 1)) {
        steps.add(Math.hypot(line.x(i) - line.x(i - 1), line.y(i) - line.y(i - 1)));
      }
    }
    assertTrue(steps.stream().allMatch(step -> step < 1.5 * SPACING));
    assertEquals(SPACING, steps.stream().mapToDouble(step -> step).average().orElseThrow(), 0.03);
  }

  @Test
  void endsAndCornersAreAmongThePoints() {
    ComposedLine line = compose("o");
    List<PenPoint> points = line.handwriting().strokes().get(0).points();
    List<PenPoint> corners =
        List.of(PenPoint.at(0, 0), PenPoint.at(0, 1), PenPoint.at(1, 1), PenPoint.at(1, 0));
    assertTrue(points.containsAll(corners), points.toString());
    assertEquals(PenPoint.at(0, 0), points.get(points.size() - 1));
    assertEquals(21, points.size());
  }

  @Test
  void aDotIsOnePoint() {
    ComposedLine line = compose(".");
    assertEquals(1, line.points());
    assertTrue(line.penUp(0));
  }

  @Test
  void oneSeedMakesOneLine() throws Exception {
    Hand hand = TestHand.shipped("print");
    LineComposer composer = new LineComposer(hand, HandVariation.natural(), SPACING);
    ComposedLine first = composer.compose("Dear Anna", Randomness.of(5));
    ComposedLine same = composer.compose("Dear Anna", Randomness.of(5));
    ComposedLine other = composer.compose("Dear Anna", Randomness.of(6));
    assertEquals(first.handwriting(), same.handwriting());
    assertNotEquals(first.handwriting(), other.handwriting());
  }

  @Test
  void aDrawingIsNotUsedTwiceInSuccession() {
    Hand hand =
        new TestHand()
            .with('a', Joins.NONE, "M0 0L0 1")
            .with('a', Joins.NONE, "M0 0L0 2")
            .with('a', Joins.NONE, "M0 0L0 3")
            .unjoined();
    LineComposer composer = new LineComposer(hand, HandVariation.none(), SPACING);
    for (int seed = 0; seed < 20; seed++) {
      ComposedLine line = composer.compose("aaaaaaaa", Randomness.of(seed));
      double[] heights =
          line.handwriting().strokes().stream().mapToDouble(stroke -> stroke.last().y()).toArray();
      for (int i = 1; i < heights.length; i++) {
        assertNotEquals(heights[i - 1], heights[i], "seed " + seed);
      }
    }
  }

  @Test
  void joinedLettersAreOneStroke() {
    Hand joined = TestHand.simple().joined();
    ComposedLine line = compose(joined, "nnn");
    assertEquals(1, line.handwriting().strokes().size());
    assertEquals(3, compose("nnn").handwriting().strokes().size());
    assertEquals(2, compose(joined, "n n").handwriting().strokes().size());
    assertEquals(2, compose(joined, "no").handwriting().strokes().size());
  }

  @Test
  void aDotIsSetBeforeTheJoinGoesOn() {
    ComposedLine line = compose(TestHand.simple().joined(), "in");
    List<Stroke> strokes = line.handwriting().strokes();
    assertEquals(3, strokes.size());
    assertEquals(strokes.get(0).last(), strokes.get(2).first());
    assertTrue(strokes.get(1).first().y() > 1.3);
    int thirdStroke = strokes.get(0).points().size() + strokes.get(1).points().size();
    assertEquals(0, line.character(thirdStroke - 1));
    assertEquals(1, line.character(thirdStroke));
  }

  @Test
  void joinsAreSmooth() {
    ComposedLine line =
        new LineComposer(TestHand.simple().joined(), HandVariation.none(), 0.05)
            .compose("nn", Randomness.of(1));
    for (int i = 1; i < line.points() - 1; i++) {
      if (line.character(i - 1) != line.character(i + 1)) {
        double before = Math.atan2(line.y(i) - line.y(i - 1), line.x(i) - line.x(i - 1));
        double after = Math.atan2(line.y(i + 1) - line.y(i), line.x(i + 1) - line.x(i));
        assertEquals(before, after, 0.35);
      }
    }
  }

  @Test
  void aMarkStandsAboveItsLetter() {
    ComposedLine line = compose("ó");
    List<Stroke> strokes = line.handwriting().strokes();
    assertEquals(2, strokes.size());
    Stroke acute = strokes.get(1);
    assertEquals(0.5, (acute.first().x() + acute.last().x()) / 2, 0.05);
    assertTrue(acute.first().y() > 1.1 && acute.first().y() < 1.4);
    assertArrayEquals(new int[] {'o', 0x301}, line.characters());
    assertEquals(1, line.character(line.points() - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"print", "italic", "capitals", "letter"})
  void lettersDoNotTouch(String name) throws Exception {
    Hand hand = TestHand.shipped(name);
    TrainingText practice = new TrainingText(hand.characters());
    LineComposer composer = new LineComposer(hand, HandVariation.natural(), 0.1);
    RandomGenerator random = Randomness.of(4);
    for (int round = 0; round < 40; round++) {
      ComposedLine line = composer.compose(practice.draw(30, random), random);
      int[] characters = line.characters();
      for (int i = 0; i < line.points(); i++) {
        for (int j = 0; j < i; j++) {
          if (Math.abs(line.x(i) - line.x(j)) > APART) {
            continue;
          }
          boolean marks =
              Character.getType(characters[line.character(i)]) == Character.NON_SPACING_MARK
                  || Character.getType(characters[line.character(j)]) == Character.NON_SPACING_MARK;
          if (line.character(i) != line.character(j) && !marks) {
            double distance = Math.hypot(line.x(i) - line.x(j), line.y(i) - line.y(j));
            assertTrue(distance > APART, line.text() + " at " + line.character(i));
          }
        }
      }
    }
  }

  @Test
  void digitsKeepTheirDistanceAsBoxes() {
    ComposedLine line = compose("11");
    double gap = line.x(line.points() - 1) - line.x(0);
    assertTrue(gap > 0.25 && gap < 0.5, "gap " + gap);
  }

  @Test
  void spacesAreWiderThanGaps() {
    ComposedLine together = compose("oo");
    ComposedLine apart = compose("o o");
    ComposedLine far = compose("o  o");
    double gap = together.handwriting().box().orElseThrow().width() - 2;
    double space = apart.handwriting().box().orElseThrow().width() - 2;
    assertTrue(space > 1.7 * gap, gap + " and " + space);
    assertTrue(far.handwriting().box().orElseThrow().width() - 2 > 1.8 * space);
  }

  @Test
  void refusesWhatCannotBeWritten() {
    assertRefused(
        "the text must have characters of the hand test but has line 1, column 3: '?' (U+003F)",
        () -> compose("ni?"));
    assertRefused("a line must have a character to draw but was blank", () -> compose(""));
    assertRefused("a line must have a character to draw but was blank", () -> compose("  "));
    assertRefused("a line must not have a line feed but has one", () -> compose("i\ni"));
    Hand hand = TestHand.simple().unjoined();
    assertThrows(
        IllegalArgumentException.class, () -> new LineComposer(hand, HandVariation.none(), 0));
  }

  @Test
  void aLineMayBeginWithAMarkOrASpace() {
    assertEquals(0, compose(" n").handwriting().box().orElseThrow().left(), 0.1);
    assertEquals(1, compose("\u0301").handwriting().strokes().size());
  }
}
