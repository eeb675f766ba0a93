package ductus.studio.train.plan;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.task.Preparing;
import ductus.task.Training;
import ductus.task.TrainingEstimate;
import ductus.task.handwriting.HandwritingTask;
import ductus.task.handwriting.training.PenTrainingConfig;
import ductus.train.DivergenceException;
import ductus.train.SpeedTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** To write in the hands of a folder, as {@code ductus hand train} learns it. */
record PenTrainingSubject() implements TrainingSubject {
  static final String KIND = "handwriting";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String family() {
    return KIND;
  }

  @Override
  public int files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return (int) files.filter(Files::isRegularFile).filter(HandFolder::mayBeHand).count();
    }
  }

  @Override
  public RunEstimate expect(TrainingForm wish, Path folder, int threads)
      throws BadFileException, IOException {
    PenTrainingConfig usual = PenTrainingConfig.USUAL;
    PenTrainingConfig config =
        usual
            .withLearned(usual.learned().withSources(List.of(folder.toString())))
            .withSizes(usual.sizes().withHiddenSize(units(wish)))
            .withPlan(TrainingPreset.withEpochs(usual.plan(), epochs(wish)));
    Training<?> training = Training.of(new HandwritingTask(), config, Preparing.quietly(""));
    try {
      TrainingEstimate estimate = training.estimate(threads);
      SpeedTrial.Speed speed = estimate.speed();
      return new RunEstimate(
          training.setup().pieceName(),
          estimate.pieces(),
          0,
          training.setup().material().leftOut().size(),
          training.setup().weights(),
          epochs(wish),
          estimate.neededBytes(),
          estimate.fits(),
          speed == null ? null : epochs(wish) * speed.epochSeconds());
    } catch (DivergenceException broken) {
      throw RunEstimate.unlearnable(broken);
    }
  }

  private static int units(TrainingForm wish) {
    return wish.chosenRecipe().units(PenTrainingConfig.USUAL.network().hiddenSize());
  }

  private static int epochs(TrainingForm wish) {
    return wish.epochs(PenTrainingConfig.USUAL.plan().epochs());
  }

  @Override
  public List<String> beginning(TrainingForm wish, Path folder, Path asked) {
    return List.of(
        "hand",
        "train",
        folder.toString(),
        "--hidden",
        Integer.toString(units(wish)),
        "--epochs",
        Integer.toString(epochs(wish)));
  }

  @Override
  public List<String> goingOn() {
    return List.of("hand", "train", "--resume");
  }
}
