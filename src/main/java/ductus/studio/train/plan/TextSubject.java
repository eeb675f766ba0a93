package ductus.studio.train.plan;

import ductus.file.BadFileException;
import ductus.train.DivergenceException;
import ductus.workbench.corpus.FolderFiles;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.text.TextCorpus;
import ductus.workbench.text.TextTraining;
import ductus.workbench.text.TextTrainingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Text, by characters, as {@code ductus text train} learns it. */
record TextSubject() implements Subject {
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
  public Expectation expect(TrainingWish wish, Path folder, int threads)
      throws BadFileException, IOException {
    TextTrainingConfig usual = TextTrainingConfig.USUAL;
    TextTrainingConfig.TextSource source = usual.corpus();
    TextTrainingConfig config =
        new TextTrainingConfig(
            new TextTrainingConfig.TextSource(
                folder.toString(), source.encoding(), source.mostWords(), source.validation(), ""),
            wish.chosenRecipe().applied(usual.network()),
            Recipe.withEpochs(usual.plan(), epochs(wish)));
    TextCorpus corpus = TextCorpus.read(folder, threads, ReadingListener.NONE);
    TextTraining training = new TextTraining(config, corpus, "");
    try {
      return Expectation.of(
          "passages",
          training.forecast(threads),
          corpus.leftOut().size(),
          training.size(),
          training.targets(),
          epochs(wish));
    } catch (DivergenceException broken) {
      throw Expectation.unlearnable(broken);
    }
  }

  private static int epochs(TrainingWish wish) {
    return wish.epochs(TextTrainingConfig.USUAL.plan().epochs());
  }

  @Override
  public List<String> beginning(TrainingWish wish, Path folder, Path asked) {
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
