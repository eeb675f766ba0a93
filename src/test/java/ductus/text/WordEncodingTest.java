package ductus.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Randomness;
import ductus.model.Sequence;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordEncodingTest {
  private static final String TEXT =
      """
      The sky is blue, isn't it?
          The sea is blue; the sky is the sea's.  It's not so!
      the sky -- the "sea" -- is it not? The sky is so blue, so blue.
      """;

  private final WordEncoding encoding = WordEncoding.learn(List.of(TEXT, TEXT, TEXT), 100);

  @Test
  void aTokenIsAWordOrAMark() {
    assertEquals(List.of("start", " The", " sky", " is", ","), described("The sky is,"));
    assertEquals(List.of("start", " isn't", " it", "?"), described("isn't it?"));
  }

  @Test
  void spellsWhatItDoesNotKnow() {
    assertEquals(List.of("start", " The", " b", "l", "u", "b"), described("The blub"));
    assertEquals("The blub", encoding.decode(encoding.encode("The blub")));
    assertEquals(List.of("start", " is", " ", "unknown", "b"), described("is \u0416b"));
    assertEquals("is \uFFFDb", encoding.decode(encoding.encode("is \u0416b")));
    assertEquals("is\n\uFFFDb", encoding.decode(encoding.encode("is\n\u0416b")));
  }

  @Test
  void takesTheMostFrequentWords() {
    WordEncoding few = WordEncoding.learn(List.of(TEXT, TEXT), 1);
    assertTrue(few.vocabulary().contains(" is"), "is, five times");
    assertFalse(few.vocabulary().contains(" blue"), "blue, four times");
  }

  @Test
  void anyTextOfKnownCharactersComesBack() {
    assertEquals(TEXT, encoding.decode(encoding.encode(TEXT)));
    List<String> parts = List.of("The", "the", "sky", "sea's", " ", "  ", "\n", ",", "'", "-", "i");
    for (int seed = 0; seed < 300; seed++) {
      RandomGenerator random = Randomness.of(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      assertEquals(
          text.toString(), encoding.decode(encoding.encode(text.toString())), "seed " + seed);
    }
  }

  private List<String> described(String text) {
    Sequence sequence = encoding.encode(text);
    return IntStream.range(0, sequence.length())
        .mapToObj(t -> encoding.describe(sequence.token(t)))
        .toList();
  }
}
