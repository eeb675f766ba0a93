package ductus.cli.format;

import ductus.inspection.ModelReport;
import ductus.model.Condition;
import ductus.model.ModelHeader.TrainingSummary;
import ductus.model.NetworkConfig;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report on a model, for people. */
public final class ModelText {
  private ModelText() {}

  public static String of(ModelReport report) {
    NetworkConfig network = report.network();
    TrainingSummary training = report.training();
    ModelSheet sheet = new ModelSheet(report.name(), report.sha256(), report.tensors());
    sheet.line(
        "encoding",
        "%s, version %d; vocabulary of %,d tokens%s",
        report.encoding().name(),
        report.encoding().version(),
        network.vocabularySize(),
        report.encoding().merges() == 0
            ? ""
            : String.format(Locale.ROOT, ", %,d of them merged", report.encoding().merges()));
    sheet.line(
        "network",
        "embedding %d, %s of %d units (%s)%s, dropout %s",
        network.embeddingSize(),
        NumberText.count(network.layers(), "layer"),
        network.hiddenSize(),
        network.cell(),
        network.skip() ? " with skip" : "",
        network.dropout());
    sheet.parameters(report.parameters());
    sheet.trained(
        NumberText.count(report.trainingPieces(), "piece") + ", " + training.corpus(),
        training,
        "token");
    for (Condition condition : report.conditions()) {
      sheet.line("condition", "%s: %s", condition.name(), String.join(", ", condition.labels()));
    }
    if (report.trainingRuns() != null) {
      sheet.line(
          "run index",
          "%s",
          report.trainingRuns().stream()
              .map(
                  runs -> String.format(Locale.ROOT, "%,d of %d notes", runs.count(), runs.notes()))
              .collect(Collectors.joining(", ")));
    }
    return sheet.text();
  }
}
