package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.MixtureSampler.MixtureSampling;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.pen.PenLines;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class PenGeneratorTest {
  private static final List<int[]> TEXTS =
      List.of(new int[] {1, 2, 3, 0}, new int[] {4, 0}, new int[] {5, 6, 1, 2, 3, 4, 5, 6, 0});

  private static PenNetwork network(PenNetworkConfig config) {
    PenNetwork network = new PenNetwork(config);
    network.initialize(Seeded.random(2));
    return network;
  }

  /** Each line wholly in a hand. */
  private static FMatrixRMaj hands(PenNetwork network, int... hands) {
    FMatrixRMaj shares = new FMatrixRMaj(hands.length, network.config().styles().size());
    for (int b = 0; b < hands.length; b++) {
      shares.set(b, hands[b], 1);
    }
    return shares;
  }

  private static List<Double> way(PenTrajectory trail) {
    return IntStream.range(0, trail.points())
        .boxed()
        .flatMap(i -> List.of(trail.x(i), trail.y(i), trail.penUp(i) ? 1.0 : 0.0).stream())
        .toList();
  }

  @Test
  void aLineIsTheSameAloneAsAmongOthersAndOnAnyNumberOfThreads() {
    PenNetwork network = network(PenLines.windowed(2));
    try (Workers one = new Workers(1);
        Workers two = new Workers(2)) {
      List<PenTrajectory> together =
          new PenGenerator(network, KernelChoice.best(), two)
              .draw(
                  TEXTS,
                  hands(network, 0, 1, 2),
                  HandPrimer.NONE,
                  MixtureSampling.PLAIN,
                  new long[] {7, 8, 9});
      PenGenerator generator = new PenGenerator(network, KernelChoice.best(), one);
      for (int b = 0; b < 3; b++) {
        PenTrajectory alone =
            generator
                .draw(
                    List.of(TEXTS.get(b)),
                    hands(network, b),
                    HandPrimer.NONE,
                    MixtureSampling.PLAIN,
                    new long[] {7 + b})
                .get(0);
        assertEquals(way(together.get(b)), way(alone));
      }
    }
  }

  @Test
  void everyLineStopsAndItsCharactersAreThoseOfItsText() {
    PenNetwork network = network(PenLines.windowed(1));
    try (Workers workers = new Workers(1)) {
      PenGenerator generator = new PenGenerator(network, KernelChoice.best(), workers);
      for (int seed = 0; seed < 20; seed++) {
        for (PenTrajectory trail :
            generator.draw(
                TEXTS,
                hands(network, 0, 1, 2),
                HandPrimer.NONE,
                new MixtureSampling(seed % 3, 1),
                new long[] {seed, seed, seed})) {
          assertTrue(trail.points() <= 60 + 60 * 8, "seed " + seed);
          for (int i = 0; i < trail.points(); i++) {
            assertTrue(trail.character(i) >= 0 && trail.character(i) < 8);
          }
          assertTrue(!trail.ended() || trail.penUp(trail.points() - 1));
        }
      }
    }
  }

  /** Where nothing is left to chance, who begins as the network did goes on as it did. */
  @Test
  void aLineGoesOnFromItsPrimer() {
    MixtureSampling certain = new MixtureSampling(0, 0);
    int compared = 0;
    for (int seed = 0; seed < 40; seed++) {
      PenNetwork network = new PenNetwork(PenLines.windowed(1 + seed % 3));
      network.initialize(Seeded.random(seed));
      try (Workers workers = new Workers(1)) {
        PenGenerator generator = new PenGenerator(network, KernelChoice.best(), workers);
        // A hand with one form of each character, or the forms would be chosen anew.
        FMatrixRMaj hands = hands(network, 0);
        int[] whole = PenLines.ALPHABET.numbers("abc def".codePoints().toArray());
        int[] rest = PenLines.ALPHABET.numbers("def".codePoints().toArray());
        PenTrajectory drawn =
            generator.draw(List.of(whole), hands, HandPrimer.NONE, certain, new long[1]).get(0);
        int begun = lifted(drawn);
        if (begun == 0) {
          continue;
        }
        HandPrimer primer = new HandPrimer("abc ", points(drawn, begun));
        PenTrajectory goesOn =
            generator.draw(List.of(rest), hands, primer, certain, new long[1]).get(0);
        int last = Math.min(drawn.points() - begun, goesOn.points());
        for (int i = 0; i < last; i++) {
          String at = "seed %d, point %d".formatted(seed, i);
          double x = drawn.x(begun + i) - drawn.x(begun - 1);
          assertEquals(x, goesOn.x(i), 1e-3 * (1 + i), at);
          assertEquals(drawn.y(begun + i), goesOn.y(i), 1e-3 * (1 + i), at);
          assertEquals(Math.max(0, drawn.character(begun + i) - 4), goesOn.character(i), at);
          compared++;
        }
      }
    }
    assertTrue(compared > 200, "too few lines lift the pen: " + compared);
  }

  /** Points up to one after which the pen is lifted, at least ten; 0 if there are none. */
  private static int lifted(PenTrajectory trail) {
    for (int i = 10; i < trail.points() - 1; i++) {
      if (trail.penUp(i - 1)) {
        return i;
      }
    }
    return 0;
  }

  private static List<HandPrimer.Point> points(PenTrajectory trail, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new HandPrimer.Point(
                    (float) (trail.x(i) - (i == 0 ? 0 : trail.x(i - 1))),
                    (float) (trail.y(i) - (i == 0 ? 0 : trail.y(i - 1))),
                    trail.penUp(i)))
        .toList();
  }

  @Test
  void aPrimerHasTextAndPointsAndEndsWithThePenLifted() {
    HandPrimer.Point down = new HandPrimer.Point(0, 0, false);
    assertThrows(IllegalArgumentException.class, () -> new HandPrimer("a", List.of()));
    assertThrows(IllegalArgumentException.class, () -> new HandPrimer("", List.of(down)));
    assertThrows(IllegalArgumentException.class, () -> new HandPrimer("a", List.of(down)));
  }

  @Test
  void aFreeNetworkScribblesInAHand() {
    PenNetwork network = network(PenLines.free(2));
    try (Workers workers = new Workers(1)) {
      PenGenerator generator = new PenGenerator(network, KernelChoice.best(), workers);
      List<PenTrajectory> trails =
          generator.scribble(50, hands(network, 0, 1), MixtureSampling.PLAIN, new long[] {3, 3});
      for (PenTrajectory trail : trails) {
        assertTrue(trail.points() >= 50 && trail.points() <= 100);
      }
      assertFalse(way(trails.get(0)).equals(way(trails.get(1))), "styles differ");
      assertThrows(
          IllegalArgumentException.class,
          () ->
              generator.draw(
                  TEXTS,
                  hands(network, 0, 1, 2),
                  HandPrimer.NONE,
                  MixtureSampling.PLAIN,
                  new long[3]));
    }
  }
}
