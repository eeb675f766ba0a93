package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Generator.GeneratedSequence;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.math.plain.EjmlKernels;
import ductus.model.Encoding;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.music.Metres;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final int MOST = 120;
  private static final int LENGTH_SLOT = 4;
  private static final MelodyEncoding ENCODING = new MelodyEncoding();
  private static final Prompt START = new Prompt(MelodyVocabulary.START);
  private static final Sampling GREEDY = new Sampling(0, 0, 1);

  /** Tunes of one to three bars, so that some end early and others are cut. */
  private static final Constraint SHORT =
      (tokens, length, allowed) -> {
        if (length == LENGTH_SLOT) {
          for (int token = 0; token < allowed.length; token++) {
            allowed[token] &= MelodyVocabulary.bars(token) <= 3;
          }
        }
      };

  /** First weights large enough that the history matters. */
  private static Network network(long seed) {
    Network network =
        new Network(
            new NetworkConfig(
                ENCODING.vocabularySize(),
                ENCODING.featureTableSize(),
                ENCODING.featureCount(),
                10,
                NetworkConfig.LSTM,
                2,
                20,
                0.3,
                false));
    network.initialize(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    network
        .parameters()
        .forEach(
            parameter -> {
              for (int i = 0; i < parameter.size(); i++) {
                parameter.value().data[i] *= 4;
              }
            });
    return network;
  }

  private static List<GeneratedSequence> draw(
      Kernels kernels, int threads, int first, int count, Prompt prompt, Sampling sampling) {
    try (Workers workers = new Workers(threads)) {
      Network network = network(5);
      return new Generator(network, ENCODING, kernels, workers)
          .draw(first, count, prompt, sampling, List.of(SHORT), MOST, 99);
    }
  }

  private static List<GeneratedSequence> draw(int first, int count) {
    return draw(KernelChoice.best(), 1, first, count, START, Sampling.PLAIN);
  }

  private static List<GeneratedSequence> draw(
      Prompt prompt, List<Constraint> constraints, long seed) {
    return draw(prompt, Sampling.PLAIN, constraints, MOST, seed);
  }

  private static List<GeneratedSequence> draw(
      Prompt prompt, Sampling sampling, List<Constraint> constraints, int most, long seed) {
    try (Workers workers = new Workers(1)) {
      Network network = network(5);
      return new Generator(network, ENCODING, KernelChoice.best(), workers)
          .draw(0, 12, prompt, sampling, constraints, most, seed);
    }
  }

  @Test
  void drawsInABatchWhatItDrawsOneByOne() {
    for (Kernels kernels : List.of(KernelChoice.best(), new EjmlKernels())) {
      List<GeneratedSequence> batch = draw(kernels, 1, 0, 19, START, Sampling.PLAIN);
      for (int number = 0; number < batch.size(); number++) {
        GeneratedSequence single = draw(kernels, 1, number, 1, START, Sampling.PLAIN).get(0);
        assertEquals(single, batch.get(number), kernels.name() + ", sequence " + number);
      }
    }
  }

  @Test
  void drawsSequencesThatEndAtDifferentTimes() {
    List<GeneratedSequence> drawn = draw(0, 19);
    Set<Integer> lengths = new HashSet<>();
    drawn.forEach(one -> lengths.add(one.sequence().length()));
    assertTrue(lengths.size() > 5, lengths.toString());
    assertTrue(drawn.stream().anyMatch(GeneratedSequence::ended));
    assertTrue(drawn.stream().anyMatch(one -> !one.ended()));
  }

  @Test
  void drawsTheSameFromAnyFirstNumber() {
    List<GeneratedSequence> five = draw(0, 5);
    assertEquals(five.subList(3, 4), draw(3, 1));
    assertEquals(five.subList(1, 4), draw(1, 3));
  }

  @Test
  void drawsAnotherSequenceForEachNumber() {
    List<GeneratedSequence> drawn = draw(0, 19);
    assertEquals(drawn.size(), new HashSet<>(drawn).size());
  }

  @Test
  void drawsTheSameOnOneThreadAndOnTwo() {
    for (Kernels kernels : List.of(KernelChoice.best(), new EjmlKernels())) {
      assertEquals(
          draw(kernels, 1, 0, 9, START, Sampling.PLAIN),
          draw(kernels, 2, 0, 9, START, Sampling.PLAIN),
          kernels.name());
    }
  }

  @Test
  void drawsOtherwiseWithAnotherSeed() {
    assertNotEquals(draw(START, List.of(SHORT), 1), draw(START, List.of(SHORT), 2));
  }

  @Test
  void takesTheLikeliestTokensWhateverTheSeedAtTemperatureZero() {
    GeneratedSequence first = draw(START, GREEDY, List.of(SHORT), MOST, 1).get(0);
    for (long seed : new long[] {2, -7, Long.MAX_VALUE}) {
      for (GeneratedSequence each : draw(START, GREEDY, List.of(SHORT), MOST, seed)) {
        assertEquals(first, each, "seed " + seed);
      }
    }
  }

  @Test
  void keepsThePromptAndDrawsItsOpenPlaces() {
    int[] given = prompt();
    given[2] = Prompt.OPEN;
    given[LENGTH_SLOT] = Prompt.OPEN;
    Set<Integer> metres = new HashSet<>();
    for (GeneratedSequence drawn : draw(new Prompt(given), List.of(SHORT), 3)) {
      int[] tokens = drawn.sequence().tokens();
      for (int t = 0; t < given.length; t++) {
        assertTrue(given[t] == Prompt.OPEN || given[t] == tokens[t], "token " + t);
      }
      assertTrue(MelodyVocabulary.isMetre(tokens[2]));
      assertTrue(MelodyVocabulary.isLength(tokens[LENGTH_SLOT]));
      metres.add(tokens[2]);
    }
    assertTrue(metres.size() > 1, "open places are drawn for each sequence");
  }

  @Test
  void goesOnFromAPromptAsIfItHadDrawnIt() {
    GeneratedSequence whole = draw(0, 1).get(0);
    int[] begun = Arrays.copyOf(whole.sequence().tokens(), 12);
    GeneratedSequence again = draw(KernelChoice.best(), 1, 0, 1, new Prompt(begun), GREEDY).get(0);
    assertEquals(Arrays.stream(begun).boxed().toList(), firstTokens(again, begun.length));
    // Its features are those of the encoding, however a token got there.
    assertFeaturesFitTheTokens(again);
    assertFeaturesFitTheTokens(whole);
  }

  private static void assertFeaturesFitTheTokens(GeneratedSequence drawn) {
    Encoding.Cursor cursor = ENCODING.cursor();
    int[] expected = new int[ENCODING.featureCount()];
    for (int t = 0; t < drawn.sequence().length(); t++) {
      cursor.features(expected);
      for (int f = 0; f < expected.length; f++) {
        assertEquals(expected[f], drawn.sequence().feature(t, f), "step " + t + " feature " + f);
      }
      cursor.accept(drawn.sequence().token(t));
    }
  }

  @Test
  void drawsNothingWhereThePromptIsAll() {
    int[] given = prompt();
    GeneratedSequence drawn =
        draw(new Prompt(given), Sampling.PLAIN, List.of(), given.length, 1).get(0);
    assertEquals(given.length, drawn.sequence().length());
    GeneratedSequence longer =
        draw(new Prompt(given), Sampling.PLAIN, List.of(), given.length + 1, 1).get(0);
    assertEquals(given.length + 1, longer.sequence().length());
  }

  @Test
  void obeysItsConstraints() {
    Constraint noRests = (tokens, length, allowed) -> allowed[MelodyVocabulary.REST] = false;
    Constraint lowNotes =
        (tokens, length, allowed) -> {
          for (int token = 0; token < allowed.length; token++) {
            allowed[token] &=
                !MelodyVocabulary.isOnset(token) || MelodyVocabulary.pitch(token) < 60;
          }
        };
    for (GeneratedSequence drawn : draw(START, List.of(SHORT, noRests, lowNotes), 4)) {
      for (int token : drawn.sequence().tokens()) {
        assertNotEquals(MelodyVocabulary.REST, token);
        assertTrue(!MelodyVocabulary.isOnset(token) || MelodyVocabulary.pitch(token) < 60);
      }
    }
  }

  @Test
  void showsConstraintsTheTokensSoFar() {
    Constraint repeatsItself =
        (tokens, length, allowed) -> {
          assertEquals(MelodyVocabulary.START, tokens[0]);
          if (length > 6 && MelodyVocabulary.takesTime(tokens[length - 1])) {
            boolean may = allowed[tokens[length - 1]];
            Arrays.fill(allowed, false);
            allowed[tokens[length - 1]] = may;
          }
        };
    for (GeneratedSequence drawn : draw(START, List.of(SHORT, repeatsItself), 5)) {
      int[] tokens = drawn.sequence().tokens();
      for (int t = 7; t < tokens.length - (drawn.ended() ? 1 : 0); t++) {
        if (MelodyVocabulary.takesTime(tokens[t]) && MelodyVocabulary.takesTime(tokens[t - 1])) {
          assertEquals(tokens[t - 1], tokens[t]);
        }
      }
    }
  }

  @Test
  void passesOverAConstraintThatForbidsEverything() {
    Constraint nothing = (tokens, length, allowed) -> Arrays.fill(allowed, false);
    Constraint noRests = (tokens, length, allowed) -> allowed[MelodyVocabulary.REST] = false;
    List<GeneratedSequence> without = draw(START, List.of(SHORT, noRests), 6);
    assertEquals(without, draw(START, List.of(nothing, SHORT, noRests), 6));
    assertEquals(without, draw(START, List.of(SHORT, nothing, noRests), 6));
    assertEquals(without, draw(START, List.of(SHORT, noRests, nothing), 6));
  }

  @Test
  void keepsToTheGrammarAtAnyTemperature() {
    for (double temperature : new double[] {0, 0.5, 1, 20}) {
      for (GeneratedSequence drawn :
          draw(START, new Sampling(temperature, 0, 1), List.of(SHORT), MOST, 7)) {
        Encoding.Cursor cursor = ENCODING.cursor();
        for (int token : drawn.sequence().tokens()) {
          assertTrue(cursor.allows(token), MelodyVocabulary.describe(token));
          cursor.accept(token);
        }
        assertEquals(drawn.ended(), cursor.ended());
      }
    }
  }

  @Test
  void cutsAtTheMostTokens() {
    for (int most : new int[] {1, 2, 7, 300, 1000}) {
      for (GeneratedSequence drawn : draw(START, Sampling.PLAIN, List.of(), most, 8)) {
        assertTrue(drawn.sequence().length() <= Math.max(2, most));
        assertTrue(drawn.ended() || drawn.sequence().length() >= most);
      }
    }
  }

  @Test
  void refusesANetworkOfAnotherVocabulary() {
    Network small = new Network(new NetworkConfig(5, 0, 0, 4, NetworkConfig.LSTM, 1, 4, 0, false));
    try (Workers workers = new Workers(1)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Generator(small, ENCODING, KernelChoice.best(), workers));
    }
  }

  @Test
  void refusesCountsAndPromptsThatMakeNoSense() {
    assertThrows(IllegalArgumentException.class, () -> draw(0, 0));
    assertThrows(IllegalArgumentException.class, () -> draw(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Prompt());
    assertThrows(IllegalArgumentException.class, () -> new Prompt(Prompt.OPEN));
    assertThrows(IllegalArgumentException.class, () -> new Prompt(0, -2));
    Prompt unknown = new Prompt(MelodyVocabulary.START, MelodyVocabulary.SIZE);
    assertThrows(IllegalArgumentException.class, () -> draw(unknown, List.of(), 1));
  }

  @Test
  void drawsTheLastNumberThereIs() {
    assertEquals(1, draw(Integer.MAX_VALUE, 1).size());
  }

  /** Two beats of a tune in 4/4. */
  private static int[] prompt() {
    int[] tokens = new int[13];
    tokens[1] = MelodyVocabulary.gridToken(4);
    tokens[2] = MelodyVocabulary.metreToken(Metres.ALL.get(2));
    tokens[3] = MelodyVocabulary.keyToken(new ductus.music.Key(7, ductus.music.Mode.MAJOR));
    tokens[LENGTH_SLOT] = MelodyVocabulary.lengthToken(2);
    for (int t = 5; t < tokens.length; t++) {
      tokens[t] = t % 4 == 1 ? MelodyVocabulary.onsetToken(60 + t) : MelodyVocabulary.HOLD;
    }
    return tokens;
  }

  private static List<Integer> firstTokens(GeneratedSequence drawn, int count) {
    return IntStream.of(drawn.sequence().tokens()).limit(count).boxed().toList();
  }
}
