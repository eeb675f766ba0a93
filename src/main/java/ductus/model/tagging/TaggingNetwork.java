package ductus.model.tagging;

import ductus.model.Core;
import ductus.model.ModelKind;
import ductus.model.Trainable;
import ductus.nn.Dropout;
import ductus.nn.Embedding;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.nn.head.SoftmaxHead;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that tags every step of a sequence: embedding → {@link Core} → softmax. Holds weights
 * only; runs happen on a {@link Tape}.
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
  private final Dropout inputDropout;
  private final Core core;
  private final SoftmaxHead head;
  private final List<Parameter> parameters;

  /** A network with zero weights. */
  public TaggingNetwork(TaggingConfig config) {
    this.config = config;
    embedding = new Embedding(config.tableRows(), config.embeddingSize());
    inputDropout = new Dropout(config.embeddingSize(), config.dropout() / 2, 0);
    core = new Core(config.core(), config.embeddingSize(), 1);
    head = new SoftmaxHead(core.outputSize(), config.labels());
    List<Parameter> all = new ArrayList<>(embedding.parameters());
    all.addAll(core.parameters());
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
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
    core.initialize(random);
    head.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    embedding.repack(tape);
    core.repack(tape);
    head.repack(tape);
  }

  /** Begins a pass over a batch. */
  public void begin(TagBatch batch, Tape tape) {
    tape.begin(batch.time(), batch.size(), core.initialState(batch.size()));
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
    FMatrixRMaj gradient = core.backward(head.backward(tape), tape);
    embedding.backward(inputDropout.backward(gradient, tape), tape);
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
    FMatrixRMaj embedded = embedding.forward(batch.rows(), tape);
    return core.forward(inputDropout.forward(embedded, tape), tape);
  }
}
