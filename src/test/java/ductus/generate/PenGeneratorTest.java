package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private static List<Double> way(PenTrail trail) {
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
      List<PenTrail> together =
          new PenGenerator(network, KernelChoice.best(), two)
              .draw(TEXTS, hands(network, 0, 1, 2), MixtureSampling.PLAIN, new long[] {7, 8, 9});
      PenGenerator generator = new PenGenerator(network, KernelChoice.best(), one);
      for (int b = 0; b < 3; b++) {
        PenTrail alone =
            generator
                .draw(
                    List.of(TEXTS.get(b)),
                    hands(network, b),
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
        for (PenTrail trail :
            generator.draw(
                TEXTS,
                hands(network, 0, 1, 2),
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

  @Test
  void aFreeNetworkScribblesInAHand() {
    PenNetwork network = network(PenLines.free(2));
    try (Workers workers = new Workers(1)) {
      PenGenerator generator = new PenGenerator(network, KernelChoice.best(), workers);
      List<PenTrail> trails =
          generator.scribble(50, hands(network, 0, 1), MixtureSampling.PLAIN, new long[] {3, 3});
      for (PenTrail trail : trails) {
        assertTrue(trail.points() >= 50 && trail.points() <= 100);
      }
      assertFalse(way(trails.get(0)).equals(way(trails.get(1))), "styles differ");
      assertThrows(
          IllegalArgumentException.class,
          () -> generator.draw(TEXTS, hands(network, 0, 1, 2), MixtureSampling.PLAIN, new long[3]));
    }
  }
}
