package ductus.model.translation;

import ductus.model.Teachable;
import ductus.model.pen.Alphabet;
import ductus.nn.Indices;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.attention.content.ContentAttention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that writes about what it reads: an encoder, and a decoder that begins from what the
 * encoder made and looks back at its outputs. Holds weights only; runs happen on a {@link Tape}.
 *
 * @param <S> the sources
 */
public abstract class AttentiveNetwork<S extends SourceBatch> implements Teachable<TargetBatch<S>> {
  private final SourceEncoder<S> encoder;
  private final Decoder decoder;
  private final DecoderConfig writing;
  private final List<Parameter> parameters;

  /**
   * A network with zero weights.
   *
   * @param writing the shape of the decoder
   * @param firstPlace where the decoder's first dropout stands among those of the network
   */
  protected AttentiveNetwork(SourceEncoder<S> encoder, DecoderConfig writing, int firstPlace) {
    this.encoder = encoder;
    this.writing = writing;
    decoder = new Decoder(writing, firstPlace);
    List<Parameter> all = new ArrayList<>(encoder.parameters());
    all.addAll(decoder.parameters());
    parameters = List.copyOf(all);
  }

  /** The characters that it writes. */
  public Alphabet target() {
    return writing.target();
  }

  /** Characters of the longest target that it was trained on. */
  public abstract int longestTarget();

  /** What the decoder reads before the first character. */
  public int start() {
    return writing.start();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public void initialize(RandomGenerator random) {
    encoder.initialize(random);
    decoder.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    encoder.repack(tape);
    decoder.repack(tape);
  }

  @Override
  public boolean isOfWholes() {
    return true;
  }

  @Override
  public State initialState(int batchSize) {
    return decoder.zeroState(batchSize);
  }

  @Override
  public void begin(TargetBatch<S> batch, State state, Tape tape) {
    tape.begin(batch.time(), batch.size(), state);
    encoder.open(tape).begin(batch.sources());
  }

  @Override
  public void train(long seed, long pass, boolean held, Tape tape) {
    tape.train(seed, pass, 0, held);
    encoder.open(tape).train(seed, pass, held);
  }

  /**
   * Reads sources, writes what was to be written, and computes the loss.
   *
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum of −log probability of the targets' characters and ends, in nats
   */
  @Override
  public double loss(TargetBatch<S> batch, float scale, Tape tape) {
    FMatrixRMaj context = encoder.open(tape).forward(batch.sources());
    if (decoder.attention() != null) {
      decoder.attention().attend(context, batch.sources().lengths(), tape);
    }
    decoder.fill(encoder.open(tape).state(), tape.state());
    return decoder.loss(batch.inputs(), batch.targets(), scale, tape);
  }

  @Override
  public void backward(Tape tape, Consumer<List<Parameter>> finished) {
    SourceEncoder.Run<S> reading = encoder.open(tape);
    decoder.backward(tape);
    decoder.gather(Objects.requireNonNull(tape.dState()), reading.stateGradient());
    ContentAttention attention = decoder.attention();
    reading.backward(attention == null ? null : attention.contextGradient(tape));
  }

  /**
   * Reads sources, each to be written about by several decoders side by side: those of source s are
   * the rows from s·{@code copies} on.
   *
   * @return the state before the first character, a batch of all decoders
   */
  public State open(S sources, int copies, Tape tape) {
    SourceEncoder.Run<S> reading = encoder.open(tape);
    reading.begin(sources);
    FMatrixRMaj context = reading.forward(sources);
    int rows = sources.size() * copies;
    if (decoder.attention() != null) {
      int[] lengths = new int[rows];
      Arrays.setAll(lengths, row -> sources.lengths()[row / copies]);
      decoder.attention().attend(repeated(context, copies), lengths, tape);
    }
    State state = decoder.zeroState(rows);
    decoder.fill(repeated(reading.state(), copies), state);
    return state;
  }

  private static FMatrixRMaj repeated(FMatrixRMaj rows, int copies) {
    FMatrixRMaj all = new FMatrixRMaj(rows.numRows * copies, rows.numCols);
    for (int row = 0; row < all.numRows; row++) {
      System.arraycopy(
          rows.data, row / copies * rows.numCols, all.data, row * rows.numCols, rows.numCols);
    }
    return all;
  }

  /**
   * Goes on by a character.
   *
   * @param read the character before of each decoder, or {@link #start} [B]
   * @param state of the decoders; modified
   * @return the logits of the next characters [B×V] in whole strips, on the tape
   */
  public FMatrixRMaj step(int[] read, State state, Tape tape) {
    tape.begin(1, read.length, state);
    return decoder.logits(new Indices(read, 1), tape);
  }

  /**
   * Where the decoders looked in the last step: the share of each step of the source [B×U], on the
   * tape; empty without an attention.
   */
  public Optional<FMatrixRMaj> attention(Tape tape) {
    return Optional.ofNullable(decoder.attention()).map(each -> each.weights(tape));
  }
}
