package ductus.task.transcription;

import ductus.model.CoreConfig;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.Target;
import ductus.music.hearing.notes.KeyView;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.util.List;

/**
 * All that decides a training run of a network that hears notes.
 *
 * @param sources absolute paths of folders of tunes, or sets of frames in JSON; none before they
 *     are known
 * @param digest of the tunes and the SoundFont; empty before they were read
 * @param soundFont absolute path of a SoundFont 2; empty for Java's own bank
 * @param scenes that are rendered to learn from
 * @param keys of each scene that are learned in an epoch
 * @param core layers, in both directions
 * @param plan how it is trained
 */
public record TranscriptionTrainingConfig(
    List<String> sources,
    String digest,
    String soundFont,
    int scenes,
    int keys,
    CoreConfig core,
    TrainingPlan plan)
    implements TrainingConfig<TranscriptionTrainingConfig> {
  /** Decay of the average of weights that is kept. */
  private static final double AVERAGED = 0.99;

  /** The settings where nothing is asked for, with Java's own bank. */
  static final TranscriptionTrainingConfig USUAL =
      new TranscriptionTrainingConfig(
          List.of(),
          "",
          "",
          2000,
          8,
          new CoreConfig("lstm" + CoreConfig.BIDIRECTIONAL, 2, 64),
          TrainingPlan.of(
                  12,
                  1,
                  new Batching(96, 0),
                  new LearningRate(0.003, 50, LearningRate.Shape.COSINE))
              .withRegularization(
                  new Regularization(0, 0, 0, 0, false, AVERAGED, ScheduledSampling.NONE)));

  private static final int MOST_SCENES = 100_000;

  public TranscriptionTrainingConfig {
    if (sources == null || soundFont == null || core == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have sources, soundFont, core and plan");
    }
    sources = List.copyOf(sources);
    digest = digest == null ? "" : digest; // not in files of old
    if (scenes < 2 || scenes > MOST_SCENES) {
      throw new IllegalArgumentException(
          "scenes must be 2 to %,d but were %,d".formatted(MOST_SCENES, scenes));
    }
    if (keys < 1 || keys > 64) {
      throw new IllegalArgumentException("keys must be 1 to 64 but were " + keys);
    }
    if (core.isMean()) {
      throw new IllegalArgumentException(
          "cell must be without "
              + CoreConfig.MEAN
              + ", since every step has its notes, but was "
              + core.cell());
    }
    plan.requireFitting(core.dropout(), network(core).weights());
  }

  /** The shape of the network. */
  SignalConfig network() {
    return network(core);
  }

  private static SignalConfig network(CoreConfig core) {
    return new SignalConfig(KeyView.SIZE, core, Target.SWITCHES, KeyExample.OUTPUTS);
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(sources, digest, null);
  }

  @Override
  public TranscriptionTrainingConfig withLearned(LearnedData other) {
    return new TranscriptionTrainingConfig(
        other.sources(), other.digest(), soundFont, scenes, keys, core, plan);
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(core);
  }

  /** Returns this configuration with other sizes; recurrent layers go in both directions. */
  @Override
  public TranscriptionTrainingConfig withSizes(NetworkSizes sizes) {
    CoreConfig other = sizes.over(core);
    String cell = other.cell();
    boolean asItIs = other.isBidirectional() || cell.startsWith(CoreConfig.FEED_FORWARD);
    CoreConfig both =
        new CoreConfig(
            asItIs ? cell : cell + CoreConfig.BIDIRECTIONAL,
            other.layers(),
            other.hiddenSize(),
            other.dropout(),
            other.skip());
    return new TranscriptionTrainingConfig(sources, digest, soundFont, scenes, keys, both, plan);
  }

  @Override
  public TranscriptionTrainingConfig withPlan(TrainingPlan other) {
    return new TranscriptionTrainingConfig(sources, digest, soundFont, scenes, keys, core, other);
  }

  /** Returns this configuration with other instruments; empty for Java's own. */
  public TranscriptionTrainingConfig withSoundFont(String other) {
    return new TranscriptionTrainingConfig(sources, digest, other, scenes, keys, core, plan);
  }

  /** Returns this configuration with another number of scenes. */
  public TranscriptionTrainingConfig withScenes(int other) {
    return new TranscriptionTrainingConfig(sources, digest, soundFont, other, keys, core, plan);
  }

  /** Returns this configuration with another number of keys of a scene. */
  public TranscriptionTrainingConfig withKeys(int other) {
    return new TranscriptionTrainingConfig(sources, digest, soundFont, scenes, other, core, plan);
  }
}
