package ductus.nn.attention.content;

import ductus.math.FastExp;
import ductus.math.Products.RowProduct;
import ductus.math.Strips;
import ductus.math.WeightedSumKernels;
import ductus.math.WeightedSumKernels.BlendMatrices;
import ductus.math.Workers;
import ductus.nn.MatrixGradient;
import ductus.nn.Projection;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import ductus.nn.attention.Attention;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** One run's part of a {@link ContentAttention}: questions, weights and vectors of all steps. */
final class ContentRun implements Attention.Run {
  /** One run's part of a score: how well a question fits each vector of a context. */
  interface Scoring {
    /** Takes the context there is to see, see {@link ContentAttention#attend}. */
    void attend(FMatrixRMaj context, int[] lengths);

    /**
     * Computes the scores of a row, a sequence at a time step.
     *
     * @param questions q [T×B×A] in whole strips, not modified
     * @param scores e [T×B×U], the row modified as far as the sequence has positions
     */
    void score(int sequence, int row, FMatrixRMaj questions, FMatrixRMaj scores);

    /**
     * Starts the way back at the end.
     *
     * @param questions q; each becomes its gradient
     * @param dScores gradient of the scores at the time step at hand [B×U], not modified
     * @param dContext [U×B×C] in whole strips, added to
     */
    void beginBackward(FMatrixRMaj questions, FMatrixRMaj dScores, FMatrixRMaj dContext);

    /** Goes back through the scores of a row, a sequence at a time step. */
    void back(int sequence, int row);

    /** Ends the way back: adds to the gradients of its own weights, and of the context. */
    void finishBackward(FMatrixRMaj dContext);
  }

  private final int size;
  private final int askedSize;
  private final Scoring scoring;
  private final Tape tape;

  /** Questions q [T×B×A]; on the way back their gradient. */
  private final FMatrixRMaj questions = new FMatrixRMaj(0, 0);

  private final FMatrixRMaj weights = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj dContext = new FMatrixRMaj(0, 0);
  private final MatrixGradient askingGradient;
  private FMatrixRMaj context = dContext;
  private int[] lengths = {};

  /** Gradient of a, then of e, at the time step at hand [B×U]. */
  private final FMatrixRMaj dWeights = new FMatrixRMaj(0, 0);

  private RowProduct asking;
  private RowProduct askingBack;
  private BlendMatrices forth = new BlendMatrices(weights, context, weights, 0);
  private BlendMatrices toWeights = new BlendMatrices(dWeights, context, weights, 0);
  private BlendMatrices toContext = new BlendMatrices(weights, dContext, weights, 0);
  private boolean unfinished;

  /**
   * A run.
   *
   * @param size C
   * @param projection makes a question of a hidden state
   */
  ContentRun(int size, Projection projection, Scoring scoring, Tape tape) {
    this.size = size;
    this.scoring = scoring;
    this.tape = tape;
    asking = projection.forth(questions, questions);
    askingBack = projection.back(questions, questions);
    askingGradient = new MatrixGradient(projection.weights(), tape);
    askedSize = projection.outputSize();
  }

  /** See {@link ContentAttention#attend}. */
  void attend(FMatrixRMaj vectors, int[] positions) {
    int batch = positions.length;
    if (batch == 0 || vectors.numRows % batch != 0 || vectors.numCols != Strips.padded(size)) {
      throw new IllegalArgumentException(
          "context must be U·%d×%d but was %d×%d"
              .formatted(batch, Strips.padded(size), vectors.numRows, vectors.numCols));
    }
    int longest = vectors.numRows / batch;
    for (int length : positions) {
      if (length < 1 || length > longest) {
        throw new IllegalArgumentException(
            "lengths must be 1 to %d but were %s".formatted(longest, Arrays.toString(positions)));
      }
    }
    context = vectors;
    lengths = positions;
    scoring.attend(vectors, positions);
  }

