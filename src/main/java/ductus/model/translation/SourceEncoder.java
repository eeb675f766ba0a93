package ductus.model.translation;

import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The half of a network that reads: a source becomes steps that a decoder looks back at, and the
 * state that it begins from. Holds weights only.
 *
 * @param <S> the sources
 */
public interface SourceEncoder<S extends SourceBatch> {
  /** The weights, in a fixed order. */
  List<Parameter> parameters();

  /** Draws first weights. */
  void initialize(RandomGenerator random);

  /** Copies the weights into the kernels' layout; to be called whenever they have changed. */
  void repack(Tape tape);

  /** One run's part of the encoder, on tapes of its own within the decoder's. */
  Run<S> open(Tape tape);

  /** One run's part of an encoder. */
  interface Run<S extends SourceBatch> {
    /** Takes the shape of some sources. */
    void begin(S sources);

    /** Turns noise on for the pass that was begun. */
    void train(long seed, long pass, boolean held);

    /** Reads; the outputs [U×B×C] in whole strips, on the tape. */
    FMatrixRMaj forward(S sources);

    /** The decoder's first state [B×S] in whole strips. */
    FMatrixRMaj state();

    /** Its gradient, which the way back begins with [B×S] in whole strips; to be filled. */
    FMatrixRMaj stateGradient();

    /**
     * Goes back.
     *
     * @param dContext gradient of the outputs as the attention has it, not modified; null for zeros
     */
    void backward(@Nullable FMatrixRMaj dContext);
  }
}
