package ductus.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassagesTest {
  private static List<String> passages(String text) {
    List<String> passages = new ArrayList<>();
    Passages.of(text, (passage, end) -> passages.add(passage));
    return passages;
  }

  @Test
  void aShortTextIsOnePassage() {
    assertEquals(List.of("a b\n\nc"), passages("\na b\n\nc\n"));
    assertEquals(List.of(), passages(" \n"));
  }

  @Test
  void cutsAtAnEmptyLineBeforeALineAndALineBeforeASpace() {
    String words = "word ".repeat(250).strip();
    assertEquals(List.of(words, words), passages(words + "\n\n" + words));
    String longer = words + "\nx " + words;
    assertEquals(List.of(words, "x " + words), passages(longer));
    List<String> atSpaces = passages("word ".repeat(1000));
    assertTrue(atSpaces.stream().allMatch(passage -> passage.endsWith("word")), "whole words");
  }

  @Test
  void losesNothingButWhiteSpaceAndKeepsPairsOfSurrogates() {
    String text = "\uD83D\uDE00".repeat(2500) + "x" + "\uD83D\uDE00".repeat(1001);
    List<String> passages = passages(text);
    assertEquals(text, String.join("", passages));
    for (String passage : passages) {
      assertTrue(passage.length() <= Passages.LENGTH, "length " + passage.length());
      assertTrue(Character.isHighSurrogate(passage.charAt(passage.length() - 2)), "whole pairs");
    }
  }

  @Test
  void looksForABorderNoFurtherBackThanAPassage() {
    // Back to the beginning it took minutes.
    String noLines = "word ".repeat(4_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(10_000, passages(noLines).size()));
  }
}
