package ductus.task.translation;

import ductus.file.BadFileException;
import ductus.model.ModelHeader;
import ductus.model.pen.Alphabet;
import ductus.model.translation.TokenPair;
import ductus.model.translation.TranslationConfig;
import ductus.model.translation.TranslationNetwork;
import ductus.run.Learner;
import ductus.run.RunFolder;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A training run of a network that translates. */
public final class TranslationTraining {
  private final TranslationTrainingConfig config;
  private final String programVersion;
  private final PairSplit split;
  private final TranslationNetwork network;

  /**
   * Prepares a run.
   *
   * @param programVersion for the model's header
   * @throws BadFileException if there is nothing to learn from
   */
  public TranslationTraining(TranslationTrainingConfig config, String programVersion)
      throws BadFileException, IOException {
    this.config = config;
    this.programVersion = programVersion;
    Path path = Path.of(config.pairs());
    List<TextPair> pairs = PairFile.read(path).pairs();
    split = PairSplit.of(pairs, config.plan().seed());
    if (split.training().isEmpty()) {
      throw new BadFileException(
          path, "must have two pairs of different sources or more but has " + pairs.size());
    }
    network =
        new TranslationNetwork(
            new TranslationConfig(
                alphabet(pairs, TextPair::source),
                alphabet(pairs, TextPair::target),
                longest(pairs, TextPair::source),
                longest(pairs, TextPair::target),
                config.attention(),
                config.embeddingSize(),
                config.encoder()));
  }

  private static Alphabet alphabet(List<TextPair> pairs, Function<TextPair, String> side) {
    TreeSet<Integer> characters = new TreeSet<>();
    pairs.forEach(pair -> side.apply(pair).codePoints().forEach(characters::add));
    StringBuilder all = new StringBuilder();
    characters.forEach(all::appendCodePoint);
    return new Alphabet(all.toString());
  }

  private static int longest(List<TextPair> pairs, Function<TextPair, String> side) {
    return pairs.stream()
        .map(side)
        .mapToInt(text -> text.codePointCount(0, text.length()))
        .max()
        .orElseThrow();
  }

  /** What it learns from, for people. */
  public String description() {
    return "%,d pairs, %,d held out".formatted(split.training().size(), split.heldOut().size());
  }

  /** Pairs that it does not learn. */
  public List<TextPair> heldOut() {
    return split.heldOut();
  }

  /** Number of weights of the network. */
  public long weights() {
    return network.size();
  }

  /**
   * Trains.
   *
   * @param folder that gets the run's files
   * @param resume whether to go on from the folder's checkpoint, if there is one
   * @param threads of the engine
   * @param listener told of every batch and epoch
   * @param stop asked after each batch
   */
  public TrainingProgress run(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop)
      throws BadFileException, DivergenceException, IOException {
    folder.writeConfig(config);
    List<TokenPair> training = split.training().stream().map(this::tokens).toList();
    List<TokenPair> heldOut = split.heldOut().stream().map(this::tokens).toList();
    return new Learner(
            network,
            config.plan(),
            ExampleBatches.ofSame(SequenceTeaching.of(network), config.plan(), training, heldOut),
            "character",
            this::header)
        .train(folder, resume, threads, listener, stop);
  }

  private TokenPair tokens(TextPair pair) {
    return new TokenPair(
        network.config().source().numbers(pair.source().codePoints().toArray()),
        network.config().target().numbers(pair.target().codePoints().toArray()));
  }

  private ModelHeader<?> header(EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        TranslationNetwork.ENCODING,
        TranslationNetwork.VERSION,
        network.config(),
        new ModelHeader.TrainingSummary(
            programVersion,
            description(),
            null,
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        List.of());
  }
}
