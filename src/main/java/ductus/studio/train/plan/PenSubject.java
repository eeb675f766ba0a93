package ductus.studio.train.plan;

import ductus.file.BadFileException;
import ductus.train.DivergenceException;
import ductus.workbench.handwriting.HandFolder;
import ductus.workbench.handwriting.PenForecast;
import ductus.workbench.handwriting.PenShape;
import ductus.workbench.handwriting.PenTraining;
import ductus.workbench.handwriting.PenTrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** To write in the hands of a folder, as {@code ductus hand train} learns it. */
record PenSubject() implements Subject {
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
  public Expectation expect(TrainingWish wish, Path folder, int threads)
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
            Recipe.withEpochs(PenTrainingConfig.USUAL_PLAN, epochs(wish)),
            "");
    try {
      PenForecast forecast = PenForecast.of(training, threads);
      return new Expectation(
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
      throw Expectation.unlearnable(broken);
    }
  }

  private static int units(TrainingWish wish) {
    return wish.chosenRecipe().units(PenShape.USUAL.hiddenSize());
  }

  private static int epochs(TrainingWish wish) {
    return wish.epochs(PenTrainingConfig.USUAL_PLAN.epochs());
  }

  @Override
  public List<String> beginning(TrainingWish wish, Path folder, Path asked) {
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
