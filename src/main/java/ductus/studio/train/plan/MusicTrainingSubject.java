package ductus.studio.train.plan;

import ductus.corpus.Corpus;
import ductus.corpus.FolderFiles;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.task.Training;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.MusicTraining;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Music.
 *
 * @param kind name of its encoding
 */
record MusicTrainingSubject(String kind) implements TrainingSubject {
  @Override
  public String family() {
    return "music";
  }

  @Override
  public int files(Path folder) {
    try {
      return FolderFiles.find(folder, MusicCorpus.files(new MelodyKind())).files().size();
    } catch (BadFileException noMusic) {
      return 0;
    }
  }

  @Override
  public RunEstimate expect(TrainingForm wish, Path folder, int threads)
      throws BadFileException, IOException {
    return expect(MusicKinds.named(kind), config(wish, folder), threads);
  }

  private static <T> RunEstimate expect(MusicKind<T> kind, MusicTrainingConfig config, int threads)
      throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus =
        MusicCorpus.read(kind, Path.of(config.corpus().folder()), threads, ReadingListener.NONE);
    MusicTraining<T> training = new MusicTraining<>(kind, config, corpus, "");
    try {
      return RunEstimate.of(
          "pieces",
          new Training<>("music", training).estimate(threads),
          corpus.leftOut().size(),
          training.weights(),
          training.targets(),
          config.plan().epochs());
    } catch (DivergenceException broken) {
      throw RunEstimate.unlearnable(broken);
    }
  }

  @Override
  public List<String> beginning(TrainingForm wish, Path folder, Path asked) throws IOException {
    JsonFile.write(asked, config(wish, folder));
    return List.of("train", "--config", asked.toString());
  }

  @Override
  public List<String> goingOn() {
    return List.of("train", "--resume");
  }

  private MusicTrainingConfig config(TrainingForm wish, Path folder) {
    MusicTrainingConfig usual = MusicKinds.named(kind).recipe();
    MusicTrainingConfig.CorpusConfig corpus = usual.corpus();
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            folder.toString(),
            corpus.encoding(),
            corpus.keys(),
            corpus.validation(),
            "",
            corpus.conditions(),
            corpus.merges()),
        wish.chosenRecipe().applied(usual.network()),
        TrainingPreset.withEpochs(usual.plan(), wish.epochs(usual.plan().epochs())));
  }
}
