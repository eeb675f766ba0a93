package ductus.model.signal;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.nn.Tapes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignalNetworkTest {
  private static final int INPUTS = 3;
  private static final int OUTPUTS = 2;

  /** The loss is a sum of floats, so its differences are rough; a wrong sign or term is not. */
  private static final double STEP = 1e-2;

  private static final double TOLERANCE = 2e-2;

  @ParameterizedTest
  @EnumSource
  void theGradientIsTheSlopeOfTheLoss(Target target) {
    for (String cell :
        List.of("gru", "lstm+bidirectional", "gru+bidirectional+mean", "feed-forward")) {
      SignalNetwork network = network(cell, target, 6);
      SignalBatch batch = new SignalBatch(sequences(target, Seeded.random(5), 4, 2, 6));
      try (Workers workers = new Workers(2)) {
        Tape tape = Tapes.packed(network::repack, workers);
        loss(network, batch, tape);
        network.backward(tape);
        for (Parameter parameter : network.parameters()) {
          float[] values = parameter.value().data;
          float[] gradient = tape.gradient(parameter).data;
          // Along the gradient itself the loss rises by its square.
          double square = 0;
          for (float part : gradient) {
            square += part * part;
          }
          double norm = Math.sqrt(square);
          float[] before = values.clone();
          move(values, before, gradient, STEP / norm);
          double above = loss(network, batch, Tapes.packed(network::repack, workers));
          move(values, before, gradient, -STEP / norm);
          double below = loss(network, batch, Tapes.packed(network::repack, workers));
          System.arraycopy(before, 0, values, 0, values.length);
          double slope = (above - below) / (2 * STEP);
          assertEquals(norm, slope, TOLERANCE * norm + 1e-3, cell + ", " + parameter.name());
        }
      }
    }
  }

  private static void move(float[] values, float[] from, float[] along, double by) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (from[i] + by * along[i]);
    }
  }

  private static double loss(SignalNetwork network, SignalBatch batch, Tape tape) {
    network.begin(batch, network.initialState(batch.size()), tape);
    return network.loss(batch, 1, tape);
  }

  @ParameterizedTest
  @CsvSource({"lstm", "gru+bidirectional", "feed-forward"})
  void aBatchIsItsSequencesOnAnyNumberOfThreads(String cell) {
    SignalNetwork network = network(cell, Target.VALUES, 20);
    List<SignalSequence> sequences = sequences(Target.VALUES, Seeded.random(6), 6, 3, 9);
    int columns = 2 * OUTPUTS;
    try (Workers one = new Workers(1);
        Workers three = new Workers(3)) {
      float[] together = outputs(network, sequences, columns, one);
      assertArrayEquals(together, outputs(network, sequences, columns, three));
      for (int b = 0; b < sequences.size(); b++) {
        float[] alone = outputs(network, List.of(sequences.get(b)), columns, one);
        for (int t = 0; t < sequences.get(b).length(); t++) {
          int row = t * sequences.size() + b;
          assertArrayEquals(
              Arrays.copyOfRange(alone, t * columns, (t + 1) * columns),
              Arrays.copyOfRange(together, row * columns, (row + 1) * columns),
              "sequence " + b + ", step " + t);
        }
      }
    }
  }

  @Test
  void aFileHoldsTheWholeNetwork(@TempDir Path folder) throws Exception {
    SignalNetwork network = network("lstm+bidirectional", Target.SWITCHES, 6);
    assertEquals(network.size(), network.config().weights());
    Path file = folder.resolve("signal.safetensors");
    ModelHeader<SignalConfig> header =
        new ModelHeader<>(
            "balls",
            1,
            network.config(),
            new ModelHeader.TrainingSummary("test", "balls", null, 1, 1, 0.5),
            List.of());
    ModelFile.write(file, header, network);
    SignalNetwork read = ModelFile.read(file, SignalNetwork.kind("balls")).network();
    assertEquals(network.config(), read.config());
    List<SignalSequence> sequences = sequences(Target.SWITCHES, Seeded.random(7), 4, 2);
    try (Workers workers = new Workers(1)) {
      assertArrayEquals(
          outputs(network, sequences, OUTPUTS, workers),
          outputs(read, sequences, OUTPUTS, workers));
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    float[] two = new float[2];
    assertThrows(IllegalArgumentException.class, () -> new SignalSequence(3, two, two));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SignalSequence(2, new float[] {1, Float.NaN}, two));
    List<SignalSequence> unlike =
        List.of(new SignalSequence(2, two, two), new SignalSequence(1, two, two));
    assertThrows(IllegalArgumentException.class, () -> new SignalBatch(unlike));
    CoreConfig core = new CoreConfig("gru", 1, 4);
    assertThrows(IllegalArgumentException.class, () -> new SignalConfig(0, core, Target.VALUES, 1));
    SignalNetwork network = network("gru", Target.CLASSES, 4);
    SignalBatch batch =
        new SignalBatch(List.of(new SignalSequence(1, new float[INPUTS], new float[] {OUTPUTS})));
    try (Workers workers = new Workers(1)) {
      Tape tape = Tapes.packed(network::repack, workers);
      assertRefused("class must be below 2 but was 2", () -> loss(network, batch, tape));
    }
  }

  private static SignalNetwork network(String cell, Target target, int hiddenSize) {
    SignalNetwork network =
        new SignalNetwork(
            new SignalConfig(
                INPUTS, new CoreConfig(cell, 2, hiddenSize, 0, true), target, OUTPUTS));
    network.initialize(Seeded.random(3));
    return network;
  }

  /** Numbers at random, some targets absent. */
  private static List<SignalSequence> sequences(
      Target target, RandomGenerator random, int... lengths) {
    List<SignalSequence> sequences = new ArrayList<>();
    for (int length : lengths) {
      float[] inputs = Seeded.floats(length * INPUTS, 1, random);
      float[] targets = new float[length * target.perStep(OUTPUTS)];
      for (int i = 0; i < targets.length; i++) {
        float number = target == Target.CLASSES ? random.nextInt(OUTPUTS) : random.nextFloat();
        targets[i] = i > 0 && random.nextInt(3) == 0 ? Float.NaN : number;
      }
      sequences.add(new SignalSequence(length, inputs, targets));
    }
    return sequences;
  }

  private static float[] outputs(
      SignalNetwork network, List<SignalSequence> sequences, int columns, Workers workers) {
    Tape tape = Tapes.packed(network::repack, workers);
    SignalBatch batch = new SignalBatch(sequences);
    network.begin(batch, network.initialState(batch.size()), tape);
    FMatrixRMaj outputs = network.outputs(batch, tape);
    float[] plain = new float[outputs.numRows * columns];
    for (int row = 0; row < outputs.numRows; row++) {
      System.arraycopy(outputs.data, row * outputs.numCols, plain, row * columns, columns);
    }
    return plain;
  }
}
