package ductus.workbench;

import ductus.file.AtomicFile;
import ductus.picture.chart.LineChart;
import ductus.picture.chart.Series;
import ductus.train.EpochMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A run's losses as a table and as a picture. */
final class RunMetrics {
  private RunMetrics() {}

  /**
   * Writes both into the run's folder.
   *
   * @param target what a loss is of, such as {@code token}
   */
  static void write(RunFolder folder, List<EpochMetrics> history, String target)
      throws IOException {
    AtomicFile.write(folder.metrics(), csv(history, target.replace(' ', '_')));
    AtomicFile.write(folder.lossPlot(), plot(history, target));
  }

  private static byte[] csv(List<EpochMetrics> history, String target) {
    StringBuilder csv =
        new StringBuilder(
            "epoch,updates,learning_rate,training_nats_per_%1$s,validation_nats_per_%1$s,seconds,%1$ss_per_second\n"
                .formatted(target));
    for (EpochMetrics m : history) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%d,%.6g,%.6f,%.6f,%.1f,%.0f\n",
              m.epoch(),
              m.updates(),
              m.learningRate(),
              m.trainingNats(),
              m.validationNats(),
              m.seconds(),
              m.tokensPerSecond()));
    }
    return csv.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] plot(List<EpochMetrics> history, String target) {
    return LineChart.svg(
        "Loss by epoch",
        "epoch",
        "nats per " + target,
        List.of(
            Series.ofValues("training", history.stream().map(EpochMetrics::trainingNats).toList()),
            Series.ofValues(
                "held out", history.stream().map(EpochMetrics::validationNats).toList())));
  }
}
