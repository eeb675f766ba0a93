package ductus.nn.attention.content;

import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** One run's part of e(u) = v·tanh(q + k(u)), with the keys k(u) = c(u)·U. */
final class AdditiveScoring implements Scoring {
  private final Projection projection;
  private final Parameter score;
  private final Tape tape;
  private final int units;
  private final int stride;

  /** k [U×B×A], and its gradient. */
  private final FMatrixRMaj keys = new FMatrixRMaj(0, 0);

  private final FMatrixRMaj dKeys = new FMatrixRMaj(0, 0);
  private final Workers.Work making = this::makeKeys;
  private final Workers.Work finishing = this::finish;
  private final float[] dProjection;

  /** tanh(q + k(u)), a scratch for each sequence [B][U×A]. */
  private float[][] activations = {};

  /** Gradient of v, of each sequence [B][A]. */
  private float[][] dScore = {};

  private FMatrixRMaj context = keys;
  private int[] lengths = {};
  private FMatrixRMaj dContext = keys;

  AdditiveScoring(Projection projection, Parameter score, Tape tape) {
    this.projection = projection;
    this.score = score;
    this.tape = tape;
    units = score.size();
    stride = Strips.padded(units);
    dProjection = projection.scratch();
  }

  @Override
  public void attend(FMatrixRMaj vectors, int[] positions) {
    context = vectors;
    lengths = positions;
    keys.reshape(vectors.numRows, stride);
    int room = vectors.numRows / positions.length * stride;
    if (activations.length < positions.length || activations[0].length < room) {
      activations = new float[positions.length][room];
    }
    tape.workers().run(making);
  }

  private void makeKeys(int slice, Workers crew) {
    projection.multiply(
        context,
        keys,
        crew.from(keys.numRows, slice),
        crew.from(keys.numRows, slice + 1),
        tape.kernels());
  }

  @Override
  public void score(
      int sequence, float[] question, int questionOffset, float[] scores, int scoresOffset) {
    float[] squashed = squash(sequence, question, questionOffset);
    float[] weights = score.value().data;
    for (int u = 0; u < lengths[sequence]; u++) {
      float sum = 0;
      for (int i = 0; i < units; i++) {
        sum += weights[i] * squashed[u * stride + i];
      }
      scores[scoresOffset + u] = sum;
    }
  }

  /** tanh(q + k(u)) of a sequence's positions. */
  private float[] squash(int sequence, float[] question, int questionOffset) {
    float[] sums = activations[sequence];
    for (int u = 0; u < lengths[sequence]; u++) {
      int key = (u * lengths.length + sequence) * stride;
      for (int i = 0; i < stride; i++) {
        sums[u * stride + i] = question[questionOffset + i] + keys.data[key + i];
      }
    }
    // The cells of a simple recurrent network do just this.
    tape.kernels()
        .cells()
        .elman(sums, 0, sums, 0, stride, false, 0, Strips.of(units), lengths[sequence]);
    return sums;
  }

  @Override
  public void beginBackward() {
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
  public void back(
      int sequence, float[] question, int questionOffset, float[] dScores, FMatrixRMaj dVectors) {
    float[] squashed = squash(sequence, question, questionOffset);
    float[] weights = score.value().data;
    float[] dWeights = dScore[sequence];
    Arrays.fill(question, questionOffset, questionOffset + stride, 0);
    for (int u = 0; u < lengths[sequence]; u++) {
      int key = (u * lengths.length + sequence) * stride;
      float gradient = dScores[u];
      for (int i = 0; i < units; i++) {
        float value = squashed[u * stride + i];
        float dSum = gradient * weights[i] * (1 - value * value);
        dWeights[i] += gradient * value;
        dKeys.data[key + i] += dSum;
        question[questionOffset + i] += dSum;
      }
    }
  }

  @Override
  public void finishBackward(FMatrixRMaj dVectors) {
    dContext = dVectors;
    tape.gradient(projection.weights());
    tape.gradient(score);
    tape.workers().run(finishing);
  }

  private void finish(int slice, Workers crew) {
    projection.addBack(
        dKeys,
        dContext,
        crew.from(dKeys.numRows, slice),
        crew.from(dKeys.numRows, slice + 1),
        tape.kernels());
    projection.addGradient(
        context,
        dKeys,
        dProjection,
        tape.gradient(projection.weights()),
        slice,
        crew,
        tape.kernels());
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
