package ductus.ink.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.compose.LineComposer;
import ductus.ink.hand.HandFile;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineSplittingTest {
  private static final String[] TEXTS = {
    "Dear Anna, the jig is up.", "It is 9:30 already;", "why not (say) today?"
  };
  private static final List<String> HANDS = List.of("print", "round", "note", "capitals");

  private static LineComposer composer(String hand) throws Exception {
    return new LineComposer(
        HandFile.read(Path.of("corpora/hands/" + hand + ".json")), HandVariation.natural(), 0.2);
  }

  /** The words of a line in x-heights, its baseline at a height. */
  private static List<List<Stroke>> words(LineComposer composer, String text, double up) {
    List<List<Stroke>> words = new ArrayList<>();
    double x = 0;
    for (String word : text.split(" ", -1)) {
      Handwriting ink = composer.compose(word, Randomness.of(words.size())).handwriting();
      Box box = ink.box().orElseThrow();
      double shift = x - box.left();
      words.add(ink.map(point -> point.moved(point.x() + shift, point.y() + up)).strokes());
      x += box.width() + 1;
    }
    return words;
  }

  /** The words of a page, line by line. */
  private static List<List<List<Stroke>>> page(String hand) throws Exception {
    LineComposer composer = composer(hand);
    List<List<List<Stroke>>> lines = new ArrayList<>();
    for (String text : TEXTS) {
      lines.add(words(composer, text, -2.6 * lines.size()));
    }
    return lines;
  }

  private static List<Stroke> strokes(List<List<Stroke>> words) {
    return words.stream().flatMap(List::stream).toList();
  }

  /** The strokes of each line by their numbers on the page. */
  private static List<List<Integer>> numbers(List<List<Stroke>> lines, List<Stroke> page) {
    return lines.stream().map(line -> line.stream().map(page::indexOf).toList()).toList();
  }

  private static void assertLines(List<List<Stroke>> expected, List<Stroke> page, String name) {
    assertEquals(numbers(expected, page), numbers(split(page), page), name);
  }

  private static List<List<Stroke>> split(List<Stroke> page) {
    return LineSplitting.of(Handwriting.of(page)).stream().map(Handwriting::strokes).toList();
  }

  private static boolean isMark(Stroke stroke) {
    return Box.around(stroke.points()).orElseThrow().height() < 0.45;
  }

  private static List<Stroke> moved(List<Stroke> strokes, UnaryOperator<PenPoint> move) {
    return Handwriting.of(strokes).map(move).strokes();
  }

  @Test
  void takesLinesApartThatStandCloseTogether() throws Exception {
    for (String name : HANDS) {
      LineComposer composer = composer(name);
      List<Stroke> page = new ArrayList<>();
      List<List<Stroke>> lines = new ArrayList<>();
      for (int i = 0; i < TEXTS.length; i++) {
        double down = 2.6 * i;
        Handwriting line = composer.compose(TEXTS[i], Randomness.of(i)).handwriting();
        List<Stroke> moved =
            line.map(point -> point.moved(37 * point.x(), 37 * (point.y() - down))).strokes();
        page.addAll(moved);
        lines.add(moved);
      }
      assertLines(lines, page, name);
    }
  }

  @Test
  void aSingleLineStaysAsItIs() throws Exception {
    Handwriting line =
        composer("print").compose("Jumping, if it is you!", Randomness.of(1)).handwriting();
    assertEquals(List.of(line), LineSplitting.of(line));
  }

  @Test
  void aLineThatDriftsStaysAsItIs() throws Exception {
    for (String name : HANDS) {
      List<List<Stroke>> words = new ArrayList<>();
      double up = 0;
      for (List<Stroke> word : words(composer(name), "out of the line, it is so", 0)) {
        double by = up;
        words.add(moved(word, point -> point.moved(point.x(), point.y() + by)));
        up = 1.6 - up;
      }
      assertLines(List.of(strokes(words)), strokes(words), name);
    }
  }

  @Test
  void marksOfTheLastWordsStayBehindTheLine() throws Exception {
    List<Stroke> line = strokes(words(composer("print"), "Anna said it is his", 0));
    double end = Box.around(line.get(line.size() - 1).points()).orElseThrow().right();
    List<Stroke> late =
        line.stream().filter(stroke -> isMark(stroke) && stroke.first().x() > end - 12).toList();
    assertTrue(late.size() > 2, "there must be marks but were " + late.size());
    List<Stroke> written = new ArrayList<>(line);
    written.removeAll(late);
    written.addAll(late);
    assertLines(List.of(written), written, "print");
  }

  @Test
  void marksOfTheFirstWordsComeBehindTheirLetters() throws Exception {
    List<Stroke> line = strokes(words(composer("print"), "if Anna now reads many words", 0));
    Stroke dot = line.get(1);
    assertTrue(isMark(dot), "must be the dot of the i");
    List<Stroke> late = new ArrayList<>(line);
    late.remove(dot);
    late.add(dot);
    assertLines(List.of(line), late, "print");
  }

  @Test
  void shortWordsBelowOneAnotherAreLines() throws Exception {
    for (String name : HANDS) {
      List<List<Stroke>> lines = new ArrayList<>();
      for (String word : List.of("jet", "just", "up", "so", "Jo")) {
        lines.add(strokes(words(composer(name), word, -3.4 * lines.size())));
      }
      assertLines(lines, strokes(lines), name);
    }
  }

  @Test
  void aShortWordAboveALineIsALineInAnyOrder() throws Exception {
    List<Stroke> word = strokes(words(composer("round"), "so", 3.4));
    List<List<Stroke>> below = words(composer("round"), "many words are below", 0);
    List<List<Stroke>> page = new ArrayList<>(below);
    page.add(word);
    Collections.reverse(page);
    assertLines(List.of(word, strokes(below)), strokes(page), "round");
  }

  @Test
  void readsLinesFromTopToBottomWhenTheyWereWrittenInAnotherOrder() throws Exception {
    for (String name : HANDS) {
      List<List<Stroke>> lines = page(name).stream().map(LineSplittingTest::strokes).toList();
      List<Stroke> page =
          Stream.of(lines.get(2), lines.get(0), lines.get(1)).flatMap(List::stream).toList();
      assertLines(lines, page, name);
    }
  }

  @Test
  void readsWordsFromLeftToRightWhenTheyWereWrittenInAnyOrder() throws Exception {
    for (String name : HANDS) {
      List<List<List<Stroke>>> lines = page(name);
      List<List<Stroke>> written = lines.stream().map(LineSplittingTest::strokes).toList();
      for (int seed = 0; seed < 10; seed++) {
        List<List<Stroke>> words = new ArrayList<>(lines.stream().flatMap(List::stream).toList());
        Randomness.shuffle(words, Randomness.of(seed));
        assertLines(written, strokes(words), name + ", seed " + seed);
      }
    }
  }

  @Test
  void aWordThatWasInsertedLaterStandsInItsPlace() throws Exception {
    List<List<List<Stroke>>> lines = page("round");
    List<Stroke> page = new ArrayList<>();
    for (List<List<Stroke>> words : lines) {
      words.stream().filter(word -> word != lines.get(0).get(2)).forEach(page::addAll);
    }
    page.addAll(lines.get(0).get(2));
    assertLines(lines.stream().map(LineSplittingTest::strokes).toList(), page, "round");
  }

  @Test
  void dotsAndBarsAfterTheWholePageComeBehindTheirLetters() throws Exception {
    List<List<Stroke>> lines = page("print").stream().map(LineSplittingTest::strokes).toList();
    List<Stroke> all = lines.stream().flatMap(List::stream).toList();
    List<Stroke> page =
        Stream.concat(
                all.stream().filter(stroke -> !isMark(stroke)),
                all.stream().filter(LineSplittingTest::isMark))
            .toList();
    List<List<Stroke>> split = split(page);
    assertEquals(
        lines.stream().map(HashSet::new).toList(), split.stream().map(HashSet::new).toList());
    for (List<Stroke> line : split) {
      for (int i = 1; i < line.size(); i++) {
        double back = line.get(i - 1).first().x() - line.get(i).first().x();
        assertTrue(back < 1.5, "a stroke goes back by " + back);
      }
    }
  }

  @Test
  void aHeadingThatWasWrittenLastComesFirst() throws Exception {
    List<List<Stroke>> lines = page("note").stream().map(LineSplittingTest::strokes).toList();
    List<Stroke> heading =
        moved(
            strokes(words(composer("note"), "My jig", 0)),
            point -> point.moved(2 * point.x() + 9, 2 * point.y() + 4));
    List<Stroke> page =
        Stream.concat(lines.stream().flatMap(List::stream), heading.stream()).toList();
    assertLines(Stream.concat(Stream.of(heading), lines.stream()).toList(), page, "note");
  }

  @Test
  void linesMayRiseAndBend() throws Exception {
    List<UnaryOperator<PenPoint>> ways =
        List.of(
            point -> point.moved(point.x(), point.y() + 0.12 * point.x()),
            point -> point.moved(point.x(), point.y() - 0.12 * point.x()),
            point -> point.moved(point.x(), point.y() + 2 * Math.sin(point.x() / 12)));
    for (UnaryOperator<PenPoint> way : ways) {
      List<List<List<Stroke>>> lines =
          page("round").stream()
              .map(line -> line.stream().map(word -> moved(word, way)).toList())
              .toList();
      List<List<Stroke>> words = new ArrayList<>(lines.stream().flatMap(List::stream).toList());
      Collections.reverse(words);
      assertLines(lines.stream().map(LineSplittingTest::strokes).toList(), strokes(words), "round");
    }
  }

  @Test
  void columnsAtOneHeightAreOneLine() throws Exception {
    List<Stroke> left = strokes(words(composer("print"), "eggs", 0));
    List<Stroke> right =
        moved(
            strokes(words(composer("print"), "twelve", 0)),
            point -> point.moved(point.x() + 40, point.y()));
    List<Stroke> page = Stream.concat(right.stream(), left.stream()).toList();
    assertLines(List.of(Stream.concat(left.stream(), right.stream()).toList()), page, "print");
  }

  @Test
  void losesNoStrokeOfAnyInk() {
    for (int seed = 0; seed < 50; seed++) {
      RandomGenerator random = Randomness.of(seed);
      List<Stroke> page = new ArrayList<>();
      for (int i = random.nextInt(30); i >= 0; i--) {
        List<PenPoint> points = new ArrayList<>();
        for (int j = random.nextInt(5); j >= 0; j--) {
          points.add(PenPoint.at(10 * random.nextGaussian(), 10 * random.nextGaussian()));
        }
        page.add(new Stroke(points));
      }
      List<Stroke> split = split(page).stream().flatMap(List::stream).toList();
      assertEquals(page.size(), split.size(), "seed " + seed);
      assertEquals(new HashSet<>(page), new HashSet<>(split), "seed " + seed);
    }
  }

  @Test
  void dotsAloneAreALine() {
    Handwriting dots =
        Handwriting.of(
            Stream.of(0, 1, 5).map(x -> new Stroke(List.of(PenPoint.at(x, 0)))).toList());
    assertEquals(List.of(dots), LineSplitting.of(dots));
  }
}
