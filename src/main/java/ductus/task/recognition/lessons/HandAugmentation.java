package ductus.task.recognition.lessons;

import ductus.ink.Handwriting;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.variation.Bending;
import ductus.ink.variation.HandVariation;
import ductus.ink.variation.Wave;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Makes more hands of some: of each a few that lean, widen, reach up and bend their letters
 * otherwise, and mixtures of several. Who learns to tell all these apart looks for what makes a
 * hand, and will know one that is new.
 */
public final class HandAugmentation {
  private static final int OF_EACH = 3;
  private static final int MIXTURES = 100;

  /** Deviations from the hand that it is made of. */
  private static final double SLANT = 0.2;

  private static final double WIDTH = 0.14;
  private static final double REACH = 0.14;
  private static final HandVariation LETTERS = new HandVariation(0, 0, 0, 0, 0.08, 0.09, 0);

  private HandAugmentation() {}

  /** Returns the hands, and behind them the hands that are made of them. */
  public static List<Hand> with(List<Hand> hands, long seed) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(seed, hands.size()));
    List<Hand> all = new ArrayList<>(hands);
    for (Hand hand : hands) {
      for (int i = 1; i <= OF_EACH; i++) {
        all.add(relative(hand, hand.name() + "~" + i, random));
      }
    }
    for (int i = 1; i <= MIXTURES; i++) {
      Hand mixture = HandMixture.of(hands, random);
      all.add(new Hand("mixture-" + i, mixture.joined(), mixture.glyphs()));
    }
    return all;
  }

  private static Hand relative(Hand hand, String name, RandomGenerator random) {
    double lean = Wave.normal(random, SLANT);
    double width = 1 + Wave.normal(random, WIDTH);
    double reach = 1 + Wave.normal(random, REACH);
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    hand.glyphs()
        .forEach(
            (character, drawings) ->
                glyphs.put(
                    character,
                    drawings.stream()
                        .map(drawing -> drawn(drawing, lean, width, reach, random))
                        .toList()));
    return new Hand(name, hand.joined(), glyphs);
  }

  private static Glyph drawn(
      Glyph glyph, double lean, double width, double reach, RandomGenerator random) {
    Bending bending = new Bending(glyph.box(), LETTERS, random);
    Handwriting drawn =
        Handwriting.of(glyph.strokes())
            .map(
                point -> {
                  double x = width * bending.x(point.x(), point.y());
                  double y = reached(bending.y(point.x(), point.y()), reach);
                  return point.moved(x + lean * y, y);
                });
    return new Glyph(drawn.strokes(), glyph.joins());
  }

  /** The height of a point where ascenders and descenders reach further or less far. */
  private static double reached(double y, double reach) {
    return y > 1 ? 1 + reach * (y - 1) : y < 0 ? reach * y : y;
  }
}
