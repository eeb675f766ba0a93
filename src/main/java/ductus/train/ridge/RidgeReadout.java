package ductus.train.ridge;

import ductus.math.Elementary;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/**
 * Gives a network of signals its head in one pass over the sequences, by ridge regression from the
 * layers below, which stay as they are: the training of an echo state network. What is to be fed
 * back when the network runs freely is given as input meanwhile (teacher forcing). For networks of
 * {@link Target#SQUARES}, and of {@link Target#VALUES}, whose deviations are then those of the
 * held-out errors.
 */
public final class RidgeReadout {
  /** Shares of the features' mean square that are tried as penalty. */
  private static final double[] PENALTIES = {
    1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1
  };

  /** Time steps that are run at once. */
  private static final int WINDOW = 256;

  /** A deviation is never less than this. */
  private static final double LEAST_DEVIATION = 1e-6;

  private final SignalNetwork network;
  private final int washout;
  private final Tape tape;

  /**
   * How a readout came out.
   *
   * @param penalty that was best on held-out sequences, as a share of the features' mean square
   * @param trainingError root of the mean squared error on the training sequences
   * @param heldOutError the same on the held-out sequences
   */
  public record Fit(double penalty, double trainingError, double heldOutError) {}

  /**
   * For a network whose layers have their weights.
   *
   * @param washout time steps at the beginning of each sequence that are not learned from, until
   *     the states have forgotten how they began
   */
  public RidgeReadout(SignalNetwork network, int washout, Kernels kernels, Workers workers) {
    Target target = network.config().target();
    if (target != Target.SQUARES && target != Target.VALUES) {
      throw new IllegalArgumentException(
          "a readout that is solved for must be of SQUARES or VALUES but was of " + target);
    }
    if (washout < 0) {
      throw new IllegalArgumentException("washout must be 0 steps or more but was " + washout);
    }
    this.network = network;
    this.washout = washout;
    tape = new Tape(kernels, workers);
  }

  /**
   * Solves for the head.
   *
   * @param training of which some steps behind the washout must have all of their targets
   * @param heldOut the same; they choose the penalty
   */
  public Fit fit(List<SignalSequence> training, List<SignalSequence> heldOut) {
    network.repack(tape);
    int outputs = network.config().outputs();
    RidgeRegression regression = new RidgeRegression(network.featureSize(), outputs);
    training.forEach(sequence -> run(sequence, regression::add));
    List<double[]> rows = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    for (SignalSequence sequence : heldOut) {
      run(
          sequence,
          (row, wanted) -> {
            rows.add(row.clone());
            targets.add(wanted.clone());
          });
    }
    if (regression.count() == 0 || rows.isEmpty()) {
      throw new IllegalArgumentException(
          "training and held-out sequences must have steps with targets behind the washout of %d"
                  .formatted(washout)
              + " but have %d and %d".formatted(regression.count(), rows.size()));
    }
    double penalty = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    DMatrixRMaj best = new DMatrixRMaj(0, 0);
    for (double share : PENALTIES) {
      DMatrixRMaj weights = regression.solve(share);
      double error = mean(squares(weights, rows, targets));
      if (error < least || best.numRows == 0) {
        penalty = share;
        least = error;
        best = weights;
      }
    }
    write(best, squares(best, rows, targets));
    double[] sum = {0};
    DMatrixRMaj chosen = best;
    double[] output = new double[outputs];
    for (SignalSequence sequence : training) {
      run(sequence, (row, wanted) -> sum[0] += square(chosen, row, wanted, output));
    }
    network.repack(tape);
    return new Fit(penalty, Math.sqrt(sum[0] / (regression.count() * outputs)), Math.sqrt(least));
  }

  /** What is done with the features and targets of a step; both change with the next. */
  private interface Step {
    void see(double[] features, double[] targets);
  }

  private void run(SignalSequence sequence, Step step) {
    State state = network.initialState(1);
    double[] row = new double[network.featureSize()];
    double[] wanted = new double[sequence.targetsPerStep()];
    for (int from = 0; from < sequence.length(); from += WINDOW) {
      int time = Math.min(WINDOW, sequence.length() - from);
      SignalBatch batch = new SignalBatch(List.of(sequence), from, time);
      network.begin(batch, state, tape);
      FMatrixRMaj features = network.features(batch, tape);
      for (int t = Math.max(0, washout - from); t < time; t++) {
        boolean whole = true;
        for (int n = 0; n < wanted.length; n++) {
          wanted[n] = sequence.target(from + t, n);
          whole &= !Double.isNaN(wanted[n]);
        }
        if (whole) {
          for (int f = 0; f < row.length; f++) {
            row[f] = features.data[t * features.numCols + f];
          }
          step.see(row, wanted);
        }
      }
    }
  }

  /** Mean squared error of each output. */
  private static double[] squares(
      DMatrixRMaj weights, List<double[]> rows, List<double[]> targets) {
    double[] output = new double[weights.numCols];
    double[] squares = new double[weights.numCols];
    for (int i = 0; i < rows.size(); i++) {
      RidgeRegression.apply(weights, rows.get(i), output);
      for (int n = 0; n < output.length; n++) {
        double error = output[n] - targets.get(i)[n];
        squares[n] += error * error / rows.size();
      }
    }
    return squares;
  }

  private static double square(
      DMatrixRMaj weights, double[] row, double[] wanted, double[] output) {
    RidgeRegression.apply(weights, row, output);
    double sum = 0;
    for (int n = 0; n < output.length; n++) {
      sum += (output[n] - wanted[n]) * (output[n] - wanted[n]);
    }
    return sum;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private void write(DMatrixRMaj solved, double[] squares) {
    FMatrixRMaj weights = network.readout().get(0).value();
    FMatrixRMaj biases = network.readout().get(1).value();
    weights.zero();
    biases.zero();
    int last = solved.numRows - 1;
    for (int n = 0; n < solved.numCols; n++) {
      for (int f = 0; f < last; f++) {
        weights.set(f, n, (float) solved.get(f, n));
      }
      biases.set(0, n, (float) solved.get(last, n));
      if (network.config().target() == Target.VALUES) {
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(squares[n]));
        biases.set(0, solved.numCols + n, (float) Elementary.log(deviation));
      }
    }
  }
}
