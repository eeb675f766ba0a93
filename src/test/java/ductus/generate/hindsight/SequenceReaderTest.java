package ductus.generate.hindsight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Constraint;
import ductus.generate.Generator;
import ductus.generate.Generator.GeneratedSequence;
import ductus.generate.Prompt;
import ductus.generate.Sampling;
import ductus.generate.SequenceScorer;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.music.encoding.MelodyEncoding;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceReaderTest {
  private static final int MOST = 700;

  private final MelodyEncoding encoding = new MelodyEncoding();
  private final Network network = new Network(NetworkConfig.of(encoding, 8, "lstm", 2, 12, 0));

  private Sequence drawn(Workers workers, Sampling sampling) {
    network.initialize(Seeded.random(1));
    List<GeneratedSequence> all =
        new Generator(network, encoding, KernelChoice.best(), workers)
            .draw(0, 1, Prompt.start(encoding), sampling, List.of(), MOST, 5);
    return all.get(0).sequence();
  }

  @Test
  void saysWhatTheScorerSays() {
    Constraint none = (tokens, length, allowed) -> {};
    try (Workers workers = new Workers(1)) {
      Sequence sequence = drawn(workers, Sampling.PLAIN);
      ReadSequence read =
          new SequenceReader(network, encoding, List.of(none), KernelChoice.best(), workers)
              .read(sequence, MOST);
      double[] nats =
          new SequenceScorer(network, encoding, none, KernelChoice.best(), workers)
              .nats(List.of(sequence))
              .get(0);
      assertEquals(sequence.length() - 1, read.steps());
      assertTrue(read.steps() > 256, "must cross a window");
      for (int step = 0; step < read.steps(); step++) {
        assertEquals(sequence.token(step + 1), read.token(step));
        assertEquals(nats[step + 1], read.nats(step), 1e-9);
        double sum = 0;
        double entropy = 0;
        for (int token = 0; token < read.vocabularySize(); token++) {
          double p =
              Math.exp((double) read.logit(step, token) - read.logit(step, read.token(step)));
          p *= Math.exp(-read.nats(step));
          sum += p;
          entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        assertEquals(1, sum, 1e-9);
        assertEquals(entropy, read.entropy(step), 1e-9);
      }
    }
  }

  @Test
  void showsFromWhatTheLikeliestWasTaken() {
    try (Workers workers = new Workers(1)) {
      Sequence sequence = drawn(workers, new Sampling(0, 0, 1));
      ReadSequence read =
          new SequenceReader(network, encoding, List.of(), KernelChoice.best(), workers)
              .read(sequence, MOST);
      for (int step = 0; step < read.steps(); step++) {
        for (int token = 0; token < read.vocabularySize(); token++) {
          assertTrue(read.logit(step, token) <= read.logit(step, read.token(step)) + 1e-5);
        }
      }
    }
  }

  @Test
  void unitsGoOnFromWindowToWindow() {
    try (Workers workers = new Workers(1)) {
      Sequence sequence = drawn(workers, Sampling.PLAIN);
      SequenceReader reader =
          new SequenceReader(network, encoding, List.of(), KernelChoice.best(), workers);
      ReadSequence whole = reader.read(sequence, MOST);
      ReadSequence part = reader.read(sequence, 300);
      assertEquals(299, part.steps());
      assertEquals(2, whole.layers());
      assertEquals(12, whole.units(1));
      double[] longer = whole.course(1, 3);
      assertEquals(whole.steps(), longer.length);
      assertArrayEquals(Arrays.copyOf(longer, 299), part.course(1, 3));
    }
  }
}
