package ductus.ink.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.hand.Characters;
import ductus.math.Randomness;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTextTest {
  private static final Set<Integer> WESTERN =
      IntStream.concat(
              IntStream.rangeClosed('!', '~'),
              "ßæœøÆŒØ¿¡«»€£§°ı\u0300\u0301\u0302\u0303\u0308\u030A\u0327".codePoints())
          .boxed()
          .collect(Collectors.toSet());

  @Test
  void textsHaveAboutTheLengthAndNeverMore() {
    TrainingText practice = new TrainingText(WESTERN);
    RandomGenerator random = Randomness.of(1);
    for (int length : List.of(1, 10, 30, 75)) {
      long sum = 0;
      for (int i = 0; i < 500; i++) {
        String text = practice.draw(length, random);
        int size = text.codePointCount(0, text.length());
        assertTrue(size >= 1 && size <= length, text);
        assertEquals(text, Characters.plain(text).strip());
        sum += size;
      }
      assertTrue(sum >= 0.8 * 500 * length, "mean length " + sum / 500.0 + " of " + length);
    }
  }

  @Test
  void everyCharacterComesUp() {
    TrainingText practice = new TrainingText(WESTERN);
    RandomGenerator random = Randomness.of(2);
    Map<Integer, Integer> counts = new HashMap<>();
    int all = 0;
    for (int i = 0; i < 5_000; i++) {
      for (int character : practice.draw(40, random).codePoints().toArray()) {
        counts.merge(character, 1, Integer::sum);
        all++;
      }
    }
    for (int character : WESTERN) {
      int count = counts.getOrDefault(character, 0);
      assertTrue(count >= 0.0007 * all, Character.toString(character) + " " + count + " of " + all);
    }
  }

  @Test
  void onlyAvailableCharactersComeUp() {
    Set<Integer> some = "abcdehilnorst.5A".codePoints().boxed().collect(Collectors.toSet());
    TrainingText practice = new TrainingText(some);
    Set<Integer> seen = new HashSet<>();
    RandomGenerator random = Randomness.of(3);
    for (int i = 0; i < 1_000; i++) {
      practice.draw(25, random).codePoints().forEach(seen::add);
    }
    some.add((int) ' ');
    assertEquals(some, seen);
  }

  @Test
  void oneSeedMakesOneText() {
    TrainingText practice = new TrainingText(WESTERN);
    assertEquals(practice.draw(60, Randomness.of(7)), practice.draw(60, Randomness.of(7)));
  }

  @Test
  void refusesNoCharactersAndNoLength() {
    assertThrows(IllegalArgumentException.class, () -> new TrainingText(Set.of()));
    assertThrows(IllegalArgumentException.class, () -> new TrainingText(Set.of(0x301)));
    TrainingText practice = new TrainingText(WESTERN);
    assertThrows(IllegalArgumentException.class, () -> practice.draw(0, Randomness.of(1)));
  }

  @Test
  void heldOutSentencesAreTwoHundredOfAboutFiftyCharacters() {
    List<String> sentences = HeldOutText.sentences();
    assertEquals(200, sentences.size());
    assertEquals(200, Set.copyOf(sentences).size());
    assertEquals(50, sentences.stream().mapToInt(String::length).average().orElseThrow(), 2);
    for (String sentence : sentences) {
      assertTrue(sentence.length() >= 40 && sentence.length() <= 60, sentence);
      assertEquals(List.of(), Characters.missing(sentence, WESTERN));
    }
    String all = String.join("", sentences);
    for (char c = 'A'; c <= 'Z'; c++) {
      assertTrue(all.indexOf(c) >= 0 && all.indexOf(Character.toLowerCase(c)) >= 0, "" + c);
    }
  }
}
