package ductus.series.network;

import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.nn.Tape;
import ductus.train.Loss;
import ductus.train.Pass;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingObjective;
import ductus.train.plan.Batching;
import java.util.Arrays;
import java.util.List;

/**
 * Teaches a network to foretell the next step of a series. Gaps are bridged by what the network
 * expects at the time, so that it learns to live with its own guesses.
 */
public final class SeriesObjective implements TrainingObjective<SeriesWindow> {
  private final SignalNetwork network;
  private final List<ColumnScale> columns;
  private final TrainingObjective<SignalSequence> signals;
  private final Tape bridging;

  /**
   * Creates the teaching of a network.
   *
   * @param bridging a tape for guesses, not that of the training
   */
  public SeriesObjective(SignalNetwork network, List<ColumnScale> columns, Tape bridging) {
    this.network = network;
    this.columns = List.copyOf(columns);
    this.bridging = bridging;
    signals = SequenceTeaching.of(network);
  }

  @Override
  public int length(SeriesWindow window) {
    return window.length();
  }

  @Override
  public int targets(SeriesWindow window) {
    return window.targets();
  }

  @Override
  public List<List<Pass>> updates(List<SeriesWindow> windows, Batching batching) {
    return signals.updates(sequences(windows), batching);
  }

  @Override
  public Loss measure(List<SeriesWindow> windows, Tape tape) {
    return signals.measure(sequences(windows), tape);
  }

  private List<SignalSequence> sequences(List<SeriesWindow> windows) {
    if (windows.stream().anyMatch(SeriesWindow::hasGaps)) {
      network.repack(bridging);
    }
    return windows.stream().map(this::sequence).toList();
  }

  private SignalSequence sequence(SeriesWindow window) {
    int steps = window.length() - 1;
    int size = columns.size();
    double[] bridged = bridged(window);
    float[] inputs = new float[steps * size * SeriesConfig.INPUTS];
    float[] targets = new float[steps * size];
    Arrays.fill(targets, Float.NaN);
    for (int t = 0; t < steps; t++) {
      for (int c = 0; c < size; c++) {
        int i = t * size + c;
        ColumnScale scale = columns.get(c);
        StepInputs.write(
            scale,
            bridged[i],
            bridged[Math.max(i - size, c)],
            Double.isNaN(window.value(t, c)),
            inputs,
            SeriesConfig.INPUTS * i);
        if (t + 1 >= window.warmup()) {
          targets[i] = (float) ((window.value(t + 1, c) - bridged[i]) / scale.change());
        }
      }
    }
    return new SignalSequence(steps, inputs, targets);
  }

  /** The values of a window [T×C], its gaps filled with what the network expected there. */
  private double[] bridged(SeriesWindow window) {
    int size = columns.size();
    double[] all = new double[window.length() * size];
    SeriesCursor cursor = window.hasGaps() ? new SeriesCursor(network, columns, bridging, 1) : null;
    for (int t = 0; t < window.length(); t++) {
      double[] row = window.step(t);
      if (cursor != null) {
        cursor.accept(row);
        for (int c = 0; c < size; c++) {
          row[c] = cursor.last(0, c);
        }
      }
      System.arraycopy(row, 0, all, t * size, size);
    }
    return all;
  }
}
