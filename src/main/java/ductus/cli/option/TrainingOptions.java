package ductus.cli.option;

import ductus.model.NetworkConfig;
import ductus.music.encoding.MelodyEncoding;
import ductus.train.LearningRate;
import ductus.train.TrainingPlan;
import ductus.workbench.TrainingConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code ductus train} that change its settings; what is not given stays. */
public final class TrainingOptions {
  private static final MelodyEncoding ENCODING = new MelodyEncoding();

  /** The settings where nothing is asked for; the folder is missing in them. */
  public static final TrainingConfig DEFAULTS =
      new TrainingConfig(
          new TrainingConfig.CorpusConfig("", TrainingConfig.Keys.COMMON, 0.1, ""),
          network(128, NetworkConfig.LSTM, 1, 256, 0.5),
          new TrainingPlan(
              40, 8, 1024, new LearningRate(4e-3, 100, LearningRate.Shape.COSINE), 1, 10, 1));

  @Option(
      names = "--encoding",
      paramLabel = "E",
      description = "How music becomes tokens: melody (the default).")
  private @Nullable String encoding;

  @Option(names = "--cell", paramLabel = "CELL", description = "Recurrent layer: lstm.")
  private @Nullable String cell;

  @Option(names = "--layers", paramLabel = "N", description = "Recurrent layers, 1 to 3; 1.")
  private @Nullable Integer layers;

  @Option(names = "--hidden", paramLabel = "N", description = "Hidden size of each; 256.")
  private @Nullable Integer hidden;

  @Option(names = "--embedding", paramLabel = "N", description = "Size of a token's vector; 128.")
  private @Nullable Integer embedding;

  @Option(
      names = "--dropout",
      paramLabel = "P",
      description = "Share of activations dropped behind each layer; 0.5.")
  private @Nullable Double dropout;

  @Option(names = "--epochs", paramLabel = "N", description = "Most passes over the tunes; 40.")
  private @Nullable Integer epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Ends after so many epochs without a better held-out loss; 10.")
  private @Nullable Integer patience;

  @Option(names = "--batch", paramLabel = "N", description = "Tunes side by side; 8.")
  private @Nullable Integer batch;

  @Option(
      names = "--time-steps",
      paramLabel = "N",
      description = "Truncates backpropagation through time to so many steps, 0 not at all; 1024.")
  private @Nullable Integer timeSteps;

  @Option(names = "--learning-rate", paramLabel = "R", description = "Adam's highest rate; 0.004.")
  private @Nullable Double learningRate;

  @Option(names = "--warmup", paramLabel = "N", description = "Updates up to that rate; 100.")
  private @Nullable Integer warmup;

  @Option(
      names = "--schedule",
      paramLabel = "S",
      description = "From there: ${COMPLETION-CANDIDATES}; cosine.")
  private LearningRate.@Nullable Shape schedule;

  @Option(names = "--clip", paramLabel = "X", description = "Longest gradient, its norm; 1.")
  private @Nullable Double clip;

  @Option(
      names = "--keys",
      paramLabel = "K",
      description =
          "Learn each tune in the key without sharps and flats (common, the default; new tunes are"
              + " moved to any key), in all twelve keys (all), or as it stands (own).")
  private TrainingConfig.@Nullable Keys keys;

  @Option(
      names = "--validation",
      paramLabel = "P",
      description = "Share of the tunes that is held out to measure by; 0.1.")
  private @Nullable Double validation;

  /** The settings with these options in place. */
  public TrainingConfig over(TrainingConfig base, Path folder, long seed) {
    if (encoding != null && !encoding.equals(ENCODING.name())) {
      throw new IllegalArgumentException(
          "--encoding must be " + ENCODING.name() + " but was " + encoding);
    }
    return new TrainingConfig(
        new TrainingConfig.CorpusConfig(
            folder.toString(),
            or(keys, base.corpus().keys()),
            or(validation, base.corpus().validation()),
            ""),
        network(
            or(embedding, base.network().embeddingSize()),
            or(cell, base.network().cell()),
            or(layers, base.network().layers()),
            or(hidden, base.network().hiddenSize()),
            or(dropout, base.network().dropout())),
        plan(base.plan(), seed));
  }

  private TrainingPlan plan(TrainingPlan base, long seed) {
    return new TrainingPlan(
        or(epochs, base.epochs()),
        or(batch, base.batchSize()),
        or(timeSteps, base.timeSteps()),
        new LearningRate(
            or(learningRate, base.learningRate().peak()),
            or(warmup, base.learningRate().warmup()),
            or(schedule, base.learningRate().shape())),
        or(clip, base.clipNorm()),
        or(patience, base.patience()),
        seed);
  }

  private static NetworkConfig network(
      int embedding, String cell, int layers, int hidden, double dropout) {
    return new NetworkConfig(
        ENCODING.vocabularySize(),
        ENCODING.featureTableSize(),
        ENCODING.featureCount(),
        embedding,
        cell,
        layers,
        hidden,
        dropout);
  }

  private static <T> T or(@Nullable T given, T other) {
    return given == null ? other : given;
  }
}
