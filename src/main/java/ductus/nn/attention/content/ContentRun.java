package ductus.nn.attention.content;

import ductus.math.FastExp;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import ductus.nn.attention.Attention;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** One run's part of a {@link ContentAttention}: questions, weights and vectors of all steps. */
final class ContentRun implements Attention.Run {
  private final int size;
  private final Projection asking;
  private final Scoring scoring;
  private final Tape tape;

  /** q [T×B×A]; on the way back its gradient. */
  private final FMatrixRMaj questions = new FMatrixRMaj(0, 0);

  private final FMatrixRMaj weights = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj dContext = new FMatrixRMaj(0, 0);
  private final float[] dAsking;
  private FMatrixRMaj context = dContext;
  private int[] lengths = {};

  /** Gradient of a, then of e, a scratch for each sequence [B][U]. */
  private float[][] dWeights = {};

  private FMatrixRMaj askingGradient = dContext;
  private boolean unfinished;

  /**
   * A run.
   *
   * @param size C
   * @param asking makes a question of a hidden state
   */
  ContentRun(int size, Projection asking, Scoring scoring, Tape tape) {
    this.size = size;
    this.asking = asking;
    this.scoring = scoring;
    this.tape = tape;
    dAsking = asking.scratch();
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
  public void begin() {
    if (lengths.length != tape.batch()) {
      throw new IllegalStateException(
          "context must be of %d sequences but was of %d".formatted(tape.batch(), lengths.length));
    }
    questions.reshape(tape.rows(), Strips.padded(asking.outputSize()));
    weights.reshape(tape.rows(), context.numRows / tape.batch());
  }

  @Override
  public void forward(
      int t, FMatrixRMaj hidden, FMatrixRMaj vectors, int fromSequence, int toSequence) {
    int step = t * tape.batch();
    asking.multiply(hidden, questions, step + fromSequence, step + toSequence, tape.kernels());
    for (int b = fromSequence; b < toSequence; b++) {
      int row = step + b;
      int at = row * weights.numCols;
      scoring.score(b, questions.data, row * questions.numCols, weights.data, at);
      normalize(at, lengths[b]);
      tape.kernels()
          .blends()
          .blend(
              weights.data,
              at,
              lengths[b],
              context.data,
              b * context.numCols,
              tape.batch() * context.numCols,
              vectors.data,
              row * vectors.numCols,
              context.numCols);
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
  public void beginBackward() {
    dContext.reshape(context.numRows, context.numCols);
    dContext.zero();
    if (dWeights.length < tape.batch() || dWeights[0].length < weights.numCols) {
      dWeights = new float[tape.batch()][weights.numCols];
    }
    askingGradient = tape.gradient(asking.weights());
    scoring.beginBackward();
    unfinished = true;
  }

  @Override
  public void backward(
      int t, FMatrixRMaj dVectors, FMatrixRMaj dHidden, int fromSequence, int toSequence) {
    int step = t * tape.batch();
    for (int b = fromSequence; b < toSequence; b++) {
      int row = step + b;
      int at = row * weights.numCols;
      float[] gradient = dWeights[b];
      tape.kernels()
          .blends()
          .blendBackward(
              weights.data,
              at,
              lengths[b],
              context.data,
              b * context.numCols,
              tape.batch() * context.numCols,
              dVectors.data,
              b * dVectors.numCols,
              context.numCols,
              gradient,
              0,
              dContext.data);
      backThroughSoftmax(gradient, at, lengths[b]);
      scoring.back(b, questions.data, row * questions.numCols, gradient, dContext);
    }
    asking.addBack(questions, dHidden, step + fromSequence, step + toSequence, tape.kernels());
  }

  /** dE = a·(dA − Σ a·dA). */
  private void backThroughSoftmax(float[] gradient, int at, int length) {
    double mean = 0;
    for (int u = 0; u < length; u++) {
      mean += (double) weights.data[at + u] * gradient[u];
    }
    for (int u = 0; u < length; u++) {
      gradient[u] = (float) (weights.data[at + u] * (gradient[u] - mean));
    }
  }

  @Override
  public void finishBackward(FMatrixRMaj hidden, int slice, Workers crew) {
    asking.addGradient(hidden, questions, dAsking, askingGradient, slice, crew, tape.kernels());
  }
}
