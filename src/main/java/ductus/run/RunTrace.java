package ductus.run;

import ductus.train.Trainer;
import ductus.train.TrainingListener.UpdateReport;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What can be watched of a run while it goes on: {@code updates.csv} has a row of some updates,
 * with the rate, the loss and the gradient's norms by layer; {@code lags.csv} one of some epochs,
 * with the gradient's norms by time lag. Both keep to their {@link TimeBudget} of the run's time.
 */
final class RunTrace {
  private static final double SHORTEST_SECONDS = 0.25;

  /** Rows become rarer as a run grows older, so that the table stays small. */
  private static final double SHARE_OF_AGE = 1e-3;

  private final Trainer trainer;
  private final String target;
  private final GrowingTable updates;
  private final GrowingTable lags;
  private final TimeBudget ration = new TimeBudget();
  private double seconds;
  private double next;
  private double nextLags;

  /**
   * The trace of a run.
   *
   * @param target what a loss is of, such as {@code token}
   */
  RunTrace(RunFolder folder, Trainer trainer, String target) {
    this.trainer = trainer;
    this.target = target.replace(' ', '_');
    updates = new GrowingTable(folder.updates());
    lags = new GrowingTable(folder.lags());
  }

  /** Begins where the run does: what an earlier one left behind that place goes. */
  void begin(TrainingProgress progress) throws IOException {
    updates.cut(progress.updates());
    lags.cut(progress.epoch());
  }

  /** Writes a row if it is time for one. */
  void updated(UpdateReport report) {
    seconds = report.seconds();
    if (seconds < next) {
      return;
    }
    next = afterNow();
    try {
      write(report);
    } catch (IOException unwritten) {
      // The run is worth more than a row of it; where the disk is full, its checkpoint will say so.
      return;
    }
  }

  private double afterNow() {
    return seconds + Math.max(SHORTEST_SECONDS, seconds * SHARE_OF_AGE);
  }

  private void write(UpdateReport report) throws IOException {
    Map<String, Double> layers = trainer.layerNorms();
    updates.head(header(layers));
    List<Double> row = new ArrayList<>();
    row.add(report.epochsDone());
    row.add(report.seconds());
    row.add(report.learningRate());
    row.add(report.nats());
    row.add(report.tokensPerSecond());
    row.addAll(layers.values());
    updates.add(report.updates(), row);
  }

  private List<String> header(Map<String, Double> layers) {
    List<String> header = new ArrayList<>();
    header.add("updates");
    header.add("epochs");
    header.add("seconds");
    header.add("learning_rate");
    header.add("training_nats_per_" + target);
    header.add(target + "s_per_second");
    layers.keySet().forEach(layer -> header.add("gradient_norm_" + layer));
    return header;
  }

  /** Measures the gradients by time lag, where that is not too dear. */
  void epochEnded(int epoch) throws IOException {
    if (ration.isFree() && seconds >= nextLags) {
      nextLags = afterNow();
      ration.spend(() -> writeLags(epoch));
    }
  }

  private void writeLags(int epoch) throws IOException {
    List<Double> norms = trainer.gradientByLag();
    if (norms.isEmpty()) {
      return;
    }
    List<String> header = new ArrayList<>(List.of("epoch"));
    IntStream.rangeClosed(1, norms.size()).forEach(lag -> header.add("gradient_norm_lag_" + lag));
    lags.head(header);
    lags.add(epoch, norms);
  }
}
