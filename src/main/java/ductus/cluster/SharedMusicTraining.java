package ductus.cluster;

import com.google.gson.Gson;
import ductus.file.BadFileException;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.kind.MusicKind;
import ductus.workbench.kind.MusicKinds;
import ductus.workbench.kind.piece.MusicPiece;
import ductus.workbench.training.MusicTraining;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A run on a folder of music that machines share; each reads the folder.
 *
 * @param config all that decides the run, as JSON, with the digest of the pieces
 * @param shards of its batches
 * @param programVersion for the model's header
 */
public record SharedMusicTraining(String config, int shards, String programVersion)
    implements SharedTraining {
  private static final long serialVersionUID = 1L;

  /** The run of a configuration. */
  public static SharedMusicTraining of(TrainingConfig config, String programVersion) {
    return new SharedMusicTraining(
        new Gson().toJson(config), config.plan().batching().shards(), programVersion);
  }

  @Override
  public Replica prepare() throws BadFileException, IOException {
    TrainingConfig settings = new Gson().fromJson(config, TrainingConfig.class);
    return prepare(MusicKinds.named(settings.corpus().encoding()), settings);
  }

  private <T> Replica prepare(MusicKind<T> kind, TrainingConfig settings)
      throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus =
        kind.corpus(Path.of(settings.corpus().folder()), 1, ReadingListener.NONE);
    MusicTraining<T> training = new MusicTraining<>(kind, settings, corpus, programVersion);
    training.requireMemory();
    return training::run;
  }
}
