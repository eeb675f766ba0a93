package ductus.ink.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.mark.ApartText.Mark;
import ductus.ink.mark.ApartText.Piece;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApartTextTest {
  private static final int ACUTE = 0x301;

  /** ASCII and the acute. */
  private static final Set<Integer> LEARNED =
      IntStream.concat(IntStream.rangeClosed('!', '~'), IntStream.of(ACUTE))
          .boxed()
          .collect(Collectors.toUnmodifiableSet());

  private static ApartText unjoined(String text) {
    return ApartText.of(text, LEARNED, false, Symbols.shipped());
  }

  private static ApartText joined(String text) {
    return ApartText.of(text, LEARNED, true, Symbols.shipped());
  }

  @Test
  void whatAnUnjoinedHandHasLearnedIsDrawnAsItIs() {
    for (String text : List.of("see (b), it's 50% off...", "caf\u00e9", "", "x")) {
      assertTrue(unjoined(text).isWhole(), text);
    }
    assertEquals("cafe\u0301", unjoined("caf\u00e9").drawn());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "see (b), ok|see ( b ) , ok",
        "\"yes\", no!|\" yes \" , no !",
        "it's up_to 1.50%|it ' s up _ to 1 . 50 %",
        "wait... or--|wait ... or --",
        "plain words|plain words"
      })
  void marksStandApartInJoinedHands(String text, String drawn) {
    assertEquals(drawn, joined(text).drawn());
  }

  @ParameterizedTest
  @CsvSource({
    "\u00bd kg,kg",
    "a\u2192b,a b",
    "5 \u20ac \u00f7 2,5 2",
    "\u00b5,''",
    "it\u2019s,it's",
    "\u201cNo\u201d,No",
    "gro\u00df,gro",
    "\u0141\u00f3d\u017a,Lo\u0301dz\u0301",
    "a\u2260b,a=b"
  })
  void whatIsNotLearnedIsLeftOutOrDrawnWithoutItsMark(String text, String drawn) {
    ApartText apart = unjoined(text);
    assertEquals(drawn, apart.drawn());
    assertFalse(apart.isWhole());
    assertEquals(apart.drawn().codePointCount(0, apart.drawn().length()), apart.sources().size());
  }

  @Test
  void piecesKnowTheirPlacesAndWords() {
    assertEquals(
        List.of(
            new Piece(0, 0, false),
            new Piece(1, ApartText.SYMBOL, false),
            new Piece(2, 1, false),
            new Piece(4, 2, true)),
        unjoined("a\u00d7b c").pieces());
    assertEquals(List.of(0, 0, 2, 2, 4), unjoined("a\u00d7b c").sources());
  }

  @Test
  void marksAreSetOnTheirLetters() {
    assertEquals(
        List.of(new Mark(1, 0, 0x30C), new Mark(3, 2, Symbols.COMMA_BESIDE)),
        unjoined("\u010d\u010f").marks());
    assertEquals(List.of(new Mark(0, 0, Symbols.SHORT_SLASH)), unjoined("\u0142").marks());
    assertEquals(List.of(new Mark(1, 0, Symbols.COMMA_BELOW)), unjoined("\u0137").marks());
    assertEquals(List.of(new Mark(1, 0, ACUTE)), joined("\u00e9").marks());
    assertEquals(List.of(), unjoined("\u00e9").marks());
  }

  @Test
  void anIUnderAMarkLosesItsDot() {
    assertEquals(Set.of(0), unjoined("\u012b").dotless());
    assertEquals(Set.of(), unjoined("\u00ed").dotless(), "the network knows it");
    assertEquals(Set.of(), unjoined("\u012f").dotless(), "an ogonek hangs below");
    assertEquals(Set.of(0), joined("\u00ed").dotless());
    assertEquals(Set.of(0), unjoined("\u0131").dotless());
    Set<Integer> withDotless =
        IntStream.concat(IntStream.rangeClosed('a', 'z'), IntStream.of('\u0131'))
            .boxed()
            .collect(Collectors.toSet());
    ApartText drawn = ApartText.of("\u012b", withDotless, false, Symbols.shipped());
    assertEquals("\u0131", drawn.drawn());
    assertEquals(Set.of(), drawn.dotless());
  }

  @Test
  void signsBeyondAsciiAreSymbolsEvenIfTheyWereLearned() {
    Set<Integer> learned = Set.of((int) 'a', (int) '\u00b0', (int) '\u00df', (int) '!');
    assertEquals(
        "a! \u00df", ApartText.of("a!\u00b0\u00df", learned, false, Symbols.shipped()).drawn());
  }

  @Test
  void theTextIsWhole() {
    assertEquals("a\u201cb\u201d z\u030c \u00bd", unjoined("a\u201cb\u201d \u017e \u00bd").text());
  }
}
