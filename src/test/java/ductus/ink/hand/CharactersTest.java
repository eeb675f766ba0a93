package ductus.ink.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {
  private static final Set<Integer> ASCII = set(" !\"'()*,-./:;?", 'a', 'z');

  private static Set<Integer> set(String others, char first, char last) {
    Set<Integer> set = others.codePoints().boxed().collect(Collectors.toSet());
    for (int c = first; c <= last; c++) {
      set.add(c);
      set.add(Character.toUpperCase(c));
    }
    return set;
  }

  @Test
  void aSmallLetterStandsForACapitalThatIsMissing() {
    Set<Integer> small = "abdenr".codePoints().boxed().collect(Collectors.toSet());
    assertEquals("dear anna", Characters.substituted("Dear Änna", small));
    assertEquals("", Characters.substituted("X", small));
  }

  @Test
  void decomposesLetters() {
    assertEquals("e\u0301 u\u0308 c\u0327 A\u030A", Characters.plain("é ü ç Å"));
    assertEquals(Characters.plain("é"), Characters.plain("e\u0301"));
  }

  @Test
  void typographicCharactersBecomePlain() {
    assertEquals("'it''s' \"so\" - - ... fi", Characters.plain("‘it’’s’ “so” – — … ﬁ"));
    assertEquals("a b c", Characters.plain("a\u00A0b\tc"));
    assertEquals("ab", Characters.plain("a\u00ADb\uFEFF"));
    assertEquals("a\nb\nc", Characters.plain("a\r\nb\nc"));
  }

  @Test
  void plainTextStaysPlain() {
    String text = Characters.plain("Señor “Ø” — naïve ﬂy… 3½");
    assertEquals(text, Characters.plain(text));
  }

  @Test
  void namesMissingCharactersWithTheirPlaces() {
    List<Characters.Missing> missing = Characters.missing("Déjà\n😀 ж", ASCII);
    assertEquals(
        List.of(
            "line 1, column 2: 'é' (U+00E9)",
            "line 1, column 4: 'à' (U+00E0)",
            "line 2, column 1: '😀' (U+1F600)",
            "line 2, column 3: 'ж' (U+0436)"),
        missing.stream().map(Characters.Missing::toString).toList());
    assertEquals(5, missing.get(2).index());
    assertEquals(8, missing.get(3).index());
  }

  @Test
  void aLetterWithItsMarkIsAvailable() {
    Set<Integer> withMark = set("\u0301", 'a', 'z');
    assertEquals(List.of(), Characters.missing("é É a\n", withMark));
    assertEquals(1, Characters.missing("è", withMark).size());
  }

  @ParameterizedTest
  @CsvSource({
    "Größe, Grosse",
    "œuvre Æ, oeuvre AE",
    "Århus, Arhus",
    "5 €, EUR",
    "«so», \"so\"",
    "½ жa, a",
    "a ≠ b, a  b",
  })
  void substitutesWhatPeopleWriteInstead(String text, String expected) {
    assertEquals(expected, Characters.substituted(text, ASCII).strip());
  }

  @ParameterizedTest
  @CsvSource({
    "2½ l, 2 1/2 l",
    "10² and x³, 10^2 and x^3",
    "H₂O, H2O",
    "x⁴, x^4",
    "２０２４, 2024",
    "x₁₂, x12",
    "5⅓, 5 1/3",
    "±5, +/-5",
    "a ≠ b, a =/= b",
    "a ≰ b, a  b",
    "x → y, x -> y",
  })
  void aNumberSaysTheSameWithItsSubstitute(String text, String expected) {
    Set<Integer> withDigits = new TreeSet<>(ASCII);
    "0123456789^+-/=<>".chars().forEach(withDigits::add);
    assertEquals(expected, Characters.substituted(text, withDigits));
  }

  @Test
  void aSignIsWrittenWholeOrNotAtAll() {
    Set<Integer> withoutCaret = new TreeSet<>(ASCII);
    withoutCaret.add((int) '2');
    withoutCaret.remove((int) '^');
    assertEquals("m", Characters.substituted("m²", withoutCaret));
  }

  @Test
  void namesWhatIsWrittenInPlainForm() {
    assertEquals(
        Map.of((int) '—', "-", (int) '•', "*"),
        Characters.typographic("a — b • c „ — d\u00AD", Set.of((int) '„')));
  }

  @Test
  void saysWhatStandsForEachMissingCharacterOnce() {
    List<Characters.Missing> missing = Characters.missing("\u00df a\u5b57\u00df\u00e9", ASCII);
    Map<Integer, String> substitutes = Characters.substitutes(missing, ASCII);
    assertEquals(Map.of(0xDF, "ss", 0x5B57, "", 0xE9, "e"), substitutes);
    assertEquals(List.of(0xDF, 0x5B57, 0xE9), List.copyOf(substitutes.keySet()));
  }

  @Test
  void whatIsSubstitutedCanBeWritten() {
    StringBuilder all = new StringBuilder();
    for (int c = ' '; c < 0x2200; c++) {
      all.appendCodePoint(c);
    }
    String substituted = Characters.substituted(all.toString(), ASCII);
    assertEquals(List.of(), Characters.missing(substituted, ASCII));
    assertTrue(substituted.contains("ss"));
  }
}
