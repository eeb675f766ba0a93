package ductus.ink.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CharacterCoverageTest {
  private static Set<Integer> set(String characters) {
    return characters.codePoints().boxed().collect(Collectors.toSet());
  }

  @Test
  void whoeverHasLearnedAsciiCanWriteAllOfIt() {
    Set<Integer> ascii =
        IntStream.rangeClosed('!', '~').boxed().collect(Collectors.toUnmodifiableSet());
    CharacterCoverage coverage = CharacterCoverage.of(ascii, Symbols.shipped());
    assertEquals("", coverage.missing());
    assertEquals(94 + 1, coverage.learned().length(), "three full stops are an ellipsis");
    for (String wanted :
        new String[] {
          "\u0105\u0107\u0119\u0142\u0144\u00f3\u015b\u017a\u017c",
          "\u010d\u010f\u011b\u0148\u0159\u0161\u0165\u016f\u017e\u013e\u013a\u0155\u00f4",
          "\u0151\u0171\u0103\u00e2\u00ee\u0219\u021b\u0111\u011f\u0131\u0130\u015f",
          "\u0101\u0113\u0123\u012b\u0137\u013c\u0146\u016b\u0117\u012f\u0173",
          "\u201c\u201d\u2018\u2019\u2013\u2014\u20ac\u0153\u0152",
          "\u00b0\u00a3\u00a5\u00a2\u00bd\u00bc\u00be\u00d7\u00f7\u00b1\u00b2\u00b3\u00b5\u00a9",
          "\u2192\u2264\u2265\u2260\u00fe\u00de\u00f0\u00d0\u00df\u1e9e"
        }) {
      wanted
          .codePoints()
          .forEach(c -> assertTrue(coverage.composed().indexOf(c) >= 0, "U+%04X".formatted(c)));
    }
  }

  @Test
  void whatWasLearnedIsNotComposed() {
    CharacterCoverage coverage =
        CharacterCoverage.of(set("aeko\u0301\u0327\u00df"), Symbols.shipped());
    assertTrue(coverage.learned().contains("\u00e9"));
    assertTrue(coverage.learned().contains("\u00df"));
    assertFalse(coverage.composed().contains("\u00e9"));
    assertTrue(coverage.composed().contains("\u0137"), "its mark is a comma, not a cedilla");
    assertTrue(coverage.missing().contains("z"));
    assertTrue(coverage.missing().contains("\u017a"));
  }
}
