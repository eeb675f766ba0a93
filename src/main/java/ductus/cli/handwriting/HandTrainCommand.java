package ductus.cli.handwriting;

import ductus.cli.option.OptionDefaults;
import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.file.BadFileException;
import ductus.model.place.ModelPlace;
import ductus.task.Task;
import ductus.task.handwriting.HandwritingTask;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.training.PenShape;
import ductus.task.handwriting.training.PenTrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus hand train FOLDER}: a network that writes in the hands of a folder. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network that writes: in the hands of people of whom there are lines with texts"
          + " (UNIPEN, IAM-OnDB XML, InkML, Xournal++, Ductus ink), and in hands whose lines are"
          + " composed of drawn characters (hand files, writers of the UJI Pen Characters,"
          + " single-line SVG fonts).",
      "",
      "A fifth of the people is left aside, so that the network can be measured on them.",
      ""
    },
    footer = {"", TrainingOptions.FOOTER})
public final class HandTrainCommand implements TaskCommand<PenTrainingConfig> {
  private static final PenTrainingConfig USUAL = PenTrainingConfig.USUAL;

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      description = "Lines and hands, also in folders below; not needed with --resume.")
  private List<Path> folders = List.of();

  @Option(
      names = "--without",
      paramLabel = "HAND",
      split = ",",
      description = "Hands, or people, that are not learned.")
  private @Nullable List<String> without;

  @Option(
      names = "--free",
      description = "Learn to scribble in the hands, without a text (Graves 2013, section 4).")
  private boolean free;

  @Option(
      names = "--from",
      paramLabel = "MODEL",
      description =
          "Begin as a model that knows the hands' characters; its shape and scale are kept.")
  private @Nullable String from;

  @Option(
      names = "--batches",
      paramLabel = "N",
      description = "Batches of an epoch; ${usual.batches}.")
  private @Nullable Integer batches;

  @Option(
      names = "--longest",
      paramLabel = "N",
      description = "Characters of the longest lines, 8 to 75; ${usual.longest}.")
  private @Nullable Integer longest;

  @Option(
      names = "--mixtures",
      paramLabel = "N",
      description = "Gaussians that a point is drawn from; ${usual.mixtures}.")
  private @Nullable Integer mixtures;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<PenTrainingConfig> task() {
    return new HandwritingTask();
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
  public PenTrainingConfig withOwnOptions(PenTrainingConfig base) throws BadFileException {
    PenShape shape = free ? base.network().withoutWindow() : base.network();
    return new PenTrainingConfig(
        base.folders(),
        OptionDefaults.or(without, base.without()),
        base.digest(),
        OptionDefaults.or(longest, base.longest()),
        OptionDefaults.or(batches, base.batches()),
        shape.withMixtures(OptionDefaults.or(mixtures, shape.mixtures())),
        base.plan(),
        from == null ? base.from() : ModelPlace.find(from, HandModel.ALL_SHIPPED).lastingName());
  }

  @Override
  public Map<String, String> usualInWords() {
    return Map.of(
        "batch", USUAL.plan().batching().size() + " lines of full length, more of shorter ones",
        "batches", String.valueOf(USUAL.batches()),
        "longest", String.valueOf(USUAL.longest()),
        "mixtures", String.valueOf(USUAL.network().mixtures()));
  }
}
