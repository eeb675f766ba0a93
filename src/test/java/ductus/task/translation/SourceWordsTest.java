package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
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

  @Test
  void wordsAreClosedWhereEnoughIsHeldOutAndHardlyAnythingOfItIsNew() {
    List<TextPair> learned = pairs(10, "one Two");
    assertEquals(
        Optional.of(List.of("one", "two")),
        SourceWords.closed(new PairSplit(learned, pairs(SourceWords.EVIDENCE / 2, "two one"))));
    assertEquals(
        Optional.empty(),
        SourceWords.closed(new PairSplit(learned, pairs(SourceWords.EVIDENCE / 2 - 1, "two one"))));
    List<TextPair> heldOut = new ArrayList<>(pairs(SourceWords.EVIDENCE, "two one"));
    heldOut.add(new TextPair("three", "3"));
    assertEquals(Optional.empty(), SourceWords.closed(new PairSplit(learned, heldOut)));
    heldOut.addAll(pairs(500, "two one"));
    assertEquals(
        Optional.of(List.of("one", "two")), SourceWords.closed(new PairSplit(learned, heldOut)));
  }
}
