package ductus.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassagesTest {
  @Test
  void aShortTextIsOnePassage() {
    assertEquals(List.of("a b\n\nc"), Passages.of("\na b\n\nc\n"));
    assertEquals(List.of(), Passages.of(" \n"));
  }

  @Test
  void cutsAtAnEmptyLineBeforeALineAndALineBeforeASpace() {
    String words = "word ".repeat(250).strip();
    assertEquals(List.of(words, words), Passages.of(words + "\n\n" + words));
    String longer = words + "\nx " + words;
    assertEquals(List.of(words, "x " + words), Passages.of(longer));
    List<String> atSpaces = Passages.of("word ".repeat(1000));
    assertTrue(atSpaces.stream().allMatch(passage -> passage.endsWith("word")), "whole words");
  }

  @Test
  void losesNothingButWhiteSpaceAndKeepsPairsOfSurrogates() {
    String text = "\uD83D\uDE00".repeat(2500) + "x" + "\uD83D\uDE00".repeat(1001);
    List<String> passages = Passages.of(text);
    assertEquals(text, String.join("", passages));
    for (String passage : passages) {
      assertTrue(passage.length() <= Passages.LENGTH, "length " + passage.length());
      assertTrue(Character.isHighSurrogate(passage.charAt(passage.length() - 2)), "whole pairs");
    }
  }
}
