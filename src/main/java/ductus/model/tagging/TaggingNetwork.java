package ductus.model.tagging;

import ductus.model.ModelKind;
import ductus.model.Trainable;
import ductus.nn.Dropout;
import ductus.nn.Embedding;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.SoftmaxHead;
import ductus.nn.recurrent.Bidirectional;
import ductus.nn.recurrent.DenseFeed;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.Recurrent;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that tags every step of a sequence: embedding → bidirectional LSTM layers with dropout
 * behind each → softmax. Holds weights only; runs happen on a {@link Tape}.
 */
public final class TaggingNetwork implements Trainable {
  /** Encoding of networks that tag the beats of tunes with chords. */
  public static final String CHORDS = "chords";

  /** Encoding of networks that tell a voice's notes from those around them. */
  public static final String VOICES = "voices";

  /** Files of such networks. */
  public static final ModelKind<TaggingConfig, TaggingNetwork> KIND =
      new ModelKind<>(
          List.of(CHORDS, VOICES),
          TaggingConfig.class,
          TaggingConfig::weights,
          TaggingNetwork::new);

  private final TaggingConfig config;
  private final Embedding embedding;
  private final List<Layer<FMatrixRMaj>> stack = new ArrayList<>();
  private final SoftmaxHead head;
  private final List<Parameter> parameters;

  /** A network with zero weights. */
  public TaggingNetwork(TaggingConfig config) {
    this.config = config;
    embedding = new Embedding(config.tableRows(), config.embeddingSize());
    stack.add(new Dropout(config.embeddingSize(), config.dropout() / 2, 0));
    for (int i = 0; i < config.layers(); i++) {
      int inputSize = config.inputSize(i);
      stack.add(
          new Bidirectional(
              inputSize,
              direction("forwards." + i, inputSize, 0),
              direction("backwards." + i, inputSize, 1)));
      stack.add(new Dropout(2 * config.hiddenSize(), config.dropout(), i + 1));
    }
    head = new SoftmaxHead(2 * config.hiddenSize(), config.labels());
    List<Parameter> all = new ArrayList<>(embedding.parameters());
    stack.forEach(layer -> all.addAll(layer.parameters()));
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
  }

  private Recurrent<FMatrixRMaj> direction(String name, int inputSize, int place) {
    LstmCell cell = new LstmCell(config.hiddenSize());
    return new Recurrent<>(name, new DenseFeed(name, inputSize, cell.layout()), cell, place);
  }

  /** Its shape. */
  public TaggingConfig config() {
    return config;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public void initialize(RandomGenerator random) {
    embedding.initialize(random);
    stack.forEach(layer -> layer.initialize(random));
    head.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    embedding.repack(tape);
    stack.forEach(layer -> layer.repack(tape));
    head.repack(tape);
  }

  /** Begins a pass over a batch. */
  public void begin(TagBatch batch, Tape tape) {
    tape.begin(batch.time(), batch.size(), State.zero(List.of(), batch.size()));
    tape.pad(batch.lengths());
  }

  /**
   * Reads sequences and computes the loss.
   *
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum of −log probability of the labels that there are, in nats
   */
  public double loss(TagBatch batch, float scale, Tape tape) {
    return head.loss(hidden(batch, tape), batch.labels(), scale, tape);
  }

  /** Goes back from the last loss and adds to the gradients on the tape. */
  public void backward(Tape tape) {
    FMatrixRMaj gradient = head.backward(tape);
    for (int i = stack.size() - 1; i >= 0; i--) {
      gradient = stack.get(i).backward(gradient, tape);
    }
    embedding.backward(gradient, tape);
  }

  /**
   * Reads sequences.
   *
   * @return [T×B×V] in whole strips, on the tape
   */
  public FMatrixRMaj logits(TagBatch batch, Tape tape) {
    return head.logits(hidden(batch, tape), tape);
  }

  private FMatrixRMaj hidden(TagBatch batch, Tape tape) {
    if (batch.rows().perStep() != config.perStep()) {
      throw new IllegalArgumentException(
          "rows must be %d a step but were %d".formatted(config.perStep(), batch.rows().perStep()));
    }
    FMatrixRMaj hidden = embedding.forward(batch.rows(), tape);
    for (Layer<FMatrixRMaj> layer : stack) {
      hidden = layer.forward(hidden, tape);
    }
    return hidden;
  }
}
