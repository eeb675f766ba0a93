package ductus.model.cell;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells, by their words. */
public class CellConfigTest {
  /** All cells, and some options. */
  public static final List<String> ALL =
      List.of(
          "lstm",
          "lstm+peephole",
          "lstm+layer-norm",
          "lstm+learned-state",
          "lstm+peephole+layer-norm+learned-state",
          "gru",
          "gru+learned-state",
          "elman",
          "elman+learned-state",
          "elman-relu",
          "irnn",
          "irnn+learned-state",
          "mingru",
          "sru",
          "sru+learned-state",
          "minlstm",
          "qrnn",
          "qrnn+learned-state",
          "ntm",
          "ntm+slots-6+width-4+heads-2",
          "esn",
          "esn+radius-0.8+leak-0.3+scaling-1.5+connections-4",
          "tcn",
          "tcn+kernel-2+blocks-3",
          "attention+heads-1",
          "attention+heads-17+window-9");

  @TempDir Path folder = Path.of("");

  @Test
  void readsWhatItWrites() {
    for (String words : ALL) {
      assertEquals(words, CellConfig.parse(words).toString());
    }
    assertEquals(new LstmCells(true, false, true), CellConfig.parse("lstm+learned-state+peephole"));
    assertEquals("ntm+slots-6", CellConfig.parse("ntm+heads-1+width-20+slots-6").toString());
    assertEquals("esn", CellConfig.parse("esn+leak-0.5+radius-0.95").toString());
  }

  @Test
  void anIdentityNetworkHandsItsStateOn() {
    Network network = new Network(new NetworkConfig(9, 0, 0, 6, "irnn", 1, 5, 0, false));
    network.initialize(Seeded.random(3));
    Parameter recurrent =
        network.parameters().stream()
            .filter(each -> each.name().equals("irnn.0.weight_hh"))
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertEquals(i == j ? 1 : 0, recurrent.value().get(i, j));
      }
    }
  }

  @Test
  void refusesUnknownCellsAndOptions() {
    for (String words :
        List.of(
            "",
            "LSTM",
            "quantum",
            "lstm+",
            "lstm+x",
            "+peephole",
            "gru lstm",
            "lstm+slots-6",
            "ntm+slots",
            "ntm+slots-many",
            "ntm+radius-0.5",
            "esn+radius-",
            "esn+heads-2",
            "gru+layer-norm",
            "elman+peephole",
            "sru+peephole",
            "esn+layer-norm",
            "ntm+learned-state",
            "tcn+heads-2",
            "tcn+kernel-x",
            "attention+blocks-2",
            "attention+learned-state")) {
      assertRefused(
          "cell must be " + CellConfig.CHOICES + "; but was " + words,
          () -> CellConfig.parse(words));
    }
  }

  @Test
  void refusesMemoriesAndReservoirsThatCannotBe() {
    for (String[] wrong :
        new String[][] {
          {"ntm+slots-2", "slots of the memory must be 3 to 4096 but was 2"},
          {"ntm+heads-0", "read heads must be 1 to 16 but was 0"},
          {"esn+leak-1.5", "leak must be above 0 and at most 1.0 but was 1.5"},
          {"esn+radius-0", "spectral radius must be above 0 and at most 10.0 but was 0.0"},
          {"esn+connections-0", "connections of a unit must be 1 to 4096 but was 0"},
          {"tcn+kernel-1", "kernel of a convolution must be 2 to 32 but was 1"},
          {"attention+window-1", "window of the attention must be 2 to 4096 but was 1"}
        }) {
      assertRefused(wrong[1], () -> CellConfig.parse(wrong[0]));
    }
  }

  @Test
  void everyCellFollowsItsGradientAndComesBackFromAFile() throws IOException, BadFileException {
    try (Workers workers = new Workers(2)) {
      for (String words : ALL) {
        Network network = new Network(new NetworkConfig(9, 0, 0, 6, words, 2, 17, 0, false));
        network.initialize(Seeded.random(1));
        Sequence sequence = new Sequence(new int[] {1, 5, 3, 8, 2, 2, 7, 0, 4}, new int[0], 0);
        Batch batch = Batch.of(List.of(sequence, sequence), 9);
        Tape tape = new Tape(KernelChoice.best(), workers);
        double first = loss(network, batch, tape);
        double last = first;
        // What is normalized changes fast where gradients are not clipped.
        float rate = words.startsWith("attention") ? 0.003f : 0.03f;
        for (int update = 0; update < 40; update++) {
          network.backward(tape);
          for (Parameter parameter : network.parameters()) {
            float[] gradient = tape.gradient(parameter).data;
            for (int i = 0; i < parameter.size(); i++) {
              parameter.value().data[i] -= rate * gradient[i];
            }
          }
          last = loss(network, batch, tape);
        }
        assertTrue(last < 0.9 * first, words + ": " + first + " to " + last);
        requireSameFromAFile(network, batch, tape, words);
      }
    }
  }

  private static double loss(Network network, Batch batch, Tape tape) {
    network.repack(tape);
    tape.clearGradients();
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    return network.loss(batch, 1, tape);
  }

  private void requireSameFromAFile(Network network, Batch batch, Tape tape, String words)
      throws IOException, BadFileException {
    Path path = folder.resolve("model.safetensors");
    ModelHeader<NetworkConfig> header =
        new ModelHeader<>(
            "melody",
            3,
            network.config(),
            new ModelHeader.TrainingSummary("0", "corpus", "ALL", 1, 1, 1),
            List.of());
    ModelFile.write(path, header, network);
    Network read = ModelFile.read(path, Network.kind(List.of("melody"))).network();
    for (int p = 0; p < network.parameters().size(); p++) {
      assertEquals(network.parameters().get(p).name(), read.parameters().get(p).name());
      assertArrayEquals(
          network.parameters().get(p).value().data, read.parameters().get(p).value().data, words);
    }
    assertEquals(loss(network, batch, tape), loss(read, batch, tape), words);
  }
}
