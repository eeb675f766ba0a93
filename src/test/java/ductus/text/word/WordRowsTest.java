package ductus.text.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordRowsTest {
  @Test
  void learnsTheFrequentWordsInSmallLetters() {
    WordRows rows =
        WordRows.learn(List.of(List.of("The", "cat", "the"), List.of("a", "cat", "the")), 2);
    assertEquals(List.of("the", "cat", "<Capital>", "<small>"), rows.vocabulary());
    assertEquals(2, rows.known(List.of("THE", "dog", "Cat")));
  }

  @Test
  void aWordHasItsRowOrThatOfTheUnknown() {
    WordRows rows = new WordRows(List.of("the", "cat"));
    int[] seen = rows.of(List.of("Cat", "unseen", "!"));
    assertEquals(3 * WordRows.PER_WORD, seen.length);
    assertEquals(2, seen[0]);
    assertEquals(WordRows.UNKNOWN, seen[WordRows.PER_WORD]);
    assertTrue(Arrays.stream(seen).allMatch(row -> row >= -1 && row < rows.tableRows()));
  }

  @Test
  void unknownWordsAreSeenByTheirSpelling() {
    WordRows rows = WordRows.learn(List.of(List.of("walking", "talking", "walked", "Sun")), 9);
    assertEquals(
        List.of("<Capital>", "<small>", "-g", "-ing", "-king", "-ng", "wal-", "walk-"),
        rows.vocabulary());
    int[] seen = rows.of(List.of("walks", "Sing"));
    assertEquals(
        List.of(0, 2, 7, 8),
        Arrays.stream(seen, 0, WordRows.PER_WORD).filter(row -> row >= 0).boxed().toList());
    assertEquals(
        List.of(0, 1, 3, 6, 4),
        Arrays.stream(seen, WordRows.PER_WORD, 2 * WordRows.PER_WORD)
            .filter(row -> row >= 0)
            .boxed()
            .toList());
  }

  @Test
  void capitalsAndDigitsAreSeen() {
    List<String> words = List.of("a", "A", "AB", "3", "3rd", "?");
    int[] seen = WordRows.learn(List.of(words), 9).of(words);
    assertEquals(
        6, IntStream.range(0, 6).map(i -> seen[i * WordRows.PER_WORD + 1]).distinct().count());
  }

  @Test
  void wordsOfAVocabularyDiffer() {
    assertThrows(IllegalArgumentException.class, () -> new WordRows(List.of("a", "a")));
  }
}
