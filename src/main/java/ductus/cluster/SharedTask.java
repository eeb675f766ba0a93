package ductus.cluster;

import com.google.gson.Gson;
import ductus.file.BadFileException;
import ductus.task.Preparing;
import ductus.task.Task;
import ductus.task.Training;
import ductus.task.TrainingConfig;
import ductus.task.TrainingRequest;
import ductus.task.registry.Tasks;
import java.io.IOException;

/**
 * The training of a task that machines share; each reads the data.
 *
 * @param task name of what is learned
 * @param config all that decides the run, as JSON, with the digest of the data
 * @param shards of its batches
 * @param programVersion for the model's header
 * @param until last epoch for now, counted from 1
 */
public record SharedTask(String task, String config, int shards, String programVersion, int until)
    implements SharedTraining {
  private static final long serialVersionUID = 1L;

  /**
   * A prepared run for machines to share.
   *
   * @param until last epoch for now, counted from 1
   */
  public static SharedTask of(Training<?> training, String programVersion, int until) {
    TrainingConfig<?> config = training.setup().config();
    return new SharedTask(
        training.task(),
        new Gson().toJson(config),
        config.plan().batching().shards(),
        programVersion,
        until);
  }

  @Override
  public Replica prepare() throws BadFileException, IOException {
    return prepare(Tasks.named(task));
  }

  private <C extends TrainingConfig<C>> Replica prepare(Task<C> named)
      throws BadFileException, IOException {
    C settings = new Gson().fromJson(config, named.configType());
    Training<?> training = Training.of(named, settings, Preparing.quietly(programVersion));
    training.requireMemory();
    return (folder, resume, threads, listener, stop, peers) ->
        training.run(
            new TrainingRequest(
                folder, resume, threads, new UntilEpoch(listener, until), stop, peers));
  }
}
