package ductus.generate.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.HandPrimer;
import ductus.generate.MixtureSampler.MixtureSampling;
import ductus.generate.PenGenerator;
import ductus.generate.PenTrajectory;
import ductus.ink.encoding.PenEncoding;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.pen.PenNetwork;
import ductus.nn.head.Mixture;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.TinyHands;
import java.nio.file.Path;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrajectoryReaderTest {
  private static final HandPrimer PRIMER =
      new HandPrimer(
          "a ",
          List.of(
              new HandPrimer.Point(0.1f, 0.9f, false),
              new HandPrimer.Point(0.2f, -0.9f, false),
              new HandPrimer.Point(0.1f, 0.2f, true)));

  private final PenNetwork network;

  TrajectoryReaderTest(@TempDir Path folder) throws Exception {
    network =
        HandModel.open(TinyHands.write(folder.resolve("t.safetensors"), 3).toString()).network();
  }

  /** At temperature 0 a point is the mean of the likeliest component, if it was read from that. */
  private void requireMeans(HandPrimer primer, float first, float second) {
    FMatrixRMaj hands = new FMatrixRMaj(1, 2, true, first, second);
    int[] text = network.config().textWindow().alphabet().numbers("dear".codePoints().toArray());
    try (Workers workers = new Workers(1)) {
      PenTrajectory trail =
          new PenGenerator(network, KernelChoice.best(), workers)
              .draw(List.of(text), hands, primer, new MixtureSampling(0, 0), new long[] {4})
              .get(0);
      ReadTrajectory read =
          new TrajectoryReader(network, KernelChoice.best(), workers).read(trail, hands, primer);
      assertEquals(trail.points(), read.steps());
      assertTrue(trail.points() > 3, PenEncoding.NAME);
      for (int i = 0; i < trail.points(); i++) {
        Mixture mixture = read.mixture(i);
        int likeliest = 0;
        for (int j = 1; j < mixture.components(); j++) {
          likeliest = mixture.weight(j) > mixture.weight(likeliest) ? j : likeliest;
        }
        assertEquals(
            trail.deltaX(i), read.scale().deltaX(mixture.meanX(likeliest)), 1e-4, "x " + i);
        assertEquals(
            trail.deltaY(i), read.scale().deltaY(mixture.meanY(likeliest)), 1e-4, "y " + i);
        assertEquals(trail.penUp(i), mixture.penUp() > 0.5);
        int at = 0;
        for (int u = 1; u < read.characters(); u++) {
          at = read.attention(i, u) > read.attention(i, at) ? u : at;
        }
        assertEquals(trail.character(i), Math.min(at, 3), "character " + i);
      }
    }
  }

  @Test
  void saysFromWhatEachPointWasDrawn() {
    requireMeans(HandPrimer.NONE, 1, 0);
  }

  @Test
  void knowsMixedHandsAndPrimers() {
    requireMeans(PRIMER, 0.25f, 0.75f);
  }
}
