package ductus.task.transcription;

import ductus.model.CoreConfig;
import ductus.train.plan.TrainingPlan;
import java.util.List;

/**
 * All that decides a training run of a network that hears notes; saved as {@code config.json} in
 * its folder.
 *
 * @param sources folders of tunes, or sets of frames in JSON; absolute
 * @param soundFont a SoundFont 2, absolute; empty for Java's own bank
 * @param scenes that are rendered to learn from
 * @param keys of each scene that are learned in an epoch
 * @param core layers, in both directions
 * @param plan how it is trained
 */
public record TranscriptionTrainingConfig(
    List<String> sources,
    String soundFont,
    int scenes,
    int keys,
    CoreConfig core,
    TrainingPlan plan) {
  private static final int MOST_SCENES = 100_000;

  public TranscriptionTrainingConfig {
    if (sources == null || sources.isEmpty() || soundFont == null || core == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have sources, soundFont, core and plan");
    }
    sources = List.copyOf(sources);
    if (scenes < 2 || scenes > MOST_SCENES) {
      throw new IllegalArgumentException(
          "scenes must be 2 to %,d but were %,d".formatted(MOST_SCENES, scenes));
    }
    if (keys < 1 || keys > 64) {
      throw new IllegalArgumentException("keys must be 1 to 64 but were " + keys);
    }
  }
}
