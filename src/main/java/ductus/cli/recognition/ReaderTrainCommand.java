package ductus.cli.recognition;

import ductus.cli.option.OptionDefaults;
import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.file.BadFileException;
import ductus.ink.recognition.ReadingModels;
import ductus.model.place.ModelPlace;
import ductus.task.Task;
import ductus.task.recognition.ReadingTrainingConfig;
import ductus.task.recognition.ReadingTrainingConfig.ReadingTarget;
import ductus.task.recognition.RecognitionTask;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus reader train FOLDER...}: a network that reads lines, or tells hands apart. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network to read lines: those that people wrote, and others that are composed of"
          + " hands while it learns. Or to tell hands apart, on composed lines.",
      "",
      "Lines of people are ink with text: UNIPEN, IAM-OnDB XML, InkML, Xournal++, Ductus ink. A"
          + " fifth of their writers is held out to measure by. Hands are hand files, writers of"
          + " the UJI Pen Characters, drawers of Omniglot's Latin letters, and single-line SVG"
          + " fonts.",
      ""
    },
    footer = {"", TrainingOptions.FOOTER})
public final class ReaderTrainCommand implements TaskCommand<ReadingTrainingConfig> {
  private static final ReadingTrainingConfig USUAL = ReadingTrainingConfig.USUAL;

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      description = "Lines and hands, also in folders below; not needed with --resume.")
  private List<Path> folders = List.of();

  @Option(
      names = "--subject",
      paramLabel = "S",
      description = "What is learned of lines: text, or hand (who wrote them); text by default.")
  private @Nullable ReadingTarget subject;

  @Option(
      names = "--without",
      paramLabel = "HAND",
      split = ",",
      description = "Hands, or writers of lines, that are kept to measure with.")
  private @Nullable List<String> without;

  @Option(
      names = "--from",
      paramLabel = "MODEL",
      description = "Begins with the weights of a model of the same shape, not at random.")
  private @Nullable String from;

  @Option(
      names = "--doubted-by",
      paramLabel = "MODEL",
      description =
          "Leaves out lines of people whose text this reader hardly finds in them: they are mostly"
              + " labeled wrongly.")
  private @Nullable String doubtedBy;

  @Option(
      names = "--batches",
      paramLabel = "N",
      description = "Batches of an epoch; ${usual.batches}.")
  private @Nullable Integer batches;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<ReadingTrainingConfig> task() {
    return new RecognitionTask();
  }

  @Override
  public TrainingOptions training() {
    return training;
  }

  @Override
  public List<Path> sources() {
    return folders;
  }

  @Override
  public String missing() {
    return "Missing FOLDER: where are the lines or hands?";
  }

  @Override
  public ReadingTrainingConfig withOwnOptions(ReadingTrainingConfig base) throws BadFileException {
    return new ReadingTrainingConfig(
        OptionDefaults.or(subject, base.subject()),
        base.folders(),
        OptionDefaults.or(without, base.withoutHands()),
        from == null ? base.from() : reader(from),
        doubtedBy == null ? base.doubtedBy() : reader(doubtedBy),
        base.digest(),
        base.hiddenSize(),
        OptionDefaults.or(batches, base.batches()),
        from != null && base.from().isEmpty() ? again(base.plan()) : base.plan());
  }

  private static String reader(String nameOrPath) throws BadFileException {
    return ModelPlace.find(nameOrPath, ReadingModels.READERS).lastingName();
  }

  /** A network that could read before learns at a lower rate. */
  private static TrainingPlan again(TrainingPlan plan) {
    return plan.withLearningRate(
        plan.learningRate().withPeak(ReadingTrainingConfig.USUAL_RATE_AGAIN));
  }

  @Override
  public Map<String, String> usualInWords() {
    return Map.of(
        "batch", USUAL.plan().batching().size() + " lines of full length, more of shorter ones",
        "batches", String.valueOf(USUAL.batches()),
        "learning-rate",
            String.format(
                Locale.ROOT,
                "%s, with --from %s",
                USUAL.plan().learningRate().peak(),
                ReadingTrainingConfig.USUAL_RATE_AGAIN));
  }
}
