package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Generator.GeneratedSequence;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Encoding;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.music.encoding.MelodyEncoding;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class BeamSearchTest {
  private static final int MOST = 60;
  private static final MelodyEncoding ENCODING = new MelodyEncoding();

  private static Network network() {
    Network network = new Network(NetworkConfig.of(ENCODING, 6, NetworkConfig.LSTM, 1, 12, 0));
    network.initialize(RandomGeneratorFactory.of("L64X128MixRandom").create(2));
    network
        .parameters()
        .forEach(
            parameter -> {
              for (int i = 0; i < parameter.size(); i++) {
                parameter.value().data[i] *= 4;
              }
            });
    return network;
  }

  private static GeneratedSequence draw(Network network, int number, int width, long seed) {
    try (Workers workers = new Workers(1)) {
      Generator generator = new Generator(network, ENCODING, KernelChoice.best(), workers);
      return new BeamSearch(generator, width)
          .draw(number, Prompt.start(ENCODING), Sampling.PLAIN, List.of(), MOST, seed);
    }
  }

  /** Nats a token by the network itself, run over the whole sequence. */
  private static double nats(Network network, Sequence sequence) {
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      Batch batch = Batch.of(List.of(sequence), ENCODING.vocabularySize());
      tape.begin(batch.time(), 1, network.initialState(1));
      return network.loss(batch, 1, tape) / batch.targetCount();
    }
  }

  @Test
  void findsLikelierSequencesTheWiderItIs() {
    Network network = network();
    double one = 0;
    double eight = 0;
    for (int number = 0; number < 12; number++) {
      one += nats(network, draw(network, number, 1, 4).sequence());
      eight += nats(network, draw(network, number, 8, 4).sequence());
    }
    assertTrue(eight < one - 0.5, eight + " and " + one);
  }

  @Test
  void drawsWhatTheGrammarAllowsAndStopsAtTheLimit() {
    Network network = network();
    for (int number = 0; number < 5; number++) {
      GeneratedSequence drawn = draw(network, number, 3, 1);
      assertTrue(drawn.sequence().length() <= MOST);
      Encoding.Cursor cursor = ENCODING.cursor();
      for (int token : drawn.sequence().tokens()) {
        assertTrue(cursor.allows(token));
        cursor.accept(token);
      }
    }
  }

  @Test
  void isDecidedBySeedAndNumber() {
    Network network = network();
    assertEquals(draw(network, 1, 4, 9), draw(network, 1, 4, 9));
    assertNotEquals(draw(network, 1, 4, 9), draw(network, 2, 4, 9));
    assertNotEquals(draw(network, 1, 4, 9), draw(network, 1, 4, 8));
  }

  @Test
  void followsOneAtLeast() {
    assertThrows(IllegalArgumentException.class, () -> draw(network(), 0, 0, 1));
  }
}
