package ductus.cluster;

import com.google.gson.Gson;
import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.run.ShareableRun;
import ductus.task.handwriting.training.PenTraining;
import ductus.task.handwriting.training.PenTrainingConfig;
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
    HANDS
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
    ShareableRun run = hands(settings(PenTrainingConfig.class));
    run.requireMemory();
    return (folder, resume, threads, listener, stop, peers) ->
        run.run(folder, resume, threads, new UntilEpoch(listener, until), stop, peers);
  }

  private <C> C settings(Class<C> kind) {
    return new Gson().fromJson(config, kind);
  }

  private ShareableRun hands(PenTrainingConfig settings) throws BadFileException, IOException {
    HandFolder folder = HandFolder.read(Path.of(settings.folder()));
    return PenTraining.resumed(settings, folder.hands(), programVersion);
  }
}
