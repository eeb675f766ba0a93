package ductus.studio.train.plan;

import ductus.corpus.FolderFiles;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.task.Training;
import ductus.task.language.TextCorpus;
import ductus.task.language.training.TextTraining;
import ductus.task.language.training.TextTrainingConfig;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Text, by characters, as {@code ductus text train} learns it. */
record TextTrainingSubject() implements TrainingSubject {
  static final String KIND = "text";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String family() {
    return KIND;
  }

  @Override
  public int files(Path folder) {
    try {
      return FolderFiles.find(folder, TextCorpus.KIND).files().size();
    } catch (BadFileException noText) {
      return 0;
    }
  }

  @Override
  public RunEstimate expect(TrainingForm wish, Path folder, int threads)
      throws BadFileException, IOException {
    TextTrainingConfig usual = TextTrainingConfig.USUAL;
    TextTrainingConfig.TextSource source = usual.corpus();
    TextTrainingConfig config =
        new TextTrainingConfig(
            new TextTrainingConfig.TextSource(
                folder.toString(), source.encoding(), source.mostWords(), source.validation(), ""),
            wish.chosenRecipe().applied(usual.network()),
            TrainingPreset.withEpochs(usual.plan(), epochs(wish)));
    TextCorpus corpus = TextCorpus.read(folder, threads, ReadingListener.NONE);
    TextTraining training = new TextTraining(config, corpus, "");
    try {
      return RunEstimate.of(
          "passages",
          new Training<>(KIND, training).estimate(threads),
          corpus.leftOut().size(),
          training.weights(),
          training.targets(),
          epochs(wish));
    } catch (DivergenceException broken) {
      throw RunEstimate.unlearnable(broken);
    }
  }

  private static int epochs(TrainingForm wish) {
    return wish.epochs(TextTrainingConfig.USUAL.plan().epochs());
  }

  @Override
  public List<String> beginning(TrainingForm wish, Path folder, Path asked) {
    int units = wish.chosenRecipe().units(TextTrainingConfig.USUAL.network().hiddenSize());
    return List.of(
        "text",
        "train",
        folder.toString(),
        "--hidden",
        Integer.toString(units),
        "--epochs",
        Integer.toString(epochs(wish)));
  }

  @Override
  public List<String> goingOn() {
    return List.of("text", "train", "--resume");
  }
}
