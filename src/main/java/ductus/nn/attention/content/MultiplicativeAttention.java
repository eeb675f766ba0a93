package ductus.nn.attention.content;

import ductus.math.WeightedSumKernels;
import ductus.math.WeightedSumKernels.BlendMatrices;
import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.Projection;
import ductus.nn.Tape;
import ductus.nn.attention.content.ContentRun.Scoring;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Scores by a product, e(u) = h·W·c(u) (Luong et al. 2015, eq. 8, "general"). Weights in the file:
 * {@code question_weight} W [H×C].
 */
public final class MultiplicativeAttention implements ContentAttention {
  private final int size;
  private final Projection asking;
  private final Function<Tape, ContentRun> opening;

  /**
   * An attention with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param hiddenSize H of the layer that it belongs to
   * @param size C of the context's vectors
   */
  public MultiplicativeAttention(String name, int hiddenSize, int size) {
    this.size = size;
    asking = new Projection(name + ".question_weight", hiddenSize, size);
    opening = tape -> new ContentRun(size, asking, new ProductScoring(tape), tape);
  }

  /** Number of weights of such an attention. */
  public static long weights(long hiddenSize, long size) {
    return hiddenSize * size;
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
    return List.of(asking.weights());
  }

  @Override
  public void initialize(RandomGenerator random) {
    asking.initialize(random);
  }

  @Override
  public void repack(int slice, Workers crew) {
    asking.repack(slice, crew);
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

  /** e(u) = q·c(u), with q = h·W. */
  private static final class ProductScoring implements Scoring {
    private final Tape tape;
    private FMatrixRMaj context = new FMatrixRMaj(0, 0);
    private int[] lengths = {};
    private BlendMatrices toContext = new BlendMatrices(context, context, context, 0);
    private BlendMatrices toQuestions = toContext;

    ProductScoring(Tape tape) {
      this.tape = tape;
    }

    @Override
    public void attend(FMatrixRMaj vectors, int[] positions) {
      context = vectors;
      lengths = positions;
    }

    @Override
    public void score(int sequence, int row, FMatrixRMaj questions, FMatrixRMaj scores) {
      int question = row * questions.numCols;
      for (int u = 0; u < lengths[sequence]; u++) {
        int at = (u * lengths.length + sequence) * context.numCols;
        float sum = 0;
        for (int i = 0; i < context.numCols; i++) {
          sum += questions.data[question + i] * context.data[at + i];
        }
        scores.data[row * scores.numCols + u] = sum;
      }
    }

    @Override
    public void beginBackward(FMatrixRMaj questions, FMatrixRMaj dScores, FMatrixRMaj dContext) {
      int batch = lengths.length;
      if (toContext.weights() != dScores) {
        toContext = new BlendMatrices(dScores, dContext, questions, batch);
        toQuestions = new BlendMatrices(dScores, context, questions, batch);
      }
      toContext = toContext.of(dContext, questions, batch);
      toQuestions = toQuestions.of(context, questions, batch);
    }

    @Override
    public void back(int sequence, int row) {
      WeightedSumKernels kernels = tape.kernels().blends();
      kernels.blendVectors(toContext, sequence, sequence, row, 0, lengths[sequence]);
      kernels.blend(toQuestions, sequence, sequence, row, 0, lengths[sequence]);
    }

    @Override
    public void finishBackward(FMatrixRMaj dContext) {}
  }
}
