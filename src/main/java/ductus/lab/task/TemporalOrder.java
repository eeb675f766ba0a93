package ductus.lab.task;

import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Temporal order (Hochreiter and Schmidhuber 1997, §5.6, task 6a): among letters that mean nothing
 * two steps hold an X or a Y each; at the end it is asked which came in which order: XX, XY, YX or
 * YY. For lags of 100 the two stand at steps 10 to 20 and 50 to 60, as published; else in
 * proportion.
 */
public final class TemporalOrder implements LongLagTask {
  private static final int DISTRACTORS = 4;
  private static final int X = DISTRACTORS;
  private static final int BEGIN = DISTRACTORS + 2;
  private static final int END = DISTRACTORS + 3;

  @Override
  public String name() {
    return "order";
  }

  /** Four letters that mean nothing, X, Y, beginning and end, one of them 1 a step. */
  @Override
  public int inputs() {
    return DISTRACTORS + 4;
  }

  @Override
  public Target target() {
    return Target.CLASSES;
  }

  @Override
  public int outputs() {
    return 4;
  }

  @Override
  public int shortestLag() {
    return 10;
  }

  @Override
  public int length(int lag) {
    return lag;
  }

  @Override
  public SignalSequence draw(int lag, RandomGenerator random) {
    float[] inputs = new float[lag * inputs()];
    float[] targets = new float[lag];
    Arrays.fill(targets, Float.NaN);
    int room = lag / 10;
    int first = room + random.nextInt(room + 1);
    int second = 5 * room + random.nextInt(room + 1);
    int answer = random.nextInt(4);
    for (int t = 0; t < lag; t++) {
      int letter = random.nextInt(DISTRACTORS);
      if (t == 0) {
        letter = BEGIN;
      } else if (t == lag - 1) {
        letter = END;
      } else if (t == first) {
        letter = X + answer / 2;
      } else if (t == second) {
        letter = X + answer % 2;
      }
      inputs[t * inputs() + letter] = 1;
    }
    targets[lag - 1] = answer;
    return new SignalSequence(lag, inputs, targets);
  }

  @Override
  public double guessing() {
    return 0.75;
  }

  /** Hochreiter and Schmidhuber (1997), table 8: of sequences of 100 to 110 steps. */
  @Override
  public double published(int lag) {
    return lag == 100 ? 31_390 : Double.NaN;
  }

  @Override
  public double solved() {
    return 0.01;
  }
}
