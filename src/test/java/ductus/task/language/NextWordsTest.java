package ductus.task.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.SequenceScorer;
import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.math.plain.EjmlKernels;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.text.CharacterEncoding;
import ductus.text.TextEncoding;
import ductus.text.WordEncoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NextWordsTest {
  private static final Kernels KERNELS = new EjmlKernels();

  @Test
  void charactersAreSearchedToTheEndOfEachWord() {
    // Of the letters a and b alone, so that all words can be gone through.
    TextEncoding encoding = new CharacterEncoding(List.of(" ", "a", "b", "."));
    Network network = network(encoding);
    List<NextWords.Word> found = words(network, encoding, "ab a", 5);
    Map<String, Double> all = new HashMap<>();
    List<String> open = new ArrayList<>(List.of("a", "b"));
    while (!open.isEmpty()) {
      String word = open.remove(0);
      double whole = 0;
      for (String end : List.of(" ", ".")) {
        whole += probability(network, encoding, "ab a " + word + end, 5);
      }
      all.put(word, whole);
      if (word.length() < 7) {
        open.add(word + "a");
        open.add(word + "b");
      }
    }
    double begun = 0;
    for (String first : List.of("a", "b")) {
      begun += probability(network, encoding, "ab a " + first, 5);
    }
    assertEquals(5, found.size());
    for (NextWords.Word word : found) {
      assertEquals(
          Objects.requireNonNull(all.get(word.word())) / begun,
          word.probability(),
          1e-6,
          word.word());
    }
    double best = all.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    assertEquals(best / begun, found.get(0).probability(), 1e-6);
  }

  @Test
  void aWordHasOneProbabilityWhetherItIsATokenOrSpelled() {
    TextEncoding encoding = new WordEncoding(List.of("a", "b", " ", " a", " b", " ab", "."));
    Network network = network(encoding);
    List<NextWords.Word> found = words(network, encoding, "ab ", 3);
    double sum = found.stream().mapToDouble(NextWords.Word::probability).sum();
    assertTrue(sum > 0.3 && sum <= 1 + 1e-9, "sum " + sum);
    assertTrue(found.stream().anyMatch(word -> word.word().equals("ab")), "ab " + found);
    // " ab", " a" + "b" and " " + "a" + "b", each followed by " ", " a", " b", " ab" or ".".
    double whole = 0;
    double begun = 0;
    for (int first : new int[] {5, 6, 7}) {
      begun += probability(network, encoding, new int[] {0, 7, first}, 2);
    }
    for (int letter : new int[] {2, 3}) {
      begun += probability(network, encoding, new int[] {0, 7, 4, letter}, 2);
    }
    for (int[] path : new int[][] {{0, 7, 7}, {0, 7, 5, 3}, {0, 7, 4, 2, 3}}) {
      for (int end : new int[] {4, 5, 6, 7, 8}) {
        int[] tokens = Arrays.copyOf(path, path.length + 1);
        tokens[path.length] = end;
        whole += probability(network, encoding, tokens, 2);
      }
    }
    double expected = whole / begun;
    assertEquals(
        expected,
        found.stream()
            .filter(word -> word.word().equals("ab"))
            .findFirst()
            .orElseThrow()
            .probability(),
        1e-3 * expected);
  }

  @Test
  void manyWordsAreTheLikeliestToo() {
    List<String> tokens = new ArrayList<>(List.of(" ", "."));
    for (char letter = 'a'; letter <= 'z'; letter++) {
      tokens.add(String.valueOf(letter));
      for (char other = 'a'; other <= 'h'; other++) {
        tokens.add(" " + letter + other);
      }
    }
    TextEncoding encoding = new WordEncoding(tokens);
    Network network = network(encoding);
    List<NextWords.Word> many = words(network, encoding, "ab", 100);
    assertEquals(100, many.size());
    // What is spelled is far less likely than any of the 208 words that are a token.
    List<String> spelled =
        many.stream().map(NextWords.Word::word).filter(w -> !tokens.contains(" " + w)).toList();
    assertEquals(List.of(), spelled);
  }

  @Test
  void atTheBeginningOfALineNoSpaceComesFirst() {
    TextEncoding encoding = new WordEncoding(List.of("a", " ", "\n", " a", " aa"));
    List<NextWords.Word> found = words(network(encoding), encoding, "", 2);
    assertTrue(found.stream().anyMatch(word -> word.word().equals("aa")), "aa " + found);
  }

  private static Network network(TextEncoding encoding) {
    Network network = new Network(NetworkConfig.of(encoding, 4, NetworkConfig.LSTM, 1, 8, 0));
    network.initialize(Randomness.of(3));
    // Bold enough that words differ.
    network
        .parameters()
        .forEach(
            each -> {
              for (int i = 0; i < each.value().getNumElements(); i++) {
                each.value().data[i] *= 2;
              }
            });
    return network;
  }

  private static List<NextWords.Word> words(
      Network network, TextEncoding encoding, String text, int most) {
    try (Workers workers = new Workers(1)) {
      return new NextWords(network, encoding, KERNELS, workers).after(text, most);
    }
  }

  private static double probability(
      Network network, TextEncoding encoding, String text, int given) {
    return probability(network, encoding, encoding.encode(text).tokens(), given);
  }

  /** Of the tokens from a place on. */
  private static double probability(
      Network network, TextEncoding encoding, int[] tokens, int given) {
    try (Workers workers = new Workers(1)) {
      double[] nats =
          new SequenceScorer(network, encoding, (all, length, allowed) -> {}, KERNELS, workers)
              .nats(List.of(new Sequence(tokens, new int[0], 0)))
              .get(0);
      double sum = 0;
      for (int t = given; t < nats.length; t++) {
        sum += nats[t];
      }
      return Math.exp(-sum);
    }
  }
}
