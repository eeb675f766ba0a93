package ductus.lab.shape;

import ductus.file.BadFileException;
import ductus.lab.shape.Exercise.Flow;
import ductus.lab.shape.Shapes.ShapeSettings;
import ductus.lab.task.LongLagTask;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.TrialContext;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalNetwork;
import ductus.train.DivergenceException;
import java.io.IOException;

/**
 * An exercise in which a step is read and said at the same time.
 *
 * @param length of its sequences, in time steps
 */
record SignalExercise(String shape, String words, Flow flow, LongLagTask task, int length)
    implements Exercise {
  @Override
  public double guessing() {
    return 1 - task.guessing();
  }

  private SignalNetwork network(ShapeSettings settings) {
    String cell = flow.recurrent() ? settings.cell() : CoreConfig.FEED_FORWARD;
    return new SignalNetwork(task.network(new CoreConfig(cell, 1, settings.hiddenSize())));
  }

  @Override
  public void check(ShapeSettings settings) {
    network(settings);
  }

  @Override
  public Learned learn(ShapeSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    SignalNetwork network = network(settings);
    TrainingHistory history =
        bench.train(
            network,
            settings.practice().plan(bench.seed()),
            settings.practice().lessons(network, task, length, bench.seed()),
            metrics -> false);
    double wrong = history.last().validationNats();
    return new Learned(1 - wrong, network.size(), history);
  }
}
