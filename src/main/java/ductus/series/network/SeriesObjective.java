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
  private final SeriesConfig config;
  private final TrainingObjective<SignalSequence> signals;
  private final Tape bridging;

  /**
   * Creates the teaching of a network.
   *
   * @param config that believes all of it
   * @param bridging a tape for guesses, not that of the training
   */
  public SeriesObjective(SignalNetwork network, SeriesConfig config, Tape bridging) {
    this.network = network;
    this.config = config;
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
    int count = window.length() - 1;
    int size = config.columns().size();
    int given = SeriesSteps.inputs(config);
    float[] inputs = new float[count * given];
    float[] targets = new float[count * size];
    Arrays.fill(targets, Float.NaN);
    double[] bases = window.hasGaps() ? bridged(window, inputs) : plain(window, inputs);
    for (int t = Math.max(0, window.warmup() - 1); t < count; t++) {
      for (int c = 0; c < size; c++) {
        double unit = config.linear().equations().get(c).deviation();
        targets[t * size + c] = (float) ((window.value(t + 1, c) - bases[t * size + c]) / unit);
      }
    }
    return new SignalSequence(count, inputs, targets);
  }

  /**
   * Writes what the network is given of a window without gaps.
   *
   * @return what its answers are added to [T×C]
   */
  private double[] plain(SeriesWindow window, float[] inputs) {
    int size = config.columns().size();
    int given = SeriesSteps.inputs(config);
    double[] bases = new double[(window.length() - 1) * size];
    boolean[] missing = new boolean[size];
    float[] row = new float[given];
    SeriesSteps steps = new SeriesSteps(config, window.times(), window.row());
    for (int t = -window.lead(); t < 0; t++) {
      steps.remember(window.step(t));
    }
    for (int t = 0; t + 1 < window.length(); t++) {
      steps.take(window.step(t), missing, row, given);
      System.arraycopy(row, 0, inputs, t * given, given);
      for (int c = 0; c < size; c++) {
        bases[t * size + c] = steps.base(0, c);
      }
    }
    return bases;
  }

  /** Writes the same of a window whose gaps are filled with what the network expects there. */
  private double[] bridged(SeriesWindow window, float[] inputs) {
    int size = config.columns().size();
    double[] bases = new double[(window.length() - 1) * size];
    SeriesCursor cursor = new SeriesCursor(network, config, window.times(), window.row(), bridging);
    for (int t = -window.lead(); t < 0; t++) {
      cursor.remember(window.step(t));
    }
    for (int t = 0; t + 1 < window.length(); t++) {
      cursor.accept(window.step(t));
      cursor.copyInputs(inputs, t * SeriesSteps.inputs(config));
      for (int c = 0; c < size; c++) {
        bases[t * size + c] = cursor.base(0, c);
      }
    }
    return bases;
  }
}
