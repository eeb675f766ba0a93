package ductus.ink.gather;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Joins;
import ductus.ink.path.PathData;
import ductus.ink.read.LineFont;
import ductus.ink.read.OmniglotReader;
import ductus.ink.read.UjiReader;
import ductus.math.Randomness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HandGatheringTest {
  private static final Path INK = Path.of("..", "shared", "data", "ink");

  private static Handwriting character(String text, String data) throws Exception {
    return new Handwriting(PathData.strokes(data, 0.5), Optional.of(text), Optional.empty());
  }

  @Test
  void writtenLettersComeToTheBaselineAtXHeight() throws Exception {
    Hand hand =
        HandGathering.written(
            "mine",
            List.of(
                character("x", "M50 10L90 60M50 60L90 10"),
                character("x", "M50 12L90 62"),
                character("l", "M20 110L20 10"),
                character("no letter", "M0 0L1 1")));
    assertEquals(List.of((int) 'l', (int) 'x'), List.copyOf(hand.characters()));
    assertEquals(2, hand.drawings('x').size());
    Box x = hand.drawings('x').get(0).box();
    assertEquals(0, x.left(), 1e-9);
    assertEquals(1, x.top() - x.bottom(), 0.05);
    assertEquals(2, hand.drawings('l').get(0).box().top(), 0.06);
  }

  @Test
  void withoutASmallLetterNothingCanBeMeasured() throws Exception {
    List<Handwriting> capitals = List.of(character("X", "M0 0L1 1"));
    assertRefused(
        "a hand must have one of the letters acemnorsuvwxz to be measured but has none",
        () -> HandGathering.written("mine", capitals));
  }

  @Test
  void lettersDrawnAnyhowGetTheirUsualExtent() throws Exception {
    Hand hand =
        HandGathering.drawn(
            "mine",
            List.of(
                character("a", "M70 70L90 90"),
                character("g", "M10 20L30 80"),
                character("b", "M5 5L15 75")));
    assertEquals(1, hand.drawings('a').get(0).box().top(), 1e-9);
    assertEquals(0, hand.drawings('a').get(0).box().bottom(), 1e-9);
    assertEquals(-0.7, hand.drawings('g').get(0).box().bottom(), 1e-9);
    assertEquals(1.75, hand.drawings('b').get(0).box().top(), 1e-9);
  }

  @Test
  void smoothingTakesTheGrainOutAndKeepsTheEnds() {
    RandomGenerator random = Randomness.of(1);
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i <= 300; i++) {
      points.add(PenPoint.at(i / 100.0, 0.01 * random.nextGaussian()));
    }
    Stroke smooth = Smoothing.denoised(new Stroke(points), 0.08);
    assertTrue(roughness(smooth.points()) < 0.005);
    assertTrue(roughness(points) > 0.005);
    assertEquals(points.get(0), smooth.first());
    assertEquals(points.get(300), smooth.last());
  }

  private static double roughness(List<PenPoint> points) {
    return Math.sqrt(points.stream().mapToDouble(p -> p.y() * p.y()).average().orElseThrow());
  }

  @Test
  void aDotStaysADot() {
    Stroke dot = new Stroke(List.of(PenPoint.at(1, 2), PenPoint.at(1, 2)));
    assertEquals(List.of(PenPoint.at(1, 2)), Smoothing.denoised(dot, 0.05).points());
    assertEquals(List.of(PenPoint.at(1, 2)), Smoothing.rounded(dot).points());
  }

  @Test
  void aRoundedPolygonBecomesACircleAndKeepsItsCorners() {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i <= 12; i++) {
      points.add(PenPoint.at(Math.cos(Math.PI * i / 12), Math.sin(Math.PI * i / 12)));
    }
    points.add(PenPoint.at(1, 0));
    List<PenPoint> rounded = Smoothing.rounded(new Stroke(points)).points();
    for (PenPoint point : rounded) {
      double radius = Math.hypot(point.x(), point.y());
      assertTrue(Math.abs(radius - 1) < 0.02 || Math.abs(point.y()) < 1e-6, point.toString());
    }
    assertTrue(rounded.containsAll(points));
  }

  @Test
  void lettersOfAScriptAreJoinedAtTheirEdges() throws Exception {
    FontJoins joins = new FontJoins(0);
    Glyph both = joins.joined(glyph("M0.5 1.5L0.55 1.55M0 0.5C0.3 1 0.4 0 0.8 0.2"));
    assertEquals(Joins.BOTH, both.joins());
    assertEquals(PenPoint.at(0, 0.5), both.strokes().get(0).first());
    assertEquals(Joins.RIGHT, joins.joined(glyph("M0.5 0.9C0 1 0 0 0.4 0.1L0.8 0.3")).joins());
    assertEquals(Joins.NONE, joins.joined(glyph("M0 1L0.5 0L0.2 0.5")).joins());
    assertEquals(Joins.NONE, joins.joined(glyph("M0 1L0 0L0.5 1.5")).joins());
    assertEquals(Joins.NONE, joins.joined(glyph("M0 1L0 0L0.5 0M0.5 0L0.9 0.1")).joins());
  }

  private static Glyph glyph(String data) throws Exception {
    return new Glyph(PathData.strokes(data, 0.005), Joins.NONE);
  }

  @Test
  void everyUjiWriterMakesAHand() throws Exception {
    Path folder = INK.resolve("uji-v1");
    assumeTrue(Files.isDirectory(folder), "UJI Pen Characters are not here");
    Hand hand = HandGathering.written("w02", UjiReader.read(folder.resolve("UJIpenchars-w02")));
    assertEquals(62, hand.characters().size());
    for (List<Glyph> drawings : hand.glyphs().values()) {
      assertEquals(2, drawings.size());
    }
  }

  @Test
  void everyOmniglotDrawerMakesAHand() throws Exception {
    Path folder = INK.resolve("omniglot-latin");
    assumeTrue(Files.isDirectory(folder), "Omniglot is not here");
    List<Handwriting> letters = OmniglotReader.readFolder(folder);
    assertEquals(26 * 20, letters.size());
    List<Handwriting> first =
        letters.stream().filter(letter -> letter.writer().orElse("").equals("01")).toList();
    assertEquals(26, HandGathering.drawn("first", first).characters().size());
  }

  @Test
  void aFontMakesAHandWithCombiningMarks() throws Exception {
    Path file = INK.resolve("ems-svg-fonts").resolve("EMSNeato.svg");
    assumeTrue(Files.isRegularFile(file), "the line fonts are not here");
    Hand hand = HandGathering.font("line-1", LineFont.read(file));
    for (int character = '!'; character <= '~'; character++) {
      assertTrue(hand.characters().contains(character), Character.toString(character));
    }
    Box acute = hand.drawings(0x301).get(0).box();
    assertEquals(0, acute.bottom(), 1e-9);
    assertEquals(0, acute.left() + acute.right(), 1e-9);
    assertEquals(1, hand.drawings('x').get(0).box().top(), 0.15);
    assertFalse(hand.joined());
  }

  @Test
  void aScriptMakesAJoinedHand() throws Exception {
    Path file = INK.resolve("ems-svg-fonts").resolve("EMSLeague.svg");
    assumeTrue(Files.isRegularFile(file), "the line fonts are not here");
    Hand hand = HandGathering.font("line-1", LineFont.read(file));
    assertTrue(hand.joined());
    assertEquals(Joins.BOTH, hand.drawings('e').get(0).joins());
    assertEquals(Joins.NONE, hand.drawings('E').get(0).joins());
  }
}
