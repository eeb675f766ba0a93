package ductus.task.handwriting.adaptation;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.math.Seeded;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenSequence;
import ductus.model.pen.PenStyle;
import ductus.task.handwriting.training.AlignedLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenHandTest {
  private static final Set<Integer> ASCII =
      IntStream.rangeClosed(' ', '~').boxed().collect(Collectors.toSet());

  private final Path file;

  WrittenHandTest(@TempDir Path folder) {
    file = folder.resolve("lines.json");
  }

  private HandSample read(List<Handwriting> pieces) throws Exception {
    return HandSample.read(List.of(OwnLines.write(file, pieces)), "anna", ASCII, List.of());
  }

  @Test
  void linesStandOnTheBaselineAtUnitXHeight() throws Exception {
    HandSample hand = read(OwnLines.lines(10));
    assertTrue(hand instanceof WrittenHand);
    assertEquals(10, hand.lines().size());
    assertEquals(List.of(), hand.leftOut());
    for (Handwriting line : hand.lines()) {
      Box box = line.box().orElseThrow();
      String text = line.text().orElseThrow();
      assertEquals(0, box.left(), 0.05, text);
      assertTrue(box.bottom() > -1.6 && box.bottom() < 0.1, text + box);
      assertTrue(box.top() > 1 && box.top() < 2.6, text + box);
    }
  }

  @Test
  void allLinesKeepTheirSizesBesideEachOther() throws Exception {
    List<Handwriting> drawn = OwnLines.lines(10);
    List<Handwriting> lines = read(drawn).lines();
    double scale = width(lines.get(0)) / width(drawn.get(0));
    for (int i = 1; i < 10; i++) {
      assertEquals(scale, width(lines.get(i)) / width(drawn.get(i)), 0.02 * scale);
    }
  }

  private static double width(Handwriting line) {
    return line.box().orElseThrow().width();
  }

  @Test
  void aPageIsTakenApartIntoItsLines() throws Exception {
    List<Handwriting> lines = OwnLines.lines(6);
    HandSample hand = read(List.of(OwnLines.page(lines)));
    assertEquals(
        lines.stream().map(Handwriting::text).toList(),
        hand.lines().stream().map(Handwriting::text).toList());
    Handwriting page = OwnLines.page(lines);
    Handwriting other =
        new Handwriting(page.strokes(), page.text().map(text -> text + "\nmore"), Optional.empty());
    List<Handwriting> both = new ArrayList<>(lines);
    both.add(other);
    assertEquals(
        List.of("a page must have as many lines of ink as of text but has 6 and 7"),
        read(both).leftOut());
  }

  @Test
  void whatCannotBeLearnedFromIsLeftOutAndNamed() throws Exception {
    List<Handwriting> pieces = new ArrayList<>(OwnLines.lines(8));
    pieces.set(1, said(pieces.get(1), "und Größe dazu"));
    pieces.set(2, said(beside(OwnLines.lines(10)), "quite other words ".repeat(8)));
    pieces.set(3, said(Handwriting.of(List.of(pieces.get(3).strokes().get(0))), "a few words"));
    HandSample hand = read(pieces);
    assertEquals(6, hand.lines().size());
    assertEquals(3, hand.leftOut().size());
    assertTrue(hand.leftOut().get(0).contains("'ö' (U+00F6)"), hand.leftOut().get(0));
    assertTrue(hand.leftOut().get(1).contains("points for 11"), hand.leftOut().get(1));
    assertTrue(
        hand.leftOut().get(2).contains("more than 80 characters must be legible"),
        hand.leftOut().get(2));
    assertBadFileNaming(
        "60 characters or more together but have 36", () -> read(OwnLines.lines(2)));
  }

  @Test
  void aLongLineIsCutBetweenItsWords() throws Exception {
    Handwriting line = beside(OwnLines.lines(8));
    WrittenHand hand = (WrittenHand) read(List.of(line));
    assertEquals(1, hand.lines().size());
    assertTrue(hand.parts().size() > 2, "of 140 characters");
    assertTrue(hand.parts().stream().allMatch(part -> part.text().length() <= 40));
    assertEquals(
        line.text().orElseThrow(),
        hand.parts().stream().map(AlignedLine::text).collect(Collectors.joining(" ")));
    assertEquals(
        hand.lines().get(0).points(), hand.parts().stream().mapToInt(AlignedLine::points).sum());
  }

  /** Lines as one. */
  private static Handwriting beside(List<Handwriting> lines) {
    List<Stroke> strokes = new ArrayList<>();
    double right = 0;
    for (Handwriting line : lines) {
      Box box = line.box().orElseThrow();
      double shift = right - box.left();
      line.map(p -> p.moved(p.x() + shift, p.y() + OwnLines.APART * lines.indexOf(line)))
          .strokes()
          .forEach(strokes::add);
      right += box.width() + OwnLines.UNITS;
    }
    return new Handwriting(
        strokes,
        Optional.of(
            lines.stream().map(line -> line.text().orElseThrow()).collect(Collectors.joining(" "))),
        Optional.empty());
  }

  private static Handwriting said(Handwriting ink, String text) {
    return new Handwriting(ink.strokes(), Optional.of(text), Optional.empty());
  }

  @Test
  void saysWhatNeverOccurredAndWritesItAsTheNearestHandDoes() throws Exception {
    HandSample hand = read(OwnLines.lines(10));
    assertTrue(hand.missing().containsAll(List.of((int) '7', (int) 'Z', (int) '!')));
    assertFalse(hand.missing().contains((int) 'S'));
    PenStyle style = hand.style(new PenStyle("near", true, "abc7"));
    assertEquals("anna", style.name());
    assertTrue(style.codePoints().containsAll(Set.of((int) '7', (int) 'S')));
    assertFalse(style.codePoints().contains((int) 'Z'));
  }

  @Test
  void aFifthOfEnoughLinesIsHeldOut() throws Exception {
    Alphabet alphabet =
        new Alphabet(ASCII.stream().map(Character::toString).collect(Collectors.joining()));
    HandTrainingLines enough = read(OwnLines.lines(10)).lessons(alphabet);
    Set<List<Integer>> held = texts(enough.heldOut(0));
    assertEquals(2, held.size());
    for (int seed = 0; seed < 5; seed++) {
      Set<List<Integer>> learned = texts(enough.lines(0, Seeded.random(seed)));
      learned.retainAll(held);
      assertEquals(Set.of(), learned);
    }
    HandTrainingLines few = read(OwnLines.lines(5)).lessons(alphabet);
    assertEquals(5, few.heldOut(0).size());
  }

  @Test
  void aLineWithTheOnlyOneOfACharacterIsLearnedFrom() throws Exception {
    List<Handwriting> lines = OwnLines.lines(10);
    lines.set(4, said(lines.get(4), "it was late, Xerxes"));
    Alphabet alphabet =
        new Alphabet(ASCII.stream().map(Character::toString).collect(Collectors.joining()));
    assertEquals(1, read(lines).lessons(alphabet).heldOut(0).size());
  }

  private static Set<List<Integer>> texts(List<PenSequence> lines) {
    Set<List<Integer>> texts = new HashSet<>();
    lines.forEach(
        line ->
            texts.add(
                IntStream.range(0, line.textLength()).mapToObj(line.text()::character).toList()));
    return texts;
  }
}
