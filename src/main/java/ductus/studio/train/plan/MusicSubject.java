package ductus.studio.train.plan;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.train.DivergenceException;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.FolderFiles;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.kind.MelodyKind;
import ductus.workbench.kind.MusicKind;
import ductus.workbench.kind.MusicKinds;
import ductus.workbench.kind.piece.MusicPiece;
import ductus.workbench.training.MusicTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Music.
 *
 * @param kind name of its encoding
 */
record MusicSubject(String kind) implements Subject {
  @Override
  public String family() {
    return "music";
  }

  @Override
  public int files(Path folder) {
    try {
      return FolderFiles.find(folder, new MelodyKind().files()).files().size();
    } catch (BadFileException noMusic) {
      return 0;
    }
  }

  @Override
  public Expectation expect(TrainingWish wish, Path folder, int threads)
      throws BadFileException, IOException {
    return expect(MusicKinds.named(kind), config(wish, folder), threads);
  }

  private static <T> Expectation expect(MusicKind<T> kind, TrainingConfig config, int threads)
      throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus =
        kind.corpus(Path.of(config.corpus().folder()), threads, ReadingListener.NONE);
    MusicTraining<T> training = new MusicTraining<>(kind, config, corpus, "");
    try {
      return Expectation.of(
          "pieces",
          training.forecast(threads),
          corpus.leftOut().size(),
          training.size(),
          training.targets(),
          config.plan().epochs());
    } catch (DivergenceException broken) {
      throw Expectation.unlearnable(broken);
    }
  }

  @Override
  public List<String> beginning(TrainingWish wish, Path folder, Path asked) throws IOException {
    JsonFile.write(asked, config(wish, folder));
    return List.of("train", "--config", asked.toString());
  }

  @Override
  public List<String> goingOn() {
    return List.of("train", "--resume");
  }

  private TrainingConfig config(TrainingWish wish, Path folder) {
    TrainingConfig usual = MusicKinds.named(kind).recipe();
    TrainingConfig.CorpusConfig corpus = usual.corpus();
    return new TrainingConfig(
        new TrainingConfig.CorpusConfig(
            folder.toString(),
            corpus.encoding(),
            corpus.keys(),
            corpus.validation(),
            "",
            corpus.conditions(),
            corpus.merges()),
        wish.chosenRecipe().applied(usual.network()),
        Recipe.withEpochs(usual.plan(), wish.epochs(usual.plan().epochs())));
  }
}
