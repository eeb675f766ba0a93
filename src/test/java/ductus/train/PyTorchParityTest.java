package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.train.optimizer.WeightUpdate;
import ductus.train.plan.Clipping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The engine beside numbers that {@code src/test/python/lstm_golden.py} made with PyTorch. */
class PyTorchParityTest {
  private static final double PARITY = 1e-5;
  private static final double RATE = 0.001;
  private static final double[] CLIPS = {0.2, 0.05, 10};

  private final Golden golden = Golden.read();
  private final Network network =
      new Network(new NetworkConfig(9, 5, 2, 6, NetworkConfig.LSTM, 2, 8, 0, false));

  PyTorchParityTest() throws IOException {}

  @Test
  void lossLogitsGradientsAndUpdatedWeightsAreThoseOfPyTorch() {
    for (Parameter parameter : network.parameters()) {
      parameter.value().setTo(golden.matrix("weights:" + parameter.name()));
    }
    Batch batch = Batch.of(golden.sequences, network.config().vocabularySize());
    try (Workers workers = new Workers(2)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      // Clips at 1, and is told the norm in units of each step's own clip.
      WeightUpdate descent =
          new WeightUpdate(
              network.parameters(), TinyTokenRun.plan(1, 0).withClipping(Clipping.byNorm(1)), tape);
      network.repack(tape);
      tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
      requireParity(
          "logits", Padded.plain(network.outputs(batch, tape), network.config().vocabularySize()));
      for (int step = 0; step < CLIPS.length; step++) {
        tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
        tape.clearGradients();
        double nats = network.loss(batch, 1f / batch.targetCount(), tape);
        assertEquals(golden.number("loss:" + step), nats / batch.targetCount(), PARITY);
        network.backward(tape);
        double norm = descent.norm();
        assertEquals(golden.number("norm:" + step), norm, PARITY);
        if (step == 0) {
          requireAll("gradient:", tape);
        }
        descent.step(step, RATE, norm / CLIPS[step]);
        network.repack(tape);
        if (step != 1) {
          requireAll("updated:%d:".formatted(step), tape);
        }
      }
    }
  }

  private void requireAll(String what, Tape tape) {
    for (Parameter parameter : network.parameters()) {
      requireParity(
          what + parameter.name(),
          what.startsWith("gradient") ? tape.gradient(parameter) : parameter.value());
    }
  }

  private void requireParity(String name, FMatrixRMaj actual) {
    FMatrixRMaj expected = golden.matrix(name);
    assertEquals(expected.numRows, actual.numRows, name);
    assertEquals(expected.numCols, actual.numCols, name);
    for (int i = 0; i < expected.getNumElements(); i++) {
      assertEquals(expected.data[i], actual.data[i], PARITY, name + " at " + i);
    }
  }

  /** What stands in the file. */
  private static final class Golden {
    final List<Sequence> sequences = new ArrayList<>();
    private final Map<String, FMatrixRMaj> matrices = new HashMap<>();

    static Golden read() throws IOException {
      Golden golden = new Golden();
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  Objects.requireNonNull(
                      PyTorchParityTest.class.getResourceAsStream(
                          "/ductus/nn/recurrent/lstm_golden.txt")),
                  StandardCharsets.UTF_8))) {
        int[] tokens = {};
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          StringTokenizer words = new StringTokenizer(line);
          switch (words.nextToken()) {
            case "tokens" -> tokens = integers(line);
            case "features" -> golden.sequences.add(new Sequence(tokens, integers(line), 2));
            case "matrix" ->
                golden.matrices.put(
                    words.nextToken(),
                    matrix(
                        Integer.parseInt(words.nextToken()),
                        Integer.parseInt(words.nextToken()),
                        reader));
            default -> {
              // A comment.
            }
          }
        }
      }
      return golden;
    }

    private static int[] integers(String line) {
      return Stream.of(line.split(" ", -1)).skip(1).mapToInt(Integer::parseInt).toArray();
    }

    private static FMatrixRMaj matrix(int rows, int columns, BufferedReader reader)
        throws IOException {
      FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
      for (int r = 0; r < rows; r++) {
        StringTokenizer values = new StringTokenizer(Objects.requireNonNull(reader.readLine()));
        for (int c = 0; c < columns; c++) {
          matrix.set(r, c, (float) Double.parseDouble(values.nextToken()));
        }
      }
      return matrix;
    }

    FMatrixRMaj matrix(String name) {
      return Objects.requireNonNull(matrices.get(name), name);
    }

    double number(String name) {
      return matrix(name).get(0, 0);
    }
  }
}
