package ductus.music;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Metres drawn for the bars of a piece, every fifth bar another one.
 *
 * @param metres in grid steps, each one that the grid fits
 * @param steps of all bars together
 */
public record RandomMetres(List<TimeSignature> metres, int steps) {
  public RandomMetres {
    metres = List.copyOf(metres);
  }

  /** Draws the metres of some bars on a grid. */
  public static RandomMetres draw(int bars, int stepsPerQuarter, RandomGenerator random) {
    List<TimeSignature> metres = new ArrayList<>();
    int steps = 0;
    for (int bar = 0; bar < bars; bar++) {
      if (bar == 0 || random.nextInt(5) == 0) {
        TimeSignature metre = one(stepsPerQuarter, random);
        metres.add(new TimeSignature(steps, metre.numerator(), metre.denominator()));
      }
      steps += metres.get(metres.size() - 1).stepsPerBar(stepsPerQuarter);
    }
    return new RandomMetres(metres, steps);
  }

  private static TimeSignature one(int stepsPerQuarter, RandomGenerator random) {
    TimeSignature metre;
    do {
      metre = Metres.ALL.get(random.nextInt(Metres.ALL.size()));
    } while (!metre.fits(stepsPerQuarter));
    return metre;
  }
}
