package ductus.lab.task;

import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Copying (after Hochreiter and Schmidhuber 1997, in the form of Arjovsky, Shah and Bengio 2016):
 * eight symbols of eight kinds come first, then as many blanks as the lag says, then a mark, at
 * which the symbols are to be said again in their order.
 */
public final class Copying implements LongLagTask {
  private static final int SYMBOLS = 8;
  private static final int KINDS = 8;
  private static final int BLANK = KINDS;
  private static final int MARK = KINDS + 1;

  @Override
  public String name() {
    return "copy";
  }

  /** The kinds, blank and mark, one of them 1 a step. */
  @Override
  public int inputs() {
    return KINDS + 2;
  }

  @Override
  public Target target() {
    return Target.CLASSES;
  }

  @Override
  public int outputs() {
    return KINDS;
  }

  @Override
  public int shortestLag() {
    return 0;
  }

  /** The lag is that between the last symbol and the mark. */
  @Override
  public int length(int lag) {
    return lag + 2 * SYMBOLS;
  }

  @Override
  public SignalSequence draw(int lag, RandomGenerator random) {
    int length = length(lag);
    float[] inputs = new float[length * inputs()];
    float[] targets = new float[length];
    Arrays.fill(targets, Float.NaN);
    int answer = length - SYMBOLS;
    for (int t = 0; t < length; t++) {
      int kind = t == answer ? MARK : BLANK;
      if (t < SYMBOLS) {
        kind = random.nextInt(KINDS);
        targets[answer + t] = kind;
      }
      inputs[t * inputs() + kind] = 1;
    }
    return new SignalSequence(length, inputs, targets);
  }

  @Override
  public double guessing() {
    return 1 - 1.0 / KINDS;
  }

  @Override
  public double solved() {
    return 0.01;
  }
}
