package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenLines;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.pen.PenSequence;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PenScorerTest {
  @Test
  void pointsTogetherTakeWhatIsLostInTraining() {
    for (PenNetworkConfig config : List.of(PenLines.windowed(2), PenLines.free(1))) {
      PenNetwork network = new PenNetwork(config);
      network.initialize(Seeded.random(3));
      List<PenSequence> lines = PenLines.lines(4, config, Seeded.random(4));
      try (Workers workers = new Workers(1)) {
        List<double[]> nats = new PenScorer(network, KernelChoice.best(), workers).nats(lines);
        Tape tape = new Tape(KernelChoice.best(), workers);
        network.repack(tape);
        PenBatch batch = new PenBatch(lines, config);
        tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
        double lost = network.loss(batch, 1, 0, tape);
        double sum = nats.stream().flatMapToDouble(Arrays::stream).sum();
        assertEquals(lost, sum, 1e-4 * Math.abs(lost));
        for (int i = 0; i < lines.size(); i++) {
          assertEquals(lines.get(i).points(), nats.get(i).length);
        }
      }
    }
  }
}
