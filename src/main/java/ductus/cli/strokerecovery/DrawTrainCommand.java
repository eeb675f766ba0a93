package ductus.cli.strokerecovery;

import ductus.cli.option.OptionDefaults;
import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.model.CoreConfig;
import ductus.model.tracing.TracerConfig;
import ductus.task.Task;
import ductus.task.strokerecovery.StrokeRecoveryTask;
import ductus.task.strokerecovery.TracingTrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus draw train INK...}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network that draws letters from their pictures, on ink: files or folders of hands,"
          + " UJI Pen Characters, Omniglot, InkML, UNIPEN, ... in which each piece is a letter;"
          + " what it is called does not matter. It learns from pictures that are rendered of them,"
          + " each time sheared, turned, bent, and with another nib. A tenth of the letters is held"
          + " out.",
      ""
    },
    footer = {"", TrainingOptions.FOOTER})
final class DrawTrainCommand implements TaskCommand<TracingTrainingConfig> {
  private static final TracingTrainingConfig USUAL = TracingTrainingConfig.USUAL;

  @Parameters(
      arity = "0..*",
      paramLabel = "INK",
      description = "Files of ink, or folders of them; not needed with --resume.")
  private List<Path> sources = List.of();

  @Option(
      names = "--without",
      paramLabel = "NAME",
      split = ",",
      description = "Files, by their names without an ending, that are kept to measure with.")
  private @Nullable List<String> without;

  @Option(
      names = "--variations",
      paramLabel = "N",
      description =
          "Times that a letter is seen in an epoch, each time otherwise; ${usual.variations}.")
  private @Nullable Integer variations;

  @Option(
      names = "--encoder",
      paramLabel = "N",
      description =
          "Hidden size of the two feed-forward layers that see the picture; ${usual.encoder}.")
  private @Nullable Integer encoder;

  @Option(
      names = "--mixtures",
      paramLabel = "N",
      description = "Gaussians that a point is drawn from; ${usual.mixtures}.")
  private @Nullable Integer mixtures;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<TracingTrainingConfig> task() {
    return new StrokeRecoveryTask();
  }

  @Override
  public TrainingOptions training() {
    return training;
  }

  @Override
  public List<Path> sources() {
    return sources;
  }

  @Override
  public String missing() {
    return "Missing INK: which letters are to be learned?";
  }

  @Override
  public TracingTrainingConfig withOwnOptions(TracingTrainingConfig base) {
    CoreConfig seeing = base.network().encoder();
    return new TracingTrainingConfig(
        base.sources(),
        base.digest(),
        OptionDefaults.or(without, base.without()),
        OptionDefaults.or(variations, base.variations()),
        new TracerConfig(
            encoder == null ? seeing : encoder(seeing, encoder),
            base.network().pen(),
            OptionDefaults.or(mixtures, base.network().mixtures())),
        base.plan());
  }

  private static CoreConfig encoder(CoreConfig seeing, int hiddenSize) {
    try {
      return new CoreConfig(
          seeing.cell(), seeing.layers(), hiddenSize, seeing.dropout(), seeing.skip());
    } catch (IllegalArgumentException wrong) {
      // There is another hidden size, with an option of its own.
      throw new IllegalArgumentException("encoder: " + wrong.getMessage(), wrong);
    }
  }

  @Override
  public Map<String, String> usualInWords() {
    return Map.of(
        "variations", String.valueOf(USUAL.variations()),
        "encoder", String.valueOf(USUAL.network().encoder().hiddenSize()),
        "mixtures", String.valueOf(USUAL.network().mixtures()));
  }
}
