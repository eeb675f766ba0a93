package ductus.cli.handwriting;

import ductus.cli.console.HandReading;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.SeedOption;
import ductus.cli.train.RunOptions;
import ductus.cluster.SharedRun;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.ink.hand.Hand;
import ductus.model.cell.CellConfig;
import ductus.run.LearningRun;
import ductus.run.RunFolder;
import ductus.task.handwriting.training.PenShape;
import ductus.task.handwriting.training.PenTraining;
import ductus.task.handwriting.training.PenTrainingConfig;
import ductus.train.DivergenceException;
import ductus.train.TrainingProgress;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus hand train FOLDER}: a network that writes in the hands of a folder. */
@Command(
    name = "train",
    description = {
      "Trains a network that writes in the hands of a folder: hand files, writers of the UJI Pen"
          + " Characters, single-line SVG fonts. It learns from lines that are composed of their"
          + " drawn characters.",
      ""
    },
    footer = {
      "",
      "The run's folder holds the best model so far, a checkpoint, and the losses as CSV and"
          + " picture. Ctrl-C stops it; --resume goes on."
    })
public final class HandTrainCommand implements Callable<Integer> {
  private static final TrainingPlan USUAL = PenTrainingConfig.USUAL_PLAN;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Hands, also in folders below it; not needed with --resume.")
  private @Nullable Path folder;

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
      names = "--epochs",
      paramLabel = "N",
      description = "Times that the losses are measured; ${DEFAULT-VALUE} by default.")
  private int epochs = USUAL.epochs();

  @Option(
      names = "--batches",
      paramLabel = "N",
      description = "Batches of an epoch; ${DEFAULT-VALUE} by default.")
  private int batches = PenTrainingConfig.USUAL_BATCHES;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description =
          "Lines of full length side by side, more of shorter ones; ${DEFAULT-VALUE} by default.")
  private int batch = USUAL.batching().size();

  @Option(
      names = "--shards",
      paramLabel = "N",
      description =
          "Equal parts of a batch, each a pass of its own, that machines can share: the same"
              + " weights on any number of them; ${DEFAULT-VALUE} by default.")
  private int shards = USUAL.batching().shards();

  @Option(
      names = "--longest",
      paramLabel = "N",
      description = "Characters of the longest lines, 8 to 75; ${DEFAULT-VALUE} by default.")
  private int longest = PenTrainingConfig.USUAL_LONGEST;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "Recurrent layers of " + CellConfig.CHOICES + "; ${DEFAULT-VALUE} by default.")
  private String cell = PenShape.USUAL.cell();

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Recurrent layers, 1 to 3; ${DEFAULT-VALUE} by default.")
  private int layers = PenShape.USUAL.layers();

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "Hidden size of each; ${DEFAULT-VALUE} by default.")
  private int hidden = PenShape.USUAL.hiddenSize();

  @Option(
      names = "--mixtures",
      paramLabel = "N",
      description = "Gaussians that a point is drawn from; ${DEFAULT-VALUE} by default.")
  private int mixtures = PenShape.USUAL.mixtures();

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "The highest rate; ${DEFAULT-VALUE} by default.")
  private double learningRate = USUAL.learningRate().peak();

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private MasterOption master = new MasterOption();
  @Mixin private RunOptions place = new RunOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What a run has come to; without a loss where it was stopped in its first epoch. */
  private record Result(
      String run,
      String model,
      List<String> hands,
      long weights,
      int epochs,
      int bestEpoch,
      @Nullable Double validationNatsPerPoint,
      double seconds,
      boolean stopped) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    place.requireOut(common);
    if (!place.resume() && folder == null) {
      throw common.wrongUsage("Missing FOLDER: where are the hands?");
    }
    try (RunFolder run = place.open("hands", folder != null)) {
      Path source =
          folder != null ? folder : Path.of(run.readConfig(PenTrainingConfig.class).folder());
      HandReading.Read read = HandReading.read(List.of(source), common.console());
      List<Hand> hands = read.folder().hands();
      Result result =
          run(
              run.hasRun()
                  ? PenTraining.resumed(
                      run.readConfig(PenTrainingConfig.class), hands, Version.text())
                  : fresh(source, hands),
              run);
      common.console().printJson(result);
      return read.status();
    }
  }

  private PenTraining fresh(Path source, List<Hand> hands) throws BadFileException, IOException {
    try {
      LearningRate usual = USUAL.learningRate();
      LearningRate rate = new LearningRate(learningRate, usual.warmup(), usual.shape());
      TrainingPlan plan =
          TrainingPlan.of(epochs, seed.orElse(1), new Batching(batch, 0).withShards(shards), rate)
              .withClipping(USUAL.clipping());
      if (from != null) {
        return PenTraining.from(source, hands, from, longest, batches, plan, Version.text());
      }
      PenShape shape =
          new PenShape(
              cell,
              layers,
              hidden,
              mixtures,
              free ? 0 : PenShape.USUAL.windowComponents(),
              PenShape.USUAL.characterSize(),
              PenShape.USUAL.styleSize());
      return PenTraining.of(source, hands, shape, longest, batches, plan, Version.text());
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private Result run(PenTraining training, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    PenTrainingConfig config = training.config();
    LearningRun learning = master.place(training, SharedRun.TaskKind.HANDS);
    learning.requireMemory();
    TrainingWatch watch =
        new TrainingWatch(common.console(), "hand train", folder, learning.target());
    TrainingWatch.Outcome outcome =
        watch.over(
            NumberText.count(learning.pieces(), "hand"),
            learning.size(),
            (listener, stop) ->
                learning.run(folder, place.resume(), common.threads(), listener, stop));
    watch.print(outcome, "texts");
    TrainingProgress progress = outcome.progress();
    return new Result(
        folder.path().toString(),
        folder.model().toString(),
        config.network().styleNames(),
        learning.size(),
        progress.epoch(),
        progress.bestEpoch(),
        outcome.nats(),
        progress.seconds(),
        outcome.stopped());
  }
}
