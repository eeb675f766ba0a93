package ductus.train;

import ductus.math.AdamStep;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Adam (Kingma and Ba 2015) with clipping by the norm of the whole gradient. */
final class Adam {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  /** Entries whose squares are summed at a time: fixed, so that threads do not change the norm. */
  private static final int CHUNK = 8192;

  private final List<Parameter> parameters;
  private final List<FMatrixRMaj> means = new ArrayList<>();
  private final List<FMatrixRMaj> variances = new ArrayList<>();
  private final double[] squares;

  Adam(List<Parameter> parameters) {
    this.parameters = parameters;
    int chunks = 0;
    for (Parameter parameter : parameters) {
      FMatrixRMaj value = parameter.value();
      means.add(new FMatrixRMaj(value.numRows, value.numCols));
      variances.add(new FMatrixRMaj(value.numRows, value.numCols));
      chunks += chunks(parameter);
    }
    squares = new double[chunks];
  }

  /** First moments, in the order of the parameters. */
  List<FMatrixRMaj> means() {
    return means;
  }

  /** Second moments, in the order of the parameters. */
  List<FMatrixRMaj> variances() {
    return variances;
  }

  /** Euclidean norm of all gradients on the tape. */
  double norm(Tape tape) {
    int chunk = 0;
    for (Parameter parameter : parameters) {
      norm(tape.gradient(parameter), parameter.size(), chunk, tape.kernels(), tape.workers());
      chunk += chunks(parameter);
    }
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return Math.sqrt(sum);
  }

  private void norm(FMatrixRMaj gradient, int size, int first, Kernels kernels, Workers workers) {
    int chunks = (size + CHUNK - 1) / CHUNK;
    workers.run(
        (slice, crew) -> {
          for (int c = crew.from(chunks, slice); c < crew.from(chunks, slice + 1); c++) {
            int from = c * CHUNK;
            squares[first + c] =
                kernels.updates().sumOfSquares(gradient.data, from, Math.min(CHUNK, size - from));
          }
        });
  }

  /**
   * Moves the weights against the gradients on the tape.
   *
   * @param update counted from 0
   * @param rate learning rate
   * @param gradientScale factor on the gradients (clipping)
   */
  void step(long update, double rate, double gradientScale, Tape tape) {
    double correction1 = 1 - StrictMath.pow(BETA1, (double) update + 1);
    double correction2 = 1 - StrictMath.pow(BETA2, (double) update + 1);
    AdamStep step =
        new AdamStep(
            (float) gradientScale,
            (float) (rate / correction1),
            (float) (1 / correction2),
            BETA1,
            BETA2,
            EPSILON);
    for (int i = 0; i < parameters.size(); i++) {
      float[] weights = parameters.get(i).value().data;
      float[] gradient = tape.gradient(parameters.get(i)).data;
      float[] mean = means.get(i).data;
      float[] variance = variances.get(i).data;
      int size = parameters.get(i).size();
      tape.workers()
          .run(
              (slice, crew) -> {
                int from = crew.from(size, slice);
                int length = crew.from(size, slice + 1) - from;
                tape.kernels()
                    .updates()
                    .adam(weights, gradient, mean, variance, from, length, step);
              });
    }
  }

  private static int chunks(Parameter parameter) {
    return (parameter.size() + CHUNK - 1) / CHUNK;
  }
}
