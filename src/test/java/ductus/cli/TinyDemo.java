package ductus.cli;

import ductus.model.NetworkConfig;
import ductus.music.encoding.MelodyEncoding;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import picocli.CommandLine;

/** The tour with a model of 8 units that learns for two epochs and makes tunes of two bars. */
public final class TinyDemo {
  private static final MusicRequest.Header TWO_BARS = new MusicRequest.Header(null, null, null, 2);

  private TinyDemo() {}

  /** Runs {@code demo}. */
  public static CommandRun of(Object... options) {
    CommandLine ductus = Ductus.commandLine();
    ductus.getCommandSpec().removeSubcommand("demo");
    ductus.addSubcommand(new DemoCommand(recipe(), TWO_BARS));
    Object[] arguments = new Object[options.length + 1];
    arguments[0] = "demo";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return CommandRun.of(ductus, arguments);
  }

  private static MusicTrainingConfig recipe() {
    return new MusicTrainingConfig(
        new MelodyKind().recipe().corpus(),
        NetworkConfig.of(new MelodyEncoding(), 4, NetworkConfig.LSTM, 1, 8, 0),
        TrainingPlan.of(
            2, 1, new Batching(4, 1024), new LearningRate(4e-3, 2, LearningRate.Shape.COSINE)));
  }
}
