package ductus.ink.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.layout.PageLayout.LineWriter;
import ductus.ink.page.Baselines;
import ductus.ink.page.Margins;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.PageSetup;
import ductus.ink.page.PageSetup.Alignment;
import ductus.ink.page.PageSetup.Ruling;
import ductus.ink.page.Paper;
import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageLayoutTest {
  private static final double NEAR = 1e-6;
  private static final PageSetup A5 = PageSetup.on(Paper.A5);

  @Test
  void allWordsStandOnThePagesInOrderWhateverThePaperAndTheHand() {
    for (int seed = 0; seed < 200; seed++) {
      RandomGenerator random = Randomness.of(seed);
      PageSetup setup = randomSetup(random);
      String text = randomText(random);
      ZigzagWriter writer =
          new ZigzagWriter(seed, 0.7 + 0.6 * random.nextDouble(), 0.2 * random.nextDouble());
      List<Page> pages =
          PageLayout.pages(text, setup, LineDrift.NONE, CharacterWidths.AVERAGE, writer);
      assertEquals(words(text), words(pages), "seed " + seed);
      for (Page page : pages) {
        assertBetweenMargins(page, setup, "seed " + seed);
      }
    }
  }

  @Test
  void wordsOfALineStandApartFromLeftToRight() {
    for (Alignment alignment : Alignment.values()) {
      List<Page> pages = pages(LETTER, A5.withAlignment(alignment));
      for (PlacedLine line : lines(pages)) {
        double right = Double.NEGATIVE_INFINITY;
        for (PlacedWord word : line.words()) {
          Box box = box(word);
          assertTrue(box.left() > right, line.text());
          right = box.right();
        }
      }
    }
  }

  @Test
  void everyLineIsWrittenInTheFirstBatchAndOnlyWhatChangedAgain() {
    ZigzagWriter writer = new ZigzagWriter(4, 1, 0.1);
    List<Page> pages = PageLayout.pages(LONG, A5, LineDrift.NONE, CharacterWidths.AVERAGE, writer);
    int lines = lines(pages).size();
    int again =
        writer.batches().subList(1, writer.batches().size()).stream().mapToInt(List::size).sum();
    assertTrue(Math.abs(writer.batches().get(0).size() - lines) <= 3);
    assertTrue(again < lines, again + " lines of " + lines + " written again");
    assertTrue(writer.batches().size() <= 8, writer.batches().size() + " batches");
  }

  @Test
  void aWellKnownHandIsHardlyWrittenTwice() {
    ZigzagWriter writer = new ZigzagWriter(4, 1.3, 0.02);
    CharacterWidths widths = CharacterWidths.measured(writer.write(List.of(LONG)));
    writer.batches().clear();
    int lines = lines(PageLayout.pages(LONG, A5, LineDrift.NONE, widths, writer)).size();
    int all = writer.batches().stream().mapToInt(List::size).sum();
    assertTrue(all < 1.5 * lines, all + " for " + lines);
  }

  @Test
  void aNarrowHandFillsItsLines() {
    ZigzagWriter writer = new ZigzagWriter(4, 0.6, 0.02);
    List<PlacedLine> lines =
        lines(PageLayout.pages(LONG, A5, LineDrift.NONE, CharacterWidths.AVERAGE, writer));
    double room = A5.textWidth();
    for (PlacedLine line : lines.subList(0, lines.size() - 1)) {
      assertTrue(box(line).width() > 0.75 * room, line.text());
    }
  }

  @Test
  void linesEndWhereTheAlignmentSays() {
    double left = A5.margins().left();
    double right = A5.paper().width() - A5.margins().right();
    for (PlacedLine line : lines(pages(LONG, A5))) {
      assertEquals(left, box(line).left(), NEAR);
    }
    for (PlacedLine line : lines(pages(LONG, A5.withAlignment(Alignment.RIGHT)))) {
      assertEquals(right, box(line).right(), NEAR);
    }
    for (PlacedLine line : lines(pages(LONG, A5.withAlignment(Alignment.CENTER)))) {
      assertEquals((left + right) / 2, (box(line).left() + box(line).right()) / 2, NEAR);
    }
    List<PlacedLine> block = lines(pages(LONG, A5.withAlignment(Alignment.BLOCK)));
    for (PlacedLine line : block.subList(0, block.size() - 1)) {
      assertEquals(left, box(line).left(), NEAR);
      assertEquals(right, box(line).right(), NEAR);
    }
    assertTrue(box(block.get(block.size() - 1)).right() < right - 1);
  }

  @Test
  void aBlockDoesNotTearFewWordsApart() {
    PageSetup narrow = PageSetup.on(Paper.of(60, 60)).withAlignment(Alignment.BLOCK);
    List<PlacedLine> lines = lines(pages("it is incomprehensibilities", narrow));
    assertEquals("it is", lines.get(0).text());
    assertTrue(box(lines.get(0)).width() < 0.5 * narrow.textWidth());
  }

  @Test
  void lineBreaksAndGapsAreKept() {
    List<PlacedLine> lines = lines(pages("Dear Anna,\n\nit rains.\nYours", A5));
    assertEquals(
        List.of("Dear Anna,", "it rains.", "Yours"), lines.stream().map(PlacedLine::text).toList());
    double spacing = A5.lineSpacing();
    assertEquals(2 * spacing, lines.get(0).baseline() - lines.get(1).baseline(), NEAR);
    assertEquals(spacing, lines.get(1).baseline() - lines.get(2).baseline(), NEAR);
  }

  @Test
  void aHeadingIsLargerAndLosesItsMark() {
    List<PlacedLine> lines = lines(pages("anna\n# anna\n#anna", A5));
    assertEquals(List.of("anna", "anna", "#anna"), lines.stream().map(PlacedLine::text).toList());
    assertEquals(1.6 * box(lines.get(0)).height(), box(lines.get(1)).height(), NEAR);
    assertEquals(2 * A5.lineSpacing(), lines.get(0).baseline() - lines.get(1).baseline(), NEAR);
  }

  @Test
  void anItemHangsBesideItsMark() {
    String item = "- " + "butter ".repeat(20) + "\n12. " + "bread ".repeat(20);
    List<PlacedLine> lines = lines(pages(item, A5));
    PlacedLine first = lines.get(0);
    assertEquals("-", first.words().get(0).text());
    assertEquals(A5.margins().left(), box(first.words().get(0)).left(), NEAR);
    double hang = box(first.words().get(1)).left();
    assertTrue(hang > A5.margins().left() + 2);
    assertEquals(hang, box(lines.get(1)).left(), NEAR);
  }

  @Test
  void itemsOfAListWithinAListStandFartherIn() {
    List<PlacedLine> lines = lines(pages("- a\n  - b\n* c", A5));
    assertTrue(box(lines.get(1)).left() > box(lines.get(0)).left() + 3);
    assertEquals(box(lines.get(0)).left(), box(lines.get(2)).left(), NEAR);
    assertEquals("- c", lines.get(2).text());
  }

  @Test
  void noHeadingStandsAloneAtTheFootOfAPage() {
    for (int above = 0; above < 30; above++) {
      for (Page page : pages("x\n".repeat(above) + "## head\n" + "y\n".repeat(40), A5)) {
        List<PlacedLine> lines = page.lines();
        assertFalse(lines.get(lines.size() - 1).text().equals("head"), above + " lines above");
      }
    }
  }

  @Test
  void pagesAreNumberedAndEndAtTheMargin() {
    List<Page> pages = pages("x\n".repeat(100), A5.withHeadSpace(50));
    int first = Baselines.of(A5.withHeadSpace(50), true).count();
    int others = Baselines.of(A5.withHeadSpace(50), false).count();
    assertTrue(first < others);
    assertEquals(first, pages.get(0).lines().size());
    assertEquals(others, pages.get(1).lines().size());
    for (int i = 0; i < pages.size(); i++) {
      assertEquals(i + 1, pages.get(i).number());
    }
  }

  @Test
  void linesSitOnTheRules() {
    Page ruled = pages(LONG, A5.withRuling(Ruling.RULED, true)).get(0);
    Page squared = pages(LONG, A5.withRuling(Ruling.SQUARED, true)).get(0);
    for (Page page : List.of(ruled, squared)) {
      for (PlacedLine line : page.lines()) {
        assertTrue(
            page.rules().stream()
                .anyMatch(
                    rule ->
                        rule.y1() == rule.y2() && Math.abs(rule.y1() - line.baseline()) < NEAR));
      }
    }
    assertEquals(List.of(), pages(LONG, A5.withRuling(Ruling.SQUARED, false)).get(0).rules());
    assertEquals(10, squared.lines().get(0).baseline() - squared.lines().get(1).baseline(), NEAR);
  }

  @Test
  void spellsWordsAsTheTextDoes() {
    assertEquals(
        "déjà vu…", pages("déjà\u00a0vu…", A5).get(0).text(), "the writer splits accents and dots");
  }

  @Test
  void aWordWiderThanThePageIsNamedBeforeAnythingIsWritten() {
    ZigzagWriter writer = new ZigzagWriter(1, 1, 0);
    String word = "Donaudampfschifffahrtsgesellschaft";
    PageSetup small = PageSetup.on(Paper.A6).withXHeight(6);
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                        PageLayout.pages(
                            "one " + word, small, LineDrift.NONE, CharacterWidths.AVERAGE, writer))
                .getMessage());
    assertTrue(message.contains(word) && message.contains("x-height"), message);
    assertEquals(List.of(), writer.batches());
  }

  @Test
  void aWordThatTurnsOutTooWideIsNamed() {
    ZigzagWriter writer = new ZigzagWriter(1, 1.6, 0);
    PageSetup setup = PageSetup.on(Paper.of(100, 100));
    String word = "a".repeat(30);
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                        PageLayout.pages(
                            "one " + word, setup, LineDrift.NONE, CharacterWidths.AVERAGE, writer))
                .getMessage());
    assertTrue(message.contains(word), message);
    assertFalse(writer.batches().isEmpty());
  }

  @Test
  void aLoneWordThatOnceCameOutTooWideIsWrittenAgain() {
    ZigzagWriter narrow = new ZigzagWriter(1, 1, 0);
    ZigzagWriter wide = new ZigzagWriter(1, 9, 0);
    List<String> asked = new ArrayList<>();
    LineWriter writer =
        lines -> {
          asked.addAll(lines);
          return (asked.size() == 1 ? wide : narrow).write(lines);
        };
    List<Page> pages =
        PageLayout.pages("reconsider", A5, LineDrift.NONE, CharacterWidths.AVERAGE, writer);
    assertEquals("reconsider", pages.get(0).text());
    assertEquals(List.of("reconsider", "reconsider"), asked);
    assertBetweenMargins(pages.get(0), A5, "second try");
  }

  @Test
  void refusesAnEmptyTextAndOneThatIsTooLong() {
    assertThrows(IllegalArgumentException.class, () -> pages(" \n\t\n", A5));
    assertThrows(IllegalArgumentException.class, () -> pages("a".repeat(100_001), A5));
  }

  private static final String LETTER =
      "Dear Anna,\n\nthe quick brown fox jumps over the lazy dog in the night, and it is five.";
  private static final String LONG =
      "it was in the winter of that year when nobody had yet thought of leaving, and "
          .repeat(12)
          .strip();

  private static List<Page> pages(String text, PageSetup setup) {
    return PageLayout.pages(
        text, setup, LineDrift.NONE, CharacterWidths.AVERAGE, new ZigzagWriter(7, 1, 0.05));
  }

  private static List<PlacedLine> lines(List<Page> pages) {
    return pages.stream().flatMap(page -> page.lines().stream()).toList();
  }

  private static Box box(PlacedWord word) {
    return Box.around(word.strokes().stream().flatMap(s -> s.points().stream()).toList())
        .orElseThrow();
  }

  private static Box box(PlacedLine line) {
    return Box.around(line.strokes().flatMap(s -> s.points().stream()).toList()).orElseThrow();
  }

  private static void assertBetweenMargins(Page page, PageSetup setup, String message) {
    List<PenPoint> points = page.strokes().flatMap(s -> s.points().stream()).toList();
    Box box = Box.around(points).orElseThrow();
    Paper paper = setup.paper();
    assertTrue(box.left() >= setup.margins().left() - NEAR, message);
    assertTrue(box.right() <= paper.width() - setup.margins().right() + NEAR, message);
    assertTrue(box.bottom() >= setup.margins().bottom() - NEAR, message);
    assertTrue(box.top() <= paper.height(), message);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s\u00a0]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> words(List<Page> pages) {
    return words(pages.stream().map(Page::text).collect(Collectors.joining("\n")));
  }

  private static PageSetup randomSetup(RandomGenerator random) {
    Paper paper =
        random.nextBoolean()
            ? Paper.of(70 + random.nextInt(200), 50 + random.nextInt(200))
            : List.of(Paper.A6, Paper.ENVELOPE_DL, Paper.INDEX_CARD).get(random.nextInt(3));
    Alignment[] alignments = Alignment.values();
    Ruling[] rulings = Ruling.values();
    return PageSetup.on(paper)
        .withMargins(Margins.all(5 + random.nextInt(8)))
        .withXHeight(1 + random.nextDouble())
        .withAlignment(alignments[random.nextInt(alignments.length)])
        .withRuling(rulings[random.nextInt(rulings.length)], random.nextBoolean());
  }

  private static String randomText(RandomGenerator random) {
    List<String> words = new ArrayList<>();
    int count = 1 + random.nextInt(150);
    for (int i = 0; i < count; i++) {
      int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 14 : 7);
      String word =
          random
              .ints(length, 'a', 'z' + 1)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      words.add(word + (random.nextInt(12) == 0 ? "\n" : " "));
    }
    return "begin " + String.join("", words);
  }
}
