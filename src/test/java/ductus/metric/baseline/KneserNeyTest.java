package ductus.metric.baseline;

import static ductus.Refusals.assertRefused;
import static ductus.metric.baseline.Pieces.nats;
import static ductus.metric.baseline.Pieces.piece;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.model.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KneserNeyTest {
  private static final double TOLERANCE = 1e-14;

  @Test
  void agreesWithAnIndependentComputation() throws IOException {
    KneserNey model = new KneserNey(1, 3);
    Sequence test = piece();
    int compared = 0;
    for (String line : golden()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "vocabulary" -> model = new KneserNey(Integer.parseInt(words[1]), 3);
        case "train" -> model.add(tokens(words));
        case "test" -> test = tokens(words);
        case "probabilities" -> {
          double nats = 0;
          for (int t = 1; t < test.length(); t++) {
            double expected = Double.parseDouble(words[t]);
            assertEquals(expected, model.probability(test, t), TOLERANCE, line);
            nats -= Math.log(expected);
            compared++;
          }
          assertEquals(nats, nats(model, test), 1e-11);
        }
        default -> assertEquals("#", words[0]);
      }
    }
    assertEquals(47, compared);
  }

  @Test
  void agreesWithAComputationByHand() {
    // The first model of the golden file, P(1 | start): trigram counts 2 of 3, D = 2/3.
    KneserNey model = new KneserNey(6, 3);
    model.add(piece(0, 1, 2, 3, 5));
    model.add(piece(0, 1, 2, 4, 5));
    model.add(piece(0, 2, 1, 2, 5));
    double unigram = (2 - 1.0 / 3) / 9 + 5 * (1.0 / 3) / 9 / 6;
    double bigram = (1 - 0.8) / 2 + 2 * 0.8 / 2 * unigram;
    double trigram = (2 - 2.0 / 3) / 3 + 2 * (2.0 / 3) / 3 * bigram;
    assertEquals(trigram, model.probability(piece(0, 1), 1), TOLERANCE);
  }

  @Test
  void sumsToOneForEveryContext() {
    RandomGenerator random = Seeded.random(1);
    int vocabulary = 13;
    KneserNey model = new KneserNey(vocabulary, 3);
    for (int pieces = 0; pieces < 40; pieces++) {
      assertSumsToOne(model, vocabulary);
      model.add(walk(25, vocabulary, random));
    }
    assertSumsToOne(model, vocabulary);
  }

  @Test
  void longGramsAgreeWithTheDefinitionComputedPlainly() {
    RandomGenerator random = Seeded.random(4);
    int vocabulary = 4;
    for (int order = 1; order <= 6; order++) {
      List<Sequence> pieces =
          IntStream.range(0, 12).mapToObj(i -> walk(3 + 4 * i, vocabulary, random)).toList();
      KneserNey model = new KneserNey(vocabulary, order);
      pieces.forEach(model::add);
      PlainKneserNey plain = new PlainKneserNey(vocabulary, order, pieces);
      for (int pass = 0; pass < 10; pass++) {
        Sequence test = walk(20, vocabulary, random);
        for (int t = 1; t < test.length(); t++) {
          assertEquals(plain.probability(test, t), model.probability(test, t), 1e-12);
        }
      }
    }
  }

  @Test
  void longGramsSumToOneForEveryContext() {
    RandomGenerator random = Seeded.random(5);
    KneserNey model = new KneserNey(3, 5);
    IntStream.range(0, 20).forEach(i -> model.add(walk(30, 3, random)));
    for (int length = 1; length <= 6; length++) {
      for (int code = 0; code < StrictMath.pow(3, length); code++) {
        int[] tokens = new int[length + 1];
        for (int i = 0, rest = code; i < length; i++, rest /= 3) {
          tokens[i] = rest % 3;
        }
        double sum = 0;
        for (int token = 0; token < 3; token++) {
          tokens[length] = token;
          sum += model.probability(piece(tokens), length);
        }
        assertEquals(1, sum, 1e-12, Arrays.toString(tokens));
      }
    }
  }

  @Test
  void choosesTheOrderByWhatItLeavesOut() {
    RandomGenerator random = Seeded.random(6);
    List<Sequence> dice =
        IntStream.range(0, 60).mapToObj(i -> piece(random.ints(100, 0, 4).toArray())).toList();
    assertEquals(1, KneserNey.of(4, 5, dice).order(), "nothing foretells a die");
    int[] song = random.ints(300, 0, 4).toArray();
    List<Sequence> songs =
        IntStream.range(0, 60).mapToObj(i -> piece(Arrays.copyOfRange(song, i, i + 200))).toList();
    KneserNey model = KneserNey.of(4, 5, songs);
    assertEquals(5, model.order(), "more of a song foretells more");
    assertEquals(4, KneserNey.of(4, 4, dice.subList(0, 1)).order(), "nothing to choose by");
    KneserNey all = new KneserNey(4, 5);
    songs.forEach(all::add);
    assertEquals(nats(all, piece(song)), nats(model, piece(song)), 0);
  }

  @Test
  void isUniformBeforeAnythingIsCounted() {
    KneserNey model = new KneserNey(8, 3);
    assertEquals(3 * Math.log(8), nats(model, piece(0, 1, 2, 3)), 1e-12);
    model.add(piece(4));
    assertEquals(3 * Math.log(8), nats(model, piece(0, 1, 2, 3)), 1e-12);
  }

  @Test
  void contextsDoNotCrossPieces() {
    KneserNey apart = new KneserNey(5, 3);
    apart.add(piece(0, 1, 2));
    apart.add(piece(0, 3, 4));
    KneserNey swapped = new KneserNey(5, 3);
    swapped.add(piece(0, 3, 4));
    swapped.add(piece(0, 1, 2));
    Sequence piece = piece(0, 1, 2, 0, 3, 4);
    assertEquals(nats(apart, piece), nats(swapped, piece), 0);
    // A start inside a piece is not the start of a piece.
    assertTrue(apart.probability(piece(0, 3), 1) > apart.probability(piece, 4));
  }

  @Test
  void learnsWhatDependsOnTwoTokensBefore() {
    RandomGenerator random = Seeded.random(2);
    int vocabulary = 20;
    KneserNey trigram = new KneserNey(vocabulary, 3);
    UnigramModel unigram = new UnigramModel(vocabulary);
    for (int pieces = 0; pieces < 1500; pieces++) {
      Sequence piece = walk(60, vocabulary, random);
      trigram.add(piece);
      unigram.add(piece);
    }
    double trigramNats = 0;
    double unigramNats = 0;
    for (int pieces = 0; pieces < 50; pieces++) {
      Sequence piece = walk(60, vocabulary, random);
      trigramNats += nats(trigram, piece);
      unigramNats += nats(unigram, piece);
    }
    // Each next token is one of three, drawn alike: ln 3 nats a token.
    double tokens = 50 * 59;
    assertEquals(Math.log(3), trigramNats / tokens, 0.03);
    assertTrue(unigramNats / tokens > 2.5, unigramNats / tokens + " nats a token");
  }

  @Test
  void holdsManyDifferentTrigrams() {
    RandomGenerator random = Seeded.random(3);
    int vocabulary = 5_000;
    KneserNey model = new KneserNey(vocabulary, 3);
    int[] tokens = random.ints(300_000, 0, vocabulary).toArray();
    model.add(piece(tokens));
    double nats = nats(model, piece(Arrays.copyOf(tokens, 1000)));
    assertTrue(Double.isFinite(nats) && nats > 0, nats + " nats");
  }

  @Test
  void rejectsWhatIsNotInTheVocabulary() {
    KneserNey model = new KneserNey(3, 3);
    assertRefused("token 2 must be 0 to 2 but was 3", () -> model.add(piece(0, 1, 3)));
    assertThrows(IllegalArgumentException.class, () -> nats(model, piece(0, -1)));
    assertThrows(IllegalArgumentException.class, () -> model.probability(piece(0, 1), 0));
    assertThrows(IllegalArgumentException.class, () -> model.probability(piece(0, 1), 2));
    assertThrows(IllegalArgumentException.class, () -> new KneserNey(0, 3));
    assertRefused("order must be 1 to 16 but was 0", () -> new KneserNey(3, 0));
  }

  /** Tries every context of two tokens, and every single one at the start of a piece. */
  private static void assertSumsToOne(KneserNey model, int vocabulary) {
    for (int first = -1; first < vocabulary; first++) {
      for (int second = 0; second < vocabulary; second++) {
        double sum = 0;
        for (int token = 0; token < vocabulary; token++) {
          Sequence piece = first < 0 ? piece(second, token) : piece(first, second, token);
          double probability = model.probability(piece, piece.length() - 1);
          assertTrue(probability > 0, "P(" + token + " | " + first + ", " + second + ")");
          sum += probability;
        }
        assertEquals(1, sum, 1e-12, "context " + first + ", " + second);
      }
    }
  }

  /** A random walk whose next token is one of three, known from the two before. */
  private static Sequence walk(int length, int vocabulary, RandomGenerator random) {
    int[] tokens = new int[length];
    for (int t = 1; t < length; t++) {
      int before = t >= 2 ? tokens[t - 2] : 0;
      tokens[t] = (7 * before + 3 * tokens[t - 1] + random.nextInt(3)) % vocabulary;
    }
    return piece(tokens);
  }

  private static Sequence tokens(String[] words) {
    return piece(Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray());
  }

  private static List<String> golden() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(KneserNeyTest.class.getResourceAsStream("kneser_ney_golden.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
