package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.model.translation.SourceVocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceWordsTest {
  private static List<TextPair> pairs(int count, String source) {
    List<TextPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(new TextPair(source + " " + i, "x"));
    }
    return pairs;
  }

  @Test
  void wordsAreOfLettersInLowerCase() {
    assertEquals(
        List.of("the", "twenty", "first", "of", "may", "été"),
        SourceWords.of("the Twenty-first of May, 1999 été"));
  }

  private static Optional<List<String>> closed(List<TextPair> learned, List<TextPair> heldOut) {
    return SourceWords.closed(new PairSplit(learned, heldOut)).map(SourceVocabulary::words);
  }

  @Test
  void wordsAreClosedWhereEnoughIsHeldOutAndHardlyAnythingOfItIsNew() {
    List<TextPair> learned = pairs(10, "one Two");
    assertEquals(
        Optional.of(List.of("one", "two")),
        closed(learned, pairs(SourceWords.EVIDENCE / 2, "two one")));
    assertEquals(Optional.empty(), closed(learned, pairs(SourceWords.EVIDENCE / 2 - 1, "two one")));
    List<TextPair> heldOut = new ArrayList<>(pairs(SourceWords.EVIDENCE, "two one"));
    heldOut.add(new TextPair("three", "3"));
    assertEquals(Optional.empty(), closed(learned, heldOut));
    heldOut.addAll(pairs(500, "two one"));
    assertEquals(Optional.of(List.of("one", "two")), closed(learned, heldOut));
  }

  @Test
  void neighborsAreWordsDigitsAndBounds() {
    assertEquals(
        List.of(
            "\"the\" at the beginning", "\"the (digits)\"", "\"(digits) st\"", "\"st\" at the end"),
        SourceWords.neighbors("The 21st").stream().map(WordPair::text).toList());
  }

  @Test
  void neighborsAreClosedWhereThoseHeldOutAreHardlyEverNew() {
    List<TextPair> learned = pairs(10, "one two");
    SourceVocabulary closed =
        SourceWords.closed(new PairSplit(learned, pairs(SourceWords.EVIDENCE, "one two")))
            .orElseThrow();
    assertEquals(
        Map.of("", List.of("one"), "one", List.of("two"), "two", List.of("0"), "0", List.of("")),
        closed.followers());
    assertTrue(closed.mayFollow("one", "two"));
    assertFalse(closed.mayFollow("two", "one"));
    SourceVocabulary open =
        SourceWords.closed(new PairSplit(learned, pairs(SourceWords.EVIDENCE, "two one")))
            .orElseThrow();
    assertNull(open.followers());
    assertTrue(open.mayFollow("two", "one"));
  }
}
