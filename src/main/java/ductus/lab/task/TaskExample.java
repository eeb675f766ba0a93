package ductus.lab.task;

import ductus.model.signal.SignalSequence;
import ductus.train.Example;
import java.util.random.RandomGenerator;

/**
 * A place in a batch that holds another sequence of a task each time.
 *
 * @param lag of all of them
 */
public record TaskExample(LongLagTask task, int lag) implements Example<SignalSequence> {
  @Override
  public int length() {
    return task.length(lag);
  }

  @Override
  public SignalSequence draw(RandomGenerator random) {
    return task.draw(lag, random);
  }
}
