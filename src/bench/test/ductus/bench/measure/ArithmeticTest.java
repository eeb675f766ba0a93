package ductus.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.bench.contender.Setting;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
  @Test
  void countsTheMatricesOfEachGate() {
    Setting setting = new Setting(10, 3, 5, 2, 1, 1);
    int head = 5 * 10;
    int layers = 5 * (3 + 5) + 5 * (5 + 5);
    assertEquals(head + 4 * layers, Arithmetic.of(setting, "lstm").weights());
    assertEquals(head + 3 * layers, Arithmetic.of(setting, "gru").weights());
    assertEquals(head + layers, Arithmetic.of(setting, "elman").weights());
  }

  @Test
  void countsWhatANetworkHoldsButEmbeddingAndBiases() {
    for (Setting s : Setting.COMPARED) {
      Network network =
          new Network(
              new NetworkConfig(
                  s.vocabulary(), 0, 0, s.embedding(), "lstm", s.layers(), s.hidden(), 0, false));
      long biases = s.layers() * 4L * s.hidden() + s.vocabulary();
      assertEquals(
          network.size() - (long) s.vocabulary() * s.embedding() - biases,
          Arithmetic.of(s, "lstm").weights());
    }
  }

  @Test
  void turnsSpeedsIntoSharesOfLimits() {
    Arithmetic arithmetic = new Arithmetic(1_000_000);
    assertEquals(6, arithmetic.gigaflops(1000), 1e-12);
    assertEquals(40, arithmetic.gigabytesPerSecond(100), 1e-12);
  }
}
