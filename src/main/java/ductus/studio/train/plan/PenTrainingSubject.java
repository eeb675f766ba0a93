package ductus.studio.train.plan;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.task.handwriting.training.PenShape;
import ductus.task.handwriting.training.PenTraining;
import ductus.task.handwriting.training.PenTrainingConfig;
import ductus.task.handwriting.training.PenTrainingEstimate;
import ductus.train.DivergenceException;
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
    HandFolder read = HandFolder.read(folder);
    PenShape usual = PenShape.USUAL;
    PenShape shape =
        new PenShape(
            usual.cell(),
            usual.layers(),
            units(wish),
            usual.mixtures(),
            usual.windowComponents(),
            usual.characterSize(),
            usual.styleSize());
    PenTraining training =
        PenTraining.of(
            folder,
            read.hands(),
            shape,
            PenTrainingConfig.USUAL_LONGEST,
            PenTrainingConfig.USUAL_BATCHES,
            TrainingPreset.withEpochs(PenTrainingConfig.USUAL_PLAN, epochs(wish)),
            "");
    try {
      PenTrainingEstimate forecast = PenTrainingEstimate.of(training, threads);
      return new RunEstimate(
          "hands",
          forecast.hands(),
          0,
          read.leftOut().size(),
          forecast.weights(),
          epochs(wish),
          forecast.bytes(),
          forecast.fits(),
          forecast.seconds());
    } catch (DivergenceException broken) {
      throw RunEstimate.unlearnable(broken);
    }
  }

  private static int units(TrainingForm wish) {
    return wish.chosenRecipe().units(PenShape.USUAL.hiddenSize());
  }

  private static int epochs(TrainingForm wish) {
    return wish.epochs(PenTrainingConfig.USUAL_PLAN.epochs());
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
