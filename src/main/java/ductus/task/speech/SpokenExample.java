package ductus.task.speech;

import ductus.model.speech.SpokenSequence;
import ductus.nn.head.CtcHead;
import ductus.train.Example;
import java.util.random.RandomGenerator;

/**
 * A recording to learn from, spoken a little differently each time.
 *
 * @param sound what is heard
 * @param spoken the same as a network hears it, with its labels
 * @param leastSteps that the labels take
 */
record SpokenExample(SpokenFrames sound, SpokenSequence spoken, int leastSteps)
    implements Example<SpokenSequence> {
  static SpokenExample of(SpokenFrames sound, int[] labels) {
    return new SpokenExample(
        sound, new SpokenSequence(sound.rows(), labels), CtcHead.leastSteps(labels));
  }

  @Override
  public int length() {
    return spoken.steps();
  }

  @Override
  public SpokenSequence draw(RandomGenerator random) {
    return spoken.withRows(sound.varied(leastSteps, random).rows());
  }
}
