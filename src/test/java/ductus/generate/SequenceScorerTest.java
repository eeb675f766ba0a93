package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.music.encoding.poly.PolyVocabulary;
import ductus.music.frames.RandomFrames;
import ductus.nn.Tape;
import ductus.train.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequenceScorerTest {
  private static final Constraint NONE = (tokens, length, allowed) -> {};

  private final PolyEncoding encoding = new PolyEncoding();
  private final Network network =
      new Network(NetworkConfig.of(encoding, 8, "lstm", 1, 12, 0).withSkip(true));
  private final List<Sequence> pieces =
      IntStream.range(0, 5)
          .mapToObj(seed -> encoding.encode(RandomFrames.any(Seeded.random(seed))))
          .toList();

  @Test
  void sequencesSideBySideScoreAsTheyDoAlone() {
    network.initialize(Seeded.random(1));
    try (Workers workers = new Workers(2)) {
      SequenceScorer scorer =
          new SequenceScorer(network, encoding, NONE, KernelChoice.best(), workers);
      List<double[]> together = scorer.nats(pieces);
      for (int i = 0; i < pieces.size(); i++) {
        assertEquals(pieces.get(i).length(), together.get(i).length);
        assertArrayEquals(scorer.nats(List.of(pieces.get(i))).get(0), together.get(i));
      }
    }
  }

  @Test
  void whatTheGrammarForbidsCostsNothing() {
    network.initialize(Seeded.random(1));
    try (Workers workers = new Workers(1)) {
      SequenceScorer scorer =
          new SequenceScorer(network, encoding, NONE, KernelChoice.best(), workers);
      double scored = scorer.nats(pieces).stream().flatMapToDouble(Arrays::stream).sum();
      double loss = Loss.of(network, pieces, new Tape(KernelChoice.best(), workers)).nats();
      assertTrue(scored < loss, scored + " and " + loss);
      assertEquals(0, scorer.nats(pieces).get(0)[0]);
    }
  }

  @Test
  void aTokenThatIsForbiddenIsImpossible() {
    network.initialize(Seeded.random(1));
    try (Workers workers = new Workers(1)) {
      Constraint endless = (tokens, length, allowed) -> allowed[PolyVocabulary.END] = false;
      double[] nats =
          new SequenceScorer(network, encoding, endless, KernelChoice.best(), workers)
              .nats(pieces)
              .get(0);
      assertEquals(Double.POSITIVE_INFINITY, nats[nats.length - 1]);
      assertTrue(Double.isFinite(nats[nats.length - 2]));
    }
  }
}
