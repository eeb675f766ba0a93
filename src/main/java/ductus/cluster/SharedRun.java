package ductus.cluster;

import com.google.gson.Gson;
import ductus.corpus.Corpus;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.model.frame.FrameNetwork;
import ductus.run.ShareableRun;
import ductus.task.language.TextCorpus;
import ductus.task.language.TextTraining;
import ductus.task.language.TextTrainingConfig;
import ductus.task.music.frames.KeyTraining;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.kind.PolyKind;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.MusicTraining;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A run on a folder that machines share; each reads the folder.
 *
 * @param matter what is learned
 * @param config all that decides the run, as JSON, with the digest of what is in the folder
 * @param shards of its batches
 * @param programVersion for the model's header
 * @param until last epoch for now, counted from 1
 */
public record SharedRun(
    TaskKind matter, String config, int shards, String programVersion, int until)
    implements SharedTraining {
  private static final long serialVersionUID = 1L;

  /** What a network learns. */
  public enum TaskKind {
    MUSIC,
    TEXT
  }

  /** A run for machines to share, to the end of its plan. */
  public static SharedRun of(TaskKind matter, ShareableRun run, String programVersion) {
    return new SharedRun(
        matter,
        new Gson().toJson(run.config()),
        run.plan().batching().shards(),
        programVersion,
        Integer.MAX_VALUE);
  }

  /**
   * The same, for now only to the end of an epoch.
   *
   * @param epoch counted from 1
   */
  public SharedRun endingWith(int epoch) {
    return new SharedRun(matter, config, shards, programVersion, epoch);
  }

  @Override
  public Replica prepare() throws BadFileException, IOException {
    ShareableRun run =
        switch (matter) {
          case MUSIC -> music(settings(MusicTrainingConfig.class));
          case TEXT -> text(settings(TextTrainingConfig.class));
        };
    run.requireMemory();
    return (folder, resume, threads, listener, stop, peers) ->
        run.run(folder, resume, threads, new UntilEpoch(listener, until), stop, peers);
  }

  private <C> C settings(Class<C> kind) {
    return new Gson().fromJson(config, kind);
  }

  private ShareableRun music(MusicTrainingConfig settings) throws BadFileException, IOException {
    return settings.corpus().encoding().equals(FrameNetwork.ENCODING)
        ? new KeyTraining(settings, read(new PolyKind(), settings), programVersion)
        : music(MusicKinds.named(settings.corpus().encoding()), settings);
  }

  private <T> ShareableRun music(MusicKind<T> kind, MusicTrainingConfig settings)
      throws BadFileException, IOException {
    return new MusicTraining<>(kind, settings, read(kind, settings), programVersion);
  }

  private static <T> Corpus<MusicPiece<T>> read(MusicKind<T> kind, MusicTrainingConfig settings)
      throws BadFileException, IOException {
    return MusicCorpus.read(kind, Path.of(settings.corpus().folder()), 1, ReadingListener.NONE);
  }

  private ShareableRun text(TextTrainingConfig settings) throws BadFileException, IOException {
    Path source = Path.of(settings.corpus().folder());
    TextCorpus corpus = TextCorpus.read(source, 1, ReadingListener.NONE);
    return new TextTraining(settings, corpus, programVersion);
  }
}
