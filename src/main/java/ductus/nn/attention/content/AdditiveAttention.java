package ductus.nn.attention.content;

import ductus.math.Workers;
import ductus.nn.Initialization;
import ductus.nn.Parameter;
import ductus.nn.Projection;
import ductus.nn.Tape;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Scores by a network of one hidden layer, e(u) = v·tanh(h·W + c(u)·U) (Bahdanau et al. 2015,
 * §A.1.2; here h is the state of the time step itself). Weights in the file: {@code
 * question_weight} W [H×A], {@code key_weight} U [C×A], {@code score_weight} v [1×A].
 */
public final class AdditiveAttention implements ContentAttention {
  private final int size;
  private final Projection asking;
  private final Projection keys;
  private final Parameter score;
  private final Function<Tape, ContentRun> opening;

  /**
   * An attention with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param hiddenSize H of the layer that it belongs to
   * @param size C of the context's vectors
   * @param units A of the hidden layer
   */
  public AdditiveAttention(String name, int hiddenSize, int size, int units) {
    this.size = size;
    asking = new Projection(name + ".question_weight", hiddenSize, units);
    keys = new Projection(name + ".key_weight", size, units);
    score = new Parameter(name + ".score_weight", 1, units);
    opening = tape -> new ContentRun(size, asking, new AdditiveScoring(keys, score, tape), tape);
  }

  /** Number of weights of such an attention. */
  public static long weights(long hiddenSize, long size, long units) {
    return (hiddenSize + size + 1) * units;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int stateSize() {
    return 0;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(asking.weights(), keys.weights(), score);
  }

  @Override
  public void initialize(RandomGenerator random) {
    asking.initialize(random);
    keys.initialize(random);
    Initialization.uniform(score.value(), 1 / Math.sqrt(score.size()), random);
  }

  @Override
  public void repack(int slice, Workers crew) {
    asking.repack(slice, crew);
    keys.repack(slice, crew);
  }

  @Override
  public Run open(Tape tape) {
    return run(tape);
  }

  private ContentRun run(Tape tape) {
    return tape.workspace(this, opening);
  }

  @Override
  public void attend(FMatrixRMaj context, int[] lengths, Tape tape) {
    run(tape).attend(context, lengths);
  }

  @Override
  public FMatrixRMaj contextGradient(Tape tape) {
    return run(tape).contextGradient();
  }

  @Override
  public FMatrixRMaj weights(Tape tape) {
    return run(tape).weights();
  }
}
