package ductus.api;

import ductus.file.BadFileException;
import ductus.generate.Generator;
import ductus.generate.Prompt;
import ductus.generate.Sampling;
import ductus.generate.SequenceScorer;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.place.FoundModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A model of one's own tokens, which {@link ModelTraining#onTokens} trained.
 *
 * <pre>{@code
 * TokenModel model = TokenModel.open(Path.of("run"));
 * int[] more = model.draw(new int[] {3, 1, 4}, 100, 1, 7);
 * }</pre>
 *
 * <p>Threads may share a model; they take turns.
 */
public final class TokenModel {
  private final Network network;
  private final TokenEncoding encoding;

  private TokenModel(Network network) {
    this.network = network;
    encoding = TokenEncoding.ofNetwork(network.config().vocabularySize());
  }

  /**
   * Opens a model.
   *
   * @param model its file, or the folder of its training
   * @throws BadFileException if it is none, or one of something else
   */
  public static TokenModel open(Path model) throws BadFileException, IOException {
    FoundModel found = FoundModel.find(model.toAbsolutePath().toString(), List.of());
    ModelFile<NetworkConfig, Network> file = found.open(Network.kind(List.of(TokenEncoding.NAME)));
    int tokens = file.network().config().vocabularySize();
    file.requireFitting(found.path(), new TokenEncoding(1).version(), tokens > 2);
    return new TokenModel(file.network());
  }

  /** Number of different tokens. */
  public int vocabulary() {
    return encoding.vocabulary();
  }

  /**
   * Draws a sequence, until the model ends it or there are enough tokens.
   *
   * @param prompt tokens that it begins with; none to begin anew
   * @param mostTokens the prompt included
   * @param temperature below 1 safer, above 1 bolder, 0 always the likeliest
   * @param seed decides the rest of it
   * @return all tokens, the prompt included
   * @throws IllegalArgumentException if a token of the prompt is none of the vocabulary
   */
  public synchronized int[] draw(int[] prompt, int mostTokens, double temperature, long seed) {
    if (mostTokens <= prompt.length) {
      throw new IllegalArgumentException(
          "tokens must be more than the prompt's %d but were at most %d"
              .formatted(prompt.length, mostTokens));
    }
    encoding.requireKnown(prompt);
    int[] given = new int[prompt.length + 1];
    given[0] = encoding.start();
    System.arraycopy(prompt, 0, given, 1, prompt.length);
    try (Workers workers = new Workers(1)) {
      return encoding.decode(
          new Generator(network, encoding, KernelChoice.best(), workers)
              .draw(
                  0,
                  1,
                  new Prompt(given),
                  new Sampling(temperature, 0, 1),
                  List.of(),
                  mostTokens + 1,
                  seed)
              .get(0)
              .sequence());
    }
  }

  /**
   * How unexpected a whole sequence is: the mean over its tokens and its end of −log of the
   * probability, in nats.
   *
   * @throws IllegalArgumentException if it has a token that is none of the vocabulary
   */
  public synchronized double nats(int[] sequence) {
    try (Workers workers = new Workers(1)) {
      double[] each =
          new SequenceScorer(
                  network, encoding, (drawn, length, allowed) -> {}, KernelChoice.best(), workers)
              .nats(List.of(encoding.encode(sequence)))
              .get(0);
      return Arrays.stream(each).sum() / (sequence.length + 1);
    }
  }
}
