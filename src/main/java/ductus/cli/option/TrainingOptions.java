package ductus.cli.option;

import ductus.model.NetworkConfig;
import ductus.music.encoding.MelodyEncoding;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.TrainingPlan;
import ductus.workbench.TrainingConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
              40,
              10,
              1,
              new Batching(8, 1024),
              new LearningRate(4e-3, 100, LearningRate.Shape.COSINE),
              OptimizerChoice.of(OptimizerChoice.Rule.ADAM),
              Clipping.byNorm(1),
              Regularization.NONE));

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

  @ArgGroup(
      validate = false,
      heading = "%nHow examples become updates of the weights:%n",
      order = 2)
  private UpdateOptions update = new UpdateOptions();

  @ArgGroup(validate = false, heading = "%nAgainst learning by heart:%n", order = 3)
  private RegularizationOptions regularization = new RegularizationOptions();

  /** The settings with these options in place. */
  public TrainingConfig over(TrainingConfig base, Path folder, long seed) {
    if (encoding != null && !encoding.equals(ENCODING.name())) {
      throw new IllegalArgumentException(
          "--encoding must be " + ENCODING.name() + " but was " + encoding);
    }
    return new TrainingConfig(
        new TrainingConfig.CorpusConfig(
            folder.toString(),
            Given.or(keys, base.corpus().keys()),
            Given.or(validation, base.corpus().validation()),
            ""),
        network(
            Given.or(embedding, base.network().embeddingSize()),
            Given.or(cell, base.network().cell()),
            Given.or(layers, base.network().layers()),
            Given.or(hidden, base.network().hiddenSize()),
            Given.or(dropout, base.network().dropout())),
        plan(base.plan(), seed));
  }

  private TrainingPlan plan(TrainingPlan base, long seed) {
    TrainingPlan run =
        new TrainingPlan(
            Given.or(epochs, base.epochs()),
            Given.or(patience, base.patience()),
            seed,
            base.batching(),
            base.learningRate(),
            base.optimizer(),
            base.clipping(),
            regularization.over(base.regularization()));
    return update.over(run);
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
}
