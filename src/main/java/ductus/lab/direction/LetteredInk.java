package ductus.lab.direction;

import ductus.ink.Handwriting;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.ReadingRows;
import ductus.ink.hand.Hand;
import ductus.ink.practice.TrainingText;
import ductus.ink.variation.HandVariation;
import ductus.lab.task.LongLagTask;
import ductus.model.reading.LineRows;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Lines that some hands write by chance, as {@link ReadingRows}: at each step of the pen the letter
 * that it draws is asked for, at moves of the lifted pen nothing. The lag is the number of steps.
 */
final class LetteredInk implements LongLagTask {
  /** Letters that are told apart: a to z. */
  static final int LETTERS = 26;

  /** Distance of the points, x-heights: as dense as a tablet's. */
  private static final double SPACING = 0.1;

  /** Steps that the shortest letters take, with the move to the next. */
  private static final int SHORTEST = 3;

  private final List<LineComposer> writers = new ArrayList<>();
  private final List<TrainingText> texts = new ArrayList<>();
  private final boolean beginnings;

  /**
   * Lines of some hands.
   *
   * @param variation how unevenly they write
   * @param beginnings whether only the first step of each letter is asked for
   */
  LetteredInk(List<Hand> hands, HandVariation variation, boolean beginnings) {
    this.beginnings = beginnings;
    for (Hand hand : hands) {
      Set<Integer> letters = new TreeSet<>(hand.characters());
      letters.removeIf(character -> character < 'a' || character > 'z');
      writers.add(new LineComposer(hand, variation, SPACING));
      texts.add(new TrainingText(letters));
    }
  }

  @Override
  public String name() {
    return "ink";
  }

  @Override
  public int inputs() {
    return ReadingRows.FEATURES;
  }

  @Override
  public Target target() {
    return Target.CLASSES;
  }

  @Override
  public int outputs() {
    return LETTERS;
  }

  @Override
  public int shortestLag() {
    return 1;
  }

  @Override
  public int length(int lag) {
    return lag;
  }

  /** The beginning of a line that is as long; the same lines, whatever is asked for. */
  @Override
  public SignalSequence draw(int lag, RandomGenerator random) {
    int writer = random.nextInt(writers.size());
    while (true) {
      String text = texts.get(writer).draw(1 + lag / SHORTEST, random);
      ComposedLine line = writers.get(writer).compose(text, random);
      Handwriting ink = line.handwriting();
      LineRows rows = ReadingRows.of(ink);
      if (rows.steps() >= lag) {
        return sequence(lag, rows, line, ReadingRows.points(ink));
      }
    }
  }

  private SignalSequence sequence(int steps, LineRows rows, ComposedLine line, int[] points) {
    float[] inputs = new float[steps * inputs()];
    float[] targets = new float[steps];
    Arrays.fill(targets, Float.NaN);
    int[] text = line.characters();
    int before = -1;
    for (int t = 0; t < steps; t++) {
      for (int feature = 0; feature < inputs(); feature++) {
        inputs[t * inputs() + feature] = rows.value(t, feature);
      }
      boolean moves = t == 0 || (points[t - 1] < points[t] && line.penUp(points[t - 1]));
      int character = line.character(points[t]);
      if (!moves) {
        int letter = text[character] - 'a';
        boolean asked = letter >= 0 && letter < LETTERS && (!beginnings || character != before);
        targets[t] = asked ? letter : Float.NaN;
        before = character;
      }
    }
    return new SignalSequence(steps, inputs, targets);
  }

  /** Wrong answers of who always gives the same one, if all letters were as frequent. */
  @Override
  public double guessing() {
    return 1 - 1.0 / LETTERS;
  }

  @Override
  public double solved() {
    return 0.01;
  }
}
