package ductus.task.translation;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.pen.Alphabet;
import ductus.model.translation.TokenPair;
import ductus.model.translation.TranslationConfig;
import ductus.model.translation.TranslationNetwork;
import ductus.task.Report;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.train.BatchSource;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** A training run of a network that translates. */
final class TranslationTraining implements TrainingSetup<TranslationNetwork> {
  private final TranslationTrainingConfig config;
  private final String programVersion;
  private final PairSplit split;
  private final TranslationConfig shape;

  /**
   * Prepares a run: reads what it learns.
   *
   * @param programVersion for the model's header
   * @throws BadFileException if there is nothing to learn from
   */
  TranslationTraining(TranslationTrainingConfig config, String programVersion)
      throws BadFileException, IOException {
    this.programVersion = programVersion;
    Path path = Path.of(config.pairs());
    PairFile file = PairFile.read(path);
    List<TextPair> pairs = file.pairs();
    this.config = config.withLearned(config.learned().withDigest(file.digest()));
    split = PairSplit.of(pairs, config.plan().seed());
    if (split.training().isEmpty()) {
      throw new BadFileException(
          path, "must have two pairs of different sources or more but has " + pairs.size());
    }
    shape =
        new TranslationConfig(
            alphabet(pairs, TextPair::source),
            alphabet(pairs, TextPair::target),
            longest(pairs, TextPair::source),
            longest(pairs, TextPair::target),
            config.attention(),
            config.embeddingSize(),
            config.encoder(),
            SourceWords.closed(split).orElse(null));
    config.plan().requireFitting(config.encoder().dropout(), shape.weights());
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

  @Override
  public TranslationTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        split.training().size(),
        split.heldOut().size(),
        "pairs",
        "character",
        description(),
        List.of());
  }

  private String description() {
    return String.format(
        Locale.ROOT, "%,d pairs, %,d held out", split.training().size(), split.heldOut().size());
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  @Override
  public TranslationNetwork network() {
    return new TranslationNetwork(shape);
  }

  @Override
  public BatchSource batches(TranslationNetwork network, Peers peers) {
    return ExampleBatches.ofSame(
        SequenceTeaching.of(network),
        config.plan(),
        split.training().stream().map(this::tokens).toList(),
        split.heldOut().stream().map(this::tokens).toList());
  }

  private TokenPair tokens(TextPair pair) {
    return new TokenPair(
        shape.source().numbers(pair.source().codePoints().toArray()),
        shape.target().numbers(pair.target().codePoints().toArray()));
  }

  @Override
  public ModelHeader<?> header(TranslationNetwork network, EpochMetrics metrics) {
    return new ModelHeader<>(
        TranslationNetwork.ENCODING,
        TranslationNetwork.VERSION,
        shape,
        summary(programVersion, description(), metrics),
        split.learned());
  }

  /** Translates what was held out, but for what has a word that the model refuses. */
  @Override
  public Report examine(Path model) throws BadFileException, IOException {
    try (Workers workers = new Workers(1)) {
      Translator translator =
          new Translator(
              Translator.open(Translator.find(model.toString())).network(),
              Translator.USUAL_BEAM,
              KernelChoice.best(),
              workers);
      TranslationEvaluation evaluation =
          TranslationEvaluation.of(
              translator,
              split.heldOut().stream().filter(pair -> translator.reads(pair.source())).toList());
      return new Report(
          Map.of("exact_share", evaluation.exactShare()), evaluation.text("held-out pairs"));
    }
  }
}
