package ductus.model.caption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.pen.Alphabet;
import ductus.model.translation.AttentionChoice;
import ductus.model.translation.TargetBatch;
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

class CaptionNetworkTest {
  private static final Alphabet TARGET = new Alphabet("xyz");

  /** A step along the gradient that changes the loss by about so much, of some nats. */
  private static final double CHANGE = 0.01;

  /** A change of a weight that is still small. */
  private static final double FARTHEST = 0.2;

  /** Differences that sums of floats have by themselves. */
  private static final double NOISE = 1e-4;

  @Test
  void alongItsGradientEachParameterChangesTheLossAsMuchAsItSays() {
    for (AttentionChoice attention : AttentionChoice.values()) {
      for (int layers = 1; layers <= 3; layers++) {
        CaptionNetwork network = network(attention, layers);
        List<CaptionedPicture> pictures = pictures(Seeded.random(5), 3, 1, 5);
        try (Workers workers = new Workers(2)) {
          Tape tape = Tapes.packed(network::repack, workers);
          pass(network, pictures, tape);
          for (Parameter parameter : network.parameters()) {
            float[] gradient = tape.gradient(parameter).data.clone();
            double squares = 0;
            double most = 0;
            for (float each : gradient) {
              squares += each * each;
              most = Math.max(most, Math.abs(each));
            }
            double step = Math.min(CHANGE / squares, FARTHEST / most);
            double change = 2 * step * squares;
            assertTrue(change > 0.1 * CHANGE, () -> parameter.name() + " changes by " + change);
            double more = moved(network, parameter, gradient, step, pictures, workers);
            double less = moved(network, parameter, gradient, -step, pictures, workers);
            assertEquals(change, more - less, 0.05 * change + NOISE, parameter.name());
          }
        }
      }
    }
  }

  private static double moved(
      CaptionNetwork network,
      Parameter parameter,
      float[] gradient,
      double step,
      List<CaptionedPicture> pictures,
      Workers workers) {
    float[] values = parameter.value().data;
    float[] before = values.clone();
    for (int i = 0; i < parameter.size(); i++) {
      values[i] += (float) (step * gradient[i]);
    }
    Tape tape = Tapes.packed(network::repack, workers);
    TargetBatch<PictureBatch> batch = network.batch(pictures);
    network.begin(batch, tape);
    double nats = network.loss(batch, 1, tape);
    System.arraycopy(before, 0, values, 0, before.length);
    return nats;
  }

  @Test
  void aPictureIsSeenAsIfItWereAlone() {
    CaptionNetwork network = network(AttentionChoice.MULTIPLICATIVE, 2);
    List<CaptionedPicture> pictures = pictures(Seeded.random(6), 2, 4, 1);
    try (Workers workers = new Workers(1)) {
      Tape tape = Tapes.packed(network::repack, workers);
      double together = pass(network, pictures, tape);
      double alone = 0;
      for (CaptionedPicture each : pictures) {
        alone += pass(network, List.of(each), tape);
      }
      assertEquals(alone, together, 1e-5 * alone);
    }
  }

  @Test
  void noiseChangesALessonAndNothingElse() {
    CaptionNetwork network = network(AttentionChoice.ADDITIVE, 2);
    List<CaptionedPicture> pictures = pictures(Seeded.random(7), 3, 2);
    try (Workers workers = new Workers(1)) {
      Tape tape = Tapes.packed(network::repack, workers);
      double without = pass(network, pictures, tape);
      TargetBatch<PictureBatch> batch = network.batch(pictures);
      network.begin(batch, tape);
      network.train(3, 1, false, tape);
      double noisy = network.loss(batch, 1, tape);
      assertTrue(Math.abs(noisy - without) > 1e-6);
      assertEquals(without, pass(network, pictures, tape));
    }
  }

