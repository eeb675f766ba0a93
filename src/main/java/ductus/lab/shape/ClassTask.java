package ductus.lab.shape;

import ductus.lab.task.LongLagTask;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A task that asks for classes, in sequences as long as one likes.
 *
 * @param name the word for it
 * @param inputs numbers of a step, K
 * @param outputs classes that are asked for
 * @param guessing share of wrong answers of who always gives the same one
 * @param drawing fills a sequence by chance
 */
record ClassTask(String name, int inputs, int outputs, double guessing, Drawing drawing)
    implements LongLagTask {
  /** Makes sequences. */
  interface Drawing {
    /**
     * Fills a sequence.
     *
     * @param inputs [T×K], zeros
     * @param targets [T], NaN where nothing is asked for
     */
    void draw(float[] inputs, float[] targets, RandomGenerator random);
  }

  @Override
  public Target target() {
    return Target.CLASSES;
  }

  @Override
  public int shortestLag() {
    return 1;
  }

  @Override
  public int length(int lag) {
    return lag;
  }

  @Override
  public SignalSequence draw(int lag, RandomGenerator random) {
    float[] given = new float[lag * inputs];
    float[] asked = new float[lag];
    Arrays.fill(asked, Float.NaN);
    drawing.draw(given, asked, random);
    return new SignalSequence(lag, given, asked);
  }

  @Override
  public double solved() {
    return 0.01;
  }
}
