package ductus.model;

import ductus.math.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up sequences for tests. */
public final class Melodies {
  private Melodies() {}

  /** Any tokens, and side features of which some are absent. */
  public static Sequence any(int length, NetworkConfig config, RandomGenerator random) {
    int[] tokens = new int[length];
    int[] features = new int[length * config.featureCount()];
    for (int t = 0; t < length; t++) {
      tokens[t] = random.nextInt(config.vocabularySize());
    }
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextInt(config.featureTableSize() + 1) - 1;
    }
    return new Sequence(tokens, features, config.featureCount());
  }

  /**
   * Sequences of a language that can be learned: start token 0, then a token, then steps of a
   * constant interval that the side feature of each step tells, round the circle of 1 … V − 1.
   */
  public static List<Sequence> circles(int count, int vocabularySize, long seed) {
    RandomGenerator random = Seeded.random(seed);
    List<Sequence> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = 6 + random.nextInt(12);
      int interval = 1 + random.nextInt(3);
      int[] tokens = new int[length];
      int[] features = new int[length];
      int token = random.nextInt(vocabularySize - 1);
      for (int t = 1; t < length; t++) {
        tokens[t] = 1 + token;
        features[t] = interval - 1;
        token = (token + interval) % (vocabularySize - 1);
      }
      sequences.add(new Sequence(tokens, features, 1));
    }
    return sequences;
  }
}
