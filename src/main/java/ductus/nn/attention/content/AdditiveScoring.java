package ductus.nn.attention.content;

import ductus.math.Products.RowProduct;
import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.MatrixGradient;
import ductus.nn.Parameter;
import ductus.nn.Projection;
import ductus.nn.Tape;
import ductus.nn.attention.content.ContentRun.Scoring;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** One run's part of e(u) = v·tanh(q + k(u)), with the keys k(u) = c(u)·U. */
final class AdditiveScoring implements Scoring {
  private final Parameter score;
  private final Tape tape;
  private final int units;
  private final int stride;

  /** Keys k [U×B×A], and their gradient. */
  private final FMatrixRMaj keys = new FMatrixRMaj(0, 0);

  private final FMatrixRMaj dKeys = new FMatrixRMaj(0, 0);
  private final SharedWork making = new SharedWork(this::makeKeys);
  private final SharedWork finishing = new SharedWork(this::finish);
  private final MatrixGradient projectionGradient;
  private RowProduct forth;
  private RowProduct back;

  /** Activations tanh(q + k(u)), a scratch for each sequence [B][U×A]. */
  private float[][] activations = {};

  /** Gradient of v, of each sequence [B][A]. */
  private float[][] dScore = {};

  private int[] lengths = {};
  private FMatrixRMaj questions = keys;
  private FMatrixRMaj dScores = keys;

  AdditiveScoring(Projection projection, Parameter score, Tape tape) {
    this.score = score;
    this.tape = tape;
    units = score.size();
    stride = Strips.padded(units);
    projectionGradient = new MatrixGradient(projection.weights(), tape);
    forth = projection.forth(keys, keys);
    back = projection.back(dKeys, dKeys);
  }

  @Override
  public void attend(FMatrixRMaj vectors, int[] positions) {
    forth = forth.of(vectors);
    lengths = positions;
    keys.reshape(vectors.numRows, stride);
    int room = vectors.numRows / positions.length * stride;
    if (activations.length < positions.length || activations[0].length < room) {
      activations = new float[positions.length][room];
    }
    making.run(tape.workers(), keys.numRows);
  }

  private void makeKeys(int slice, Workers crew) {
    int rows = keys.numRows;
    tape.kernels().products().multiply(forth, crew.from(rows, slice), crew.from(rows, slice + 1));
  }

  @Override
  public void score(int sequence, int row, FMatrixRMaj asked, FMatrixRMaj scores) {
    float[] squashed = squash(sequence, row, asked);
    float[] weights = score.value().data;
    for (int u = 0; u < lengths[sequence]; u++) {
      float sum = 0;
      for (int i = 0; i < units; i++) {
        sum += weights[i] * squashed[u * stride + i];
      }
      scores.data[row * scores.numCols + u] = sum;
    }
  }

  /** Computes tanh(q + k(u)) of a sequence's positions. */
  private float[] squash(int sequence, int row, FMatrixRMaj asked) {
    int question = row * asked.numCols;
    float[] sums = activations[sequence];
    for (int u = 0; u < lengths[sequence]; u++) {
      int key = (u * lengths.length + sequence) * stride;
      for (int i = 0; i < stride; i++) {
        sums[u * stride + i] = asked.data[question + i] + keys.data[key + i];
      }
    }
    tape.kernels().rows().squash(sums, 0, lengths[sequence] * stride);
    return sums;
  }

  @Override
  public void beginBackward(FMatrixRMaj asked, FMatrixRMaj gradient, FMatrixRMaj dContext) {
    questions = asked;
    dScores = gradient;
    dKeys.reshape(keys.numRows, keys.numCols);
    dKeys.zero();
    if (dScore.length < lengths.length) {
      dScore = new float[lengths.length][units];
    }
    for (float[] each : dScore) {
      Arrays.fill(each, 0);
    }
  }

  @Override
  public void back(int sequence, int row) {
    float[] squashed = squash(sequence, row, questions);
    int question = row * questions.numCols;
    float[] weights = score.value().data;
    float[] dWeights = dScore[sequence];
    Arrays.fill(questions.data, question, question + stride, 0);
    for (int u = 0; u < lengths[sequence]; u++) {
      int key = (u * lengths.length + sequence) * stride;
      float gradient = dScores.data[sequence * dScores.numCols + u];
      for (int i = 0; i < units; i++) {
        float value = squashed[u * stride + i];
        float dSum = gradient * weights[i] * (1 - value * value);
        dWeights[i] += gradient * value;
        dKeys.data[key + i] += dSum;
        questions.data[question + i] += dSum;
      }
    }
  }

  @Override
  public void finishBackward(FMatrixRMaj dContext) {
    back = back.into(dContext);
    projectionGradient.begin(forth.input(), dKeys);
    tape.gradient(score);
    finishing.run(tape.workers(), dKeys.numRows);
  }

  private void finish(int slice, Workers crew) {
    int rows = dKeys.numRows;
    tape.kernels().products().add(back, crew.from(rows, slice), crew.from(rows, slice + 1));
    projectionGradient.add(slice, crew);
    if (slice == 0) {
      float[] gradient = tape.gradient(score).data;
      for (int b = 0; b < lengths.length; b++) {
        for (int i = 0; i < units; i++) {
          gradient[i] += dScore[b][i];
        }
      }
    }
  }
}
