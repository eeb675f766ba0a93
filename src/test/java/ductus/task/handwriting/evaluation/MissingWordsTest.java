package ductus.task.handwriting.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MissingWordsTest {
  @Test
  void countsWordsOfWhichNothingIsRead() {
    assertEquals(0, MissingWords.of("one two three", "one two three"));
    assertEquals(1, MissingWords.of("one two three", "one three"));
    assertEquals(2, MissingWords.of("one two three", "two"));
    assertEquals(3, MissingWords.of("one two three", ""));
    assertEquals(0, MissingWords.of("", "one"));
  }

  @Test
  void aWordThatIsMisreadIsNotMissing() {
    assertEquals(0, MissingWords.of("the quick fox", "the quack fox"));
    assertEquals(0, MissingWords.of("the quick fox", "theq uickfox"));
    assertEquals(0, MissingWords.of("a𝄞 fox", "𝄞 fox"));
  }
}
