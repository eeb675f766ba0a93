package ductus.ink.hand;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HandFileTest {
  private static final Path SHIPPED = Path.of("corpora", "hands");

  @TempDir Path folder = Path.of("");

  private Hand read(String content) throws BadFileException, IOException {
    return HandFile.read(Files.writeString(folder.resolve("hand.json"), content));
  }

  private static String hand(String characters) {
    return """
    {"format": "ductus-hand", "version": 1, "name": "mine", "joined": true,
     "characters": %s}\
    """
        .formatted(characters);
  }

  @Test
  void readsVariantsStrokesAndJoins() throws Exception {
    Hand hand =
        read(
            hand(
                """
                {"i": [{"strokes": ["M0 1L0 0", "M0 1.4L0.1 1.5"], "joins": "both"},
                       {"strokes": ["M0 1L0.1 0"]}],
                 "\\u0301": [{"strokes": ["M0 0L0.2 0.3"], "joins": "none"}]}\
                """));
    assertEquals("mine", hand.name());
    assertTrue(hand.joined());
    assertEquals(List.of((int) 'i', 0x301), List.copyOf(hand.characters()));
    Glyph first = hand.drawings('i').get(0);
    assertEquals(Joins.BOTH, first.joins());
    assertEquals(2, first.strokes().size());
    assertEquals(PenPoint.at(0.1, 1.5), first.strokes().get(1).last());
    assertEquals(Joins.NONE, hand.drawings('i').get(1).joins());
  }

  @Test
  void writesWhatItReads() throws Exception {
    Hand hand =
        read(
            hand(
                """
                {"a": [{"strokes": ["M0 0C0 1 1 1 1 0", "M0.5 0.5Z"], "joins": "left"}],
                 "\\"": [{"strokes": ["M0 1L0 1.5"]}]}\
                """));
    Path written = folder.resolve("written.json");
    HandFile.write(written, hand, "a test", "CC0-1.0");
    Hand again = HandFile.read(written);
    assertEquals(hand.name(), again.name());
    assertEquals(hand.characters(), again.characters());
    Glyph before = hand.drawings('a').get(0);
    Glyph after = again.drawings('a').get(0);
    assertEquals(before.joins(), after.joins());
    assertEquals(1, after.strokes().get(1).points().size());
    List<PenPoint> curve = before.strokes().get(0).points();
    for (int i = 0; i < curve.size(); i++) {
      assertTrue(curve.get(i).distance(after.strokes().get(0).points().get(i)) < 0.001);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | a hand must have characters but has none",
        "{\"ab\": [{\"strokes\": [\"M0 0L1 1\"]}]} | a character must be one code point, no space,"
            + " but was \"ab\"",
        "{\"a\": []} | character \"a\" (U+0061) must have a drawing but has none",
        "{\"a\": [{\"strokes\": []}]} | character \"a\" (U+0061), variant 1 must have a stroke but"
            + " has none",
        "{\"a\": [{\"strokes\": [\"M0 0L1 1\"]}, {\"strokes\": [\"M0 0L1 1\", \"M0 0L1 q\"]}]} |"
            + " character \"a\" (U+0061), variant 2, stroke 2, character 8: a number must follow"
            + " but was 'q'",
        "{\"a\": [{\"strokes\": [\"M0 0L1 1M2 2L3 3\"]}]} | character \"a\" (U+0061), variant 1,"
            + " stroke 1 must be one line of the pen but was 2",
        "{\"a\": [{\"strokes\": [\"\"]}]} | character \"a\" (U+0061), variant 1, stroke 1 must be"
            + " one line of the pen but was 0",
        "{\"a\": [{\"strokes\": [\"M0 0L99 1\"]}]} | character \"a\" (U+0061), variant 1, stroke 1"
            + " must be within 50 x-heights but reaches 99.0, 1.0",
        "{\"a\": [{\"strokes\": [\"M0 0L1 1\"], \"joins\": \"up\"}]} | character \"a\" (U+0061),"
            + " variant 1: joins must be none, left, right or both but was \"up\"",
        "{\"a\": [null]} | not a hand: characters.a[0] cannot be null",
      })
  void namesWhatIsWrongAndWhere(String characters, String reason) {
    assertBadFile(reason, () -> read(hand(characters)));
  }

  @Test
  void refusesFilesOfOtherKinds() {
    assertBadFile("not a hand: must be an object: { ... }", () -> read("[]"));
    assertBadFile("not a hand: it is empty", () -> read(""));
    assertBadFile("not a hand: format is missing", () -> read("{\"version\": 1}"));
    assertBadFile(
        "the name of a hand must be 1 to 64 letters, digits, dots or hyphens but was \"../x y\"",
        () ->
            read(
                "{\"format\": \"ductus-hand\", \"version\": 1, \"name\": \"../x y\","
                    + " \"characters\": {}}"));
  }

  @Test
  void refusesTooManyVariants() {
    String drawing = "{\"strokes\": [\"M0 0L1 1\"]}";
    String many = (drawing + ",").repeat(200) + drawing;
    assertBadFile(
        "character \"a\" (U+0061) must have at most 200 variants but has 201",
        () -> read(hand("{\"a\": [" + many + "]}")));
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(SHIPPED)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedHandCanWriteWesternText(Path path) throws Exception {
    Hand hand = HandFile.read(path);
    assertEquals(path.getFileName().toString(), hand.name() + ".json");
    StringBuilder wanted =
        new StringBuilder("ßæœøÆŒØ¿¡«»€£§°ı\u0300\u0301\u0302\u0303\u0308\u030A\u0327");
    for (char c = '!'; c <= '~'; c++) {
      wanted.append(c);
    }
    assertEquals(List.of(), Characters.missing(wanted.toString(), hand.characters()));
    for (int letter : "aeionrs".codePoints().toArray()) {
      assertTrue(hand.drawings(letter).size() >= 2, Character.toString(letter));
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedLettersStandOnTheBaselineAtXHeight(Path path) throws Exception {
    Hand hand = HandFile.read(path);
    for (int letter : "acemnorsuvwx".codePoints().toArray()) {
      for (Glyph glyph : hand.drawings(letter)) {
        assertEquals(0, glyph.box().bottom(), 0.2, Character.toString(letter));
        assertEquals(1, glyph.box().top(), 0.3, Character.toString(letter));
      }
    }
  }

  @Test
  void longStrokesOfDotsAreRead() throws Exception {
    Hand hand = read(hand("{\".\": [{\"strokes\": [\"M0 0L0 0\"]}]}"));
    Stroke dot = hand.drawings('.').get(0).strokes().get(0);
    assertEquals(1, dot.points().size());
    assertFalse(hand.characters().contains((int) 'a'));
  }

  @Test
  void aHandMustHaveDrawings() {
    SortedMap<Integer, List<Glyph>> none = new TreeMap<>();
    none.put((int) 'a', List.of());
    assertThrows(IllegalArgumentException.class, () -> new Hand("mine", false, none));
  }
}
