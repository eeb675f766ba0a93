package ductus.model.speech;

import ductus.model.CoreConfig;
import ductus.nn.Sizes;
import java.util.HashSet;
import java.util.List;

/**
 * The shape of a network that hears words.
 *
 * @param words that it can hear, each once, V
 * @param features numbers of a step, F
 * @param core the layers below the head
 */
public record SpeechConfig(List<String> words, int features, CoreConfig core) {
  private static final int MOST_WORDS = 2000;

  public SpeechConfig {
    if (words == null || core == null) {
      throw new IllegalArgumentException("a network that hears words must have words and a core");
    }
    words = List.copyOf(words);
    Sizes.require("words", words.size(), 1, MOST_WORDS);
    Sizes.require("numbers of a step", features, 1, 1024);
    if (new HashSet<>(words).size() != words.size()) {
      throw new IllegalArgumentException("words must be different but were " + words);
    }
    requireEveryStep(core);
  }

  /**
   * Checks that layers say something at every step.
   *
   * @throws IllegalArgumentException if they say it at the last one only
   */
  public static void requireEveryStep(CoreConfig core) {
    if (core.isMean()) {
      throw new IllegalArgumentException(
          "cell must be without %s, since words are heard one after another, but was %s"
              .formatted(CoreConfig.MEAN, core.cell()));
    }
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return core.weights(features) + (core.outputSize(features) + 1L) * (words.size() + 1);
  }

  /**
   * The labels of words: their places in the list.
   *
   * @throws IllegalArgumentException if one is not in it
   */
  public int[] labels(List<String> spoken) {
    int[] labels = spoken.stream().mapToInt(words::indexOf).toArray();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        throw new IllegalArgumentException("no word that is heard: " + spoken.get(i));
      }
    }
    return labels;
  }
}
