package ductus.bench.dl4j;

import ductus.bench.contender.Contender;
import ductus.bench.contender.Setting;
import ductus.bench.contender.TokenDraw;
import ductus.bench.contender.Turns;
import ductus.bench.contender.Workload;
import java.io.IOException;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Deeplearning4j's side. It has no clipping by the norm over all weights; the norm of each layer's
 * comes nearest.
 */
public final class Dl4jContender implements Contender {
  private final Setting setting;
  private final MultiLayerNetwork network;
  private final SplittableRandom random = new SplittableRandom(1);

  private Dl4jContender(Workload workload) {
    setting = workload.setting();
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .dataType(DataType.FLOAT)
            .updater(new Adam(LEARNING_RATE))
            .gradientNormalization(GradientNormalization.ClipL2PerLayer)
            .gradientNormalizationThreshold(CLIP_NORM)
            .list()
            .layer(
                new EmbeddingSequenceLayer.Builder()
                    .nIn(setting.vocabulary())
                    .nOut(setting.embedding())
                    .build());
    for (int i = 0; i < setting.layers(); i++) {
      int inputs = i == 0 ? setting.embedding() : setting.hidden();
      layers.layer(recurrent(workload.cell(), inputs, setting.hidden()));
    }
    network =
        new MultiLayerNetwork(
            layers
                .layer(
                    new RnnOutputLayer.Builder(LossFunction.SPARSE_MCXENT)
                        .nIn(setting.hidden())
                        .nOut(setting.vocabulary())
                        .activation(Activation.SOFTMAX)
                        .dataFormat(RNNFormat.NCW)
                        .build())
                .build());
    network.init();
  }

  private static Layer recurrent(String cell, int inputs, int hidden) {
    return switch (cell) {
      case "lstm" ->
          new LSTM.Builder().nIn(inputs).nOut(hidden).activation(Activation.TANH).build();
      case "elman" ->
          new SimpleRnn.Builder().nIn(inputs).nOut(hidden).activation(Activation.TANH).build();
      default -> throw new IllegalArgumentException("Deeplearning4j has no cell " + cell);
    };
  }

  /** Takes turns. */
  public static void main(String[] arguments) throws IOException {
    Turns.take(arguments, Dl4jContender::new);
  }

  @Override
  public double train(int[][] windows) {
    try (INDArray inputs = tokens(windows, 0);
        INDArray targets = tokens(windows, 1)) {
      network.fit(inputs, targets);
    }
    return network.score() / setting.time();
  }

  /** Tokens [B×1×T], of the step itself or {@code ahead}. */
  private INDArray tokens(int[][] windows, int ahead) {
    float[] tokens = new float[setting.tokens()];
    for (int b = 0; b < setting.batch(); b++) {
      for (int t = 0; t < setting.time(); t++) {
        tokens[b * setting.time() + t] = windows[b][t + ahead];
      }
    }
    return Nd4j.create(tokens, new long[] {setting.batch(), 1, setting.time()}, 'c');
  }

  @Override
  public int generate(int token) {
    try (INDArray input = Nd4j.create(new float[] {token}, new long[] {1, 1, 1}, 'c')) {
      return TokenDraw.of(network.rnnTimeStep(input).data().asFloat(), random);
    }
  }
}
