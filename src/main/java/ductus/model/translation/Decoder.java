package ductus.model.translation;

import ductus.math.Strips;
import ductus.nn.Dropout;
import ductus.nn.Embedding;
import ductus.nn.Indices;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.attention.content.ContentAttention;
import ductus.nn.head.SoftmaxHead;
import ductus.nn.recurrent.DenseInputProjection;
import ductus.nn.recurrent.Recurrent;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The half of a network that writes: embedding → recurrent layers, the last with the attention →
 * softmax. Parameters: {@code target.weight}, {@code decoder.N}, {@code head}.
 */
final class Decoder {
  private final DecoderConfig config;
  private final Embedding embedding;
  private final Dropout inputDropout;
  private final @Nullable ContentAttention attention;
  private final List<Recurrent<FMatrixRMaj>> recurrent = new ArrayList<>();

  /** The recurrent layers, each with its dropout behind it. */
  private final List<Layer<FMatrixRMaj>> layers = new ArrayList<>();

  private final SoftmaxHead head;

  /**
   * A decoder with zero weights.
   *
   * @param firstPlace where its first dropout stands among those of the network
   */
  Decoder(DecoderConfig config, int firstPlace) {
    this.config = config;
    int hidden = config.hiddenSize();
    double dropout = config.dropout();
    embedding = new Embedding("target", config.targetRows(), config.embeddingSize());
    inputDropout = new Dropout(config.embeddingSize(), dropout / 2, firstPlace);
    int top = config.layers() - 1;
    attention = config.attention().attention("decoder." + top, hidden, config.contextSize());
    for (int i = 0; i <= top; i++) {
      String name = "decoder." + i;
      int size = i == 0 ? config.embeddingSize() : hidden;
      ContentAttention reading = i == top ? attention : null;
      Recurrent<FMatrixRMaj> layer =
          config
              .cells()
              .layer(
                  name, gates -> new DenseInputProjection(name, size, gates), reading, hidden, i);
      recurrent.add(layer);
      layers.add(layer);
      layers.add(new Dropout(layer.outputSize(), dropout, firstPlace + 1 + i));
    }
    head = new SoftmaxHead(config.headSize(), config.target().size());
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(embedding.parameters());
    layers.forEach(layer -> all.addAll(layer.parameters()));
    all.addAll(head.parameters());
    return all;
  }

  void initialize(RandomGenerator random) {
    embedding.initialize(random);
    layers.forEach(layer -> layer.initialize(random));
    head.initialize(random);
  }

  void repack(Tape tape) {
    layers.forEach(layer -> layer.repack(tape));
    head.repack(tape);
  }

  /** The attention that looks at the source; null where there is none. */
  @Nullable ContentAttention attention() {
    return attention;
  }

  /** A state of zeros. */
  State zeroState(int batch) {
    return State.zero(recurrent, batch);
  }

  /** Fills the hidden and cell states of a decoder that begins from what an encoder made. */
  void fill(FMatrixRMaj made, State state) {
    int width = config.stateSize() / recurrent.size();
    for (int i = 0; i < recurrent.size(); i++) {
      FMatrixRMaj layer = state.layer(i);
      for (int b = 0; b < layer.numRows; b++) {
        System.arraycopy(
            made.data, b * made.numCols + i * width, layer.data, b * layer.numCols, width);
      }
    }
  }

  /**
   * Gathers the gradients of a decoder's first states, the way back of {@link #fill} [B×S] in whole
   * strips.
   */
  void gather(State dState, FMatrixRMaj dMade) {
    int width = config.stateSize() / recurrent.size();
    int batch = dState.layer(0).numRows;
    dMade.reshape(batch, Strips.padded(config.stateSize()));
    dMade.zero();
    for (int i = 0; i < recurrent.size(); i++) {
      FMatrixRMaj layer = dState.layer(i);
      for (int b = 0; b < batch; b++) {
        System.arraycopy(
            layer.data, b * layer.numCols, dMade.data, b * dMade.numCols + i * width, width);
      }
    }
  }

  private FMatrixRMaj hidden(Indices read, Tape tape) {
    FMatrixRMaj hidden = inputDropout.forward(embedding.forward(read, tape), tape);
    for (Layer<FMatrixRMaj> layer : layers) {
      hidden = layer.forward(hidden, tape);
    }
    return hidden;
  }

  /** See {@link AttentiveNetwork#loss}. */
  double loss(Indices read, int[] targets, float scale, Tape tape) {
    return head.loss(hidden(read, tape), targets, scale, tape);
  }

  /** The logits of the next characters [T×B×V] in whole strips, on the tape. */
  FMatrixRMaj logits(Indices read, Tape tape) {
    return head.outputs(hidden(read, tape), tape);
  }

  /** Goes back from the last loss; leaves the gradient of the first state on the tape. */
  void backward(Tape tape) {
    tape.carryGradient(zeroState(tape.batch()));
    FMatrixRMaj gradient = head.backward(tape);
    for (int i = layers.size() - 1; i >= 0; i--) {
      gradient = layers.get(i).backward(gradient, tape);
    }
    embedding.backward(inputDropout.backward(gradient, tape), tape);
  }
}
