package ductus.model.pen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class PenNetworkTest {
  private static final List<PenNetworkConfig> SHAPES =
      List.of(
          PenLines.windowed(1),
          PenLines.windowed(2),
          PenLines.windowed(3),
          PenLines.windowed(2, "gru"),
          PenLines.windowed(1, "elman+learned-state"),
          PenLines.windowed(2, "lstm+peephole"),
          PenLines.free(1),
          PenLines.free(3));

  /** Of the step that the loss is measured at, against the gradient of all. */
  private static final double TOLERANCE = 0.02;

  private static PenNetwork network(PenNetworkConfig config) {
    PenNetwork network = new PenNetwork(config);
    RandomGenerator random = Seeded.random(5);
    network.initialize(random);
    for (Parameter parameter : network.parameters()) {
      for (int i = 0; i < parameter.size(); i++) {
        parameter.value().data[i] += 0.2f * (random.nextFloat() - 0.5f);
      }
    }
    return network;
  }

  private static double loss(PenNetwork network, PenBatch batch, float alignment, Tape tape) {
    network.repack(tape);
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    return network.loss(batch, 1, alignment, tape);
  }

  /**
   * Along random directions in the space of each matrix the float loss changes as its gradient
   * says; the layers' own tests check every entry in double.
   */
  @Test
  void theGradientIsThatOfTheLoss() {
    for (PenNetworkConfig config : SHAPES) {
      PenNetwork network = network(config);
      RandomGenerator random = Seeded.random(9);
      PenBatch batch = new PenBatch(PenLines.lines(3, config, random), config);
      try (Workers workers = new Workers(1)) {
        Tape tape = new Tape(KernelChoice.best(), workers);
        loss(network, batch, 0, tape);
        tape.clearGradients();
        network.backward(tape);
        for (Parameter parameter : network.parameters()) {
          float[] gradient = tape.gradient(parameter).data.clone();
          double length = 0;
          for (float g : gradient) {
            length += (double) g * g;
          }
          length = Math.sqrt(length);
          assertTrue(length > 0, parameter.name() + " must have a gradient");
          // Along the gradient itself the change is its length.
          double step = 2e-3;
          double up = shifted(network, batch, parameter, gradient, step / length, tape);
          double down = shifted(network, batch, parameter, gradient, -step / length, tape);
          double measured = (up - down) / (2 * step);
          assertEquals(1, measured / length, TOLERANCE, config.layers() + " " + parameter.name());
        }
      }
    }
  }

  private static double shifted(
      PenNetwork network,
      PenBatch batch,
      Parameter parameter,
      float[] direction,
      double step,
      Tape tape) {
    float[] before = parameter.value().data.clone();
    for (int i = 0; i < before.length; i++) {
      parameter.value().data[i] += (float) (step * direction[i]);
    }
    double loss = loss(network, batch, 0, tape);
    System.arraycopy(before, 0, parameter.value().data, 0, before.length);
    return loss;
  }

  @Test
  void aBatchIsItsLinesOneByOne() {
    for (PenNetworkConfig config : SHAPES) {
      PenNetwork network = network(config);
      List<PenSequence> lines = PenLines.lines(5, config, Seeded.random(3));
      try (Workers workers = new Workers(2)) {
        Tape tape = new Tape(KernelChoice.best(), workers);
        double together = loss(network, new PenBatch(lines, config), 0.3f, tape);
        tape.clearGradients();
        network.backward(tape);
        List<float[]> expected = gradients(network, tape);
        tape.clearGradients();
        double sum = 0;
        for (PenSequence line : lines) {
          sum += loss(network, new PenBatch(List.of(line), config), 0.3f, tape);
          network.backward(tape);
        }
        assertEquals(sum, together, 1e-4 * Math.abs(sum));
        List<float[]> actual = gradients(network, tape);
        for (int p = 0; p < expected.size(); p++) {
          String name = network.parameters().get(p).name();
          assertArrayEquals(
              expected.get(p), actual.get(p), 2e-3f * greatest(expected.get(p)), name);
        }
      }
    }
  }

  private static List<float[]> gradients(PenNetwork network, Tape tape) {
    return network.parameters().stream()
        .map(parameter -> tape.gradient(parameter).data.clone())
        .toList();
  }

  private static float greatest(float[] values) {
    float greatest = 0;
    for (float value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest;
  }

  @Test
  void threadsDoNotChangeABit() {
    PenNetworkConfig config = PenLines.windowed(2);
    List<List<float[]>> runs = new ArrayList<>();
    for (int threads : new int[] {1, 2, 3}) {
      PenNetwork network = network(config);
      PenBatch batch = new PenBatch(PenLines.lines(7, config, Seeded.random(4)), config);
      try (Workers workers = new Workers(threads)) {
        Tape tape = new Tape(KernelChoice.best(), workers);
        loss(network, batch, 0.3f, tape);
        network.backward(tape);
        runs.add(gradients(network, tape));
      }
    }
    for (int p = 0; p < runs.get(0).size(); p++) {
      assertArrayEquals(runs.get(0).get(p), runs.get(1).get(p));
      assertArrayEquals(runs.get(0).get(p), runs.get(2).get(p));
    }
  }

  @Test
  void stepsPredictWhatThePassPredicts() {
    for (PenNetworkConfig config : SHAPES) {
      PenNetwork network = network(config);
      PenBatch batch = new PenBatch(PenLines.lines(3, config, Seeded.random(6)), config);
      try (Workers workers = new Workers(1)) {
        Tape tape = new Tape(KernelChoice.best(), workers);
        loss(network, batch, 0, tape);
        Tape stepping = new Tape(KernelChoice.best(), workers);
        network.open(batch.texts(), hands(batch, config), stepping);
        State state = network.initialState(3);
        FMatrixRMaj points = new FMatrixRMaj(3, PenFeatures.SIZE);
        FMatrixRMaj all = outputs(network, batch, tape);
        for (int t = 0; t < batch.time(); t++) {
          System.arraycopy(
              batch.points().data, t * points.data.length, points.data, 0, points.data.length);
          stepping.begin(1, 3, state);
          FMatrixRMaj step = network.step(points, stepping);
          for (int i = 0; i < 3 * step.numCols; i++) {
            assertEquals(all.data[t * 3 * step.numCols + i], step.data[i], 1e-4);
          }
        }
        for (int layer = 0; layer < state.layers(); layer++) {
          assertArrayEquals(
              tape.state().layer(layer).data, state.layer(layer).data, "state after the last step");
        }
      }
    }
  }

  /** The outputs of a whole pass; a loss would replace them by their gradient. */
  private static FMatrixRMaj outputs(PenNetwork network, PenBatch batch, Tape tape) {
    network.open(batch.texts(), hands(batch, network.config()), tape);
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    return network.step(batch.points(), tape);
  }

  /** Each line wholly in its hand. */
  private static FMatrixRMaj hands(PenBatch batch, PenNetworkConfig config) {
    FMatrixRMaj hands = new FMatrixRMaj(batch.size(), config.styles().size());
    for (int b = 0; b < batch.size(); b++) {
      hands.set(b, batch.styles().rows()[b], 1);
    }
    return hands;
  }

  @Test
  void countsItsWeights() {
    for (PenNetworkConfig config : SHAPES) {
      assertEquals(config.weights(), new PenNetwork(config).size());
    }
  }

  @Test
  void aLineOfATextNeedsCharactersOfTheAlphabet() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PenLines.ALPHABET.numbers("abz".codePoints().toArray()));
    assertArrayEquals(new int[] {2, 3, 0}, PenLines.ALPHABET.numbers("ab".codePoints().toArray()));
  }
}