  @Test
  void placesThatAreJoinedAreThoseOfTheirSquares() {
    PlaceOrder order = PlaceOrder.joined(new PictureGrid(2, 3));
    assertEquals(3, order.steps());
    assertEquals(2, order.across());
    assertEquals(24, order.placesBelow());
    float[] below = new float[24];
    for (int i = 0; i < below.length; i++) {
      below[i] = i;
    }
    FMatrixRMaj from = new FMatrixRMaj(24, 1, true, below);
    FMatrixRMaj to = new FMatrixRMaj(6, 4);
    order.gather(from, 4, to, 1);
    // The first column of places: squares 0, 1, 6, 7 of four rows of six, then those two rows
    // below.
    assertArrayEquals(new float[] {0, 1, 6, 7, 12, 13, 18, 19}, Arrays.copyOf(to.data, 8));
    order.scatter(to, 4, from, 1);
    assertArrayEquals(below, from.data);
  }

  @Test
  void aFileHoldsTheWholeNetwork(@TempDir Path folder) throws Exception {
    CaptionNetwork network = network(AttentionChoice.MULTIPLICATIVE, 2);
    assertEquals(network.size(), network.config().weights());
    Path file = folder.resolve("model.safetensors");
    ModelFile.write(
        file,
        new ModelHeader<>(
            CaptionNetwork.ENCODING,
            1,
            network.config(),
            new ModelHeader.TrainingSummary("test", "sketches", null, 1, 1, 0.5),
            List.of()),
        network);
    CaptionNetwork read = ModelFile.read(file, CaptionNetwork.KIND).network();
    List<CaptionedPicture> pictures = pictures(Seeded.random(7), 4, 2);
    try (Workers workers = new Workers(1)) {
      assertEquals(
          pass(network, pictures, Tapes.packed(network::repack, workers)),
          pass(read, pictures, Tapes.packed(read::repack, workers)));
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new SketchPicture(new float[7]));
    SketchPicture white = new SketchPicture(new float[SketchPicture.WIDTH * SketchPicture.HEIGHT]);
    assertThrows(IllegalArgumentException.class, () -> new CaptionedPicture(white, new int[0]));
    for (String cell : new String[] {"gru", CoreConfig.FEED_FORWARD, "gru+bidirectional+mean"}) {
      CoreConfig core = new CoreConfig(cell, 2, 4);
      assertThrows(IllegalArgumentException.class, () -> CaptionConfig.requireLooking(core), cell);
    }
  }

  private static CaptionNetwork network(AttentionChoice attention, int layers) {
    CaptionNetwork network =
        new CaptionNetwork(
            new CaptionConfig(
                TARGET,
                9,
                attention,
                3,
                new CoreConfig("gru+bidirectional", layers, 5, 0.3, false)));
    network.initialize(Seeded.random(layers));
    for (Parameter parameter : network.parameters()) {
      // Far from even, so that where the decoder looks matters.
      for (int i = 0; i < parameter.size(); i++) {
        parameter.value().data[i] *= 3;
      }
    }
    return network;
  }

  private static double pass(CaptionNetwork network, List<CaptionedPicture> pictures, Tape tape) {
    TargetBatch<PictureBatch> batch = network.batch(pictures);
    network.begin(batch, tape);
    double nats = network.loss(batch, 1, tape);
    network.backward(tape);
    return nats;
  }

  /** Random pictures, with random captions of some lengths. */
  private static List<CaptionedPicture> pictures(RandomGenerator random, int... lengths) {
    List<CaptionedPicture> pictures = new ArrayList<>();
    for (int length : lengths) {
      float[] ink = new float[SketchPicture.WIDTH * SketchPicture.HEIGHT];
      for (int i = 0; i < ink.length; i++) {
        ink[i] = random.nextInt(4) == 0 ? random.nextFloat() : 0;
      }
      int[] target = new int[length];
      for (int i = 0; i + 1 < length; i++) {
        target[i] = random.nextInt(1, TARGET.size());
      }
      pictures.add(new CaptionedPicture(new SketchPicture(ink), target));
    }
    return pictures;
  }
}