  /** See {@link ContentAttention#weights}. */
  FMatrixRMaj weights() {
    return weights;
  }

  /** See {@link ContentAttention#contextGradient}. */
  FMatrixRMaj contextGradient() {
    if (unfinished) {
      scoring.finishBackward(dContext);
      unfinished = false;
    }
    return dContext;
  }

  @Override
  public @Nullable StateHistory states() {
    return null;
  }

  @Override
  public void begin(FMatrixRMaj hidden, FMatrixRMaj vectors) {
    if (lengths.length != tape.batch()) {
      throw new IllegalStateException(
          "context must be of %d sequences but was of %d".formatted(tape.batch(), lengths.length));
    }
    questions.reshape(tape.rows(), Strips.padded(askedSize));
    weights.reshape(tape.rows(), context.numRows / tape.batch());
    asking = asking.of(hidden);
    forth = forth.of(context, vectors, tape.batch());
  }

  @Override
  public void forward(int t, int fromSequence, int toSequence) {
    int step = t * tape.batch();
    tape.kernels().products().multiply(asking, step + fromSequence, step + toSequence);
    for (int b = fromSequence; b < toSequence; b++) {
      int row = step + b;
      scoring.score(b, row, questions, weights);
      normalize(row * weights.numCols, lengths[b]);
      tape.kernels().blends().blend(forth, row, b, row, 0, lengths[b]);
    }
  }

  /** Softmax over some scores; zeros behind them. */
  private void normalize(int at, int length) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int u = at; u < at + length; u++) {
      highest = Math.max(highest, weights.data[u]);
    }
    double sum = 0;
    for (int u = at; u < at + length; u++) {
      weights.data[u] = (float) FastExp.exp(weights.data[u] - highest);
      sum += weights.data[u];
    }
    float scale = (float) (1 / sum);
    for (int u = at; u < at + length; u++) {
      weights.data[u] *= scale;
    }
    Arrays.fill(weights.data, at + length, at + weights.numCols, 0);
  }

  @Override
  public void beginBackward(FMatrixRMaj hidden, FMatrixRMaj dVectors, FMatrixRMaj dHidden) {
    dContext.reshape(context.numRows, context.numCols);
    dContext.zero();
    dWeights.reshape(tape.batch(), weights.numCols);
    toWeights = toWeights.of(context, dVectors, tape.batch());
    toContext = toContext.of(dContext, dVectors, tape.batch());
    askingBack = askingBack.into(dHidden);
    askingGradient.begin(hidden, questions);
    scoring.beginBackward(questions, dWeights, dContext);
    unfinished = true;
  }

  @Override
  public void backward(int t, int fromSequence, int toSequence) {
    int step = t * tape.batch();
    WeightedSumKernels kernels = tape.kernels().blends();
    for (int b = fromSequence; b < toSequence; b++) {
      int row = step + b;
      kernels.blendWeights(toWeights, b, b, b, 0, lengths[b]);
      kernels.blendVectors(toContext, row, b, b, 0, lengths[b]);
      backThroughSoftmax(row, b);
      scoring.back(b, row);
    }
    tape.kernels().products().add(askingBack, step + fromSequence, step + toSequence);
  }

  /** Replaces dA of a sequence by dE = a·(dA − Σ a·dA). */
  private void backThroughSoftmax(int row, int sequence) {
    int at = row * weights.numCols;
    int gradient = sequence * dWeights.numCols;
    double mean = 0;
    for (int u = 0; u < lengths[sequence]; u++) {
      mean += (double) weights.data[at + u] * dWeights.data[gradient + u];
    }
    for (int u = 0; u < lengths[sequence]; u++) {
      dWeights.data[gradient + u] =
          (float) (weights.data[at + u] * (dWeights.data[gradient + u] - mean));
    }
  }

  @Override
  public void finishBackward(int slice, Workers crew) {
    askingGradient.add(slice, crew);
  }
}
