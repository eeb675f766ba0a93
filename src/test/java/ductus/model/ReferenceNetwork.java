package ductus.model;

import ductus.math.Workers;
import ductus.math.plain.EjmlKernels;
import ductus.model.cell.CellConfig;
import ductus.nn.Closeness;
import ductus.nn.Dropout;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.ReferenceEmbedding;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.ReferenceSoftmax;
import ductus.nn.recurrent.ReferenceLstm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The whole network and its loss in double precision: embedding, LSTM, dropout … softmax, the
 * embedded input beside the last hidden states if the network has the skip. Starts from the zero
 * state.
 */
final class ReferenceNetwork {
  private final NetworkConfig config;
  private final ReferenceEmbedding embedding;
  private final List<ReferenceLstm> stack = new ArrayList<>();
  private final ReferenceSoftmax head;

  /** Masks of the last forward pass, one behind each LSTM. */
  private final List<double[]> masks = new ArrayList<>();

  private @Nullable Noise noise;

  /** A reference with a network's weights. */
  ReferenceNetwork(Network network) {
    config = network.config();
    embedding =
        new ReferenceEmbedding(
            config.vocabularySize() + config.featureTableSize(), config.embeddingSize());
    int size = config.embeddingSize();
    for (int i = 0; i < config.layers(); i++) {
      stack.add(new ReferenceLstm(size, config.hiddenSize()));
      size = config.hiddenSize();
    }
    size += config.skip() ? config.embeddingSize() : 0;
    head = new ReferenceSoftmax(size, config.vocabularySize());
    List<Parameter> parameters = network.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      double[] values = values().get(i);
      for (int j = 0; j < values.length; j++) {
        values[j] = parameters.get(i).value().data[j];
      }
    }
  }

  /** Turns dropout on. */
  void train(long seed, long update) {
    noise = new Noise(seed, update);
  }

  /** The weights, live, in the order of {@link Network#parameters}. */
  List<double[]> values() {
    List<double[]> values = new ArrayList<>(List.of(embedding.table));
    for (ReferenceLstm lstm : stack) {
      values.addAll(List.of(lstm.inputWeights, lstm.recurrentWeights, lstm.bias));
    }
    values.addAll(List.of(head.projection().weights, head.projection().bias));
    return values;
  }

  /** Their gradients, in the same order. */
  List<double[]> gradients() {
    List<double[]> gradients = new ArrayList<>(List.of(embedding.dTable));
    for (ReferenceLstm lstm : stack) {
      gradients.addAll(List.of(lstm.dInputWeights, lstm.dRecurrentWeights, lstm.dBias));
    }
    gradients.addAll(List.of(head.projection().dWeights, head.projection().dBias));
    return gradients;
  }

  /** Sum of −log probability of the unmasked targets, times a scale. */
  double loss(Batch batch, double scale) {
    masks.clear();
    double[] embedded = embedding.forward(batch.inputs().rows(), batch.perStep());
    double[] hidden = embedded;
    for (ReferenceLstm lstm : stack) {
      double[] zero = new double[batch.size() * config.hiddenSize()];
      hidden = drop(lstm.forward(hidden, batch.time(), batch.size(), zero, zero));
    }
    double[] read = config.skip() ? joined(hidden, embedded) : hidden;
    return scale * head.loss(read, batch.targets(), scale);
  }

  /** Hidden states and embedded inputs side by side. */
  private double[] joined(double[] hidden, double[] embedded) {
    int left = config.hiddenSize();
    int right = config.embeddingSize();
    double[] both = new double[hidden.length + embedded.length];
    for (int row = 0; row < hidden.length / left; row++) {
      System.arraycopy(hidden, row * left, both, row * (left + right), left);
      System.arraycopy(embedded, row * right, both, row * (left + right) + left, right);
    }
    return both;
  }

  private double[] drop(double[] values) {
    double[] mask = new double[values.length];
    Arrays.fill(mask, 1);
    if (noise != null) {
      // LSTM and dropout take turns in the network's numbering of layers; an embedding that is not
      // looked up comes before them.
      int first = InputLayer.looksUp(config.tableRows(), CellConfig.parse(config.cell())) ? 1 : 2;
      int size = config.hiddenSize();
      mask = noise.mask(values.length / size, size, config.dropout(), 2 * masks.size() + first);
    }
    masks.add(mask);
    return times(values, mask);
  }

  /** Where dropout takes its masks from; what they are like is tested with {@link Dropout}. */
  private record Noise(long seed, long update) {
    double[] mask(int rows, int size, double rate, int place) {
      try (Workers workers = new Workers(1)) {
        Tape tape = new Tape(new EjmlKernels(), workers);
        tape.begin(rows, 1, State.zero(List.of(), 1));
        tape.train(seed, update);
        FMatrixRMaj ones = new FMatrixRMaj(rows, size);
        Arrays.fill(ones.data, 1);
        FMatrixRMaj mask = new Dropout(size, rate, place).forward(Padded.of(ones), tape);
        return Closeness.widen(Padded.plain(mask, size).data, rows * size);
      }
    }
  }

  private static double[] times(double[] values, double[] mask) {
    double[] product = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      product[i] = values[i] * mask[i];
    }
    return product;
  }

  /** Goes back from the last loss and adds to the gradients. */
  void backward(Batch batch) {
    double[] both = head.backward();
    double[] gradient = config.skip() ? columns(both, 0, config.hiddenSize()) : both;
    for (int i = stack.size() - 1; i >= 0; i--) {
      gradient = stack.get(i).backward(times(gradient, masks.get(i)));
    }
    if (config.skip()) {
      double[] direct = columns(both, config.hiddenSize(), config.embeddingSize());
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += direct[i];
      }
    }
    embedding.backward(gradient, batch.inputs().rows(), batch.perStep());
  }

  private double[] columns(double[] both, int from, int count) {
    int width = config.hiddenSize() + config.embeddingSize();
    double[] some = new double[both.length / width * count];
    for (int i = 0; i < some.length; i++) {
      some[i] = both[i / count * width + from + i % count];
    }
    return some;
  }
}
