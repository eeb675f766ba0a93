package ductus.cli.format;

import ductus.inspection.HarmonyModelReport;
import ductus.model.ModelHeader.TrainingSummary;
import ductus.model.tagging.TaggingConfig;

/** A report on a model of harmony, for people. */
public final class HarmonyModelText {
  private HarmonyModelText() {}

  public static String of(HarmonyModelReport report) {
    TaggingConfig network = report.network();
    TrainingSummary training = report.training();
    ModelSheet sheet = new ModelSheet(report.name(), report.sha256(), report.tensors());
    sheet.line(
        "encoding",
        "%s, version %d; %d rows a step of %d, %d labels",
        report.encoding().name(),
        report.encoding().version(),
        network.perStep(),
        network.tableRows(),
        network.labels());
    sheet.line(
        "network",
        "embedding %d, %s of %d units (lstm, both directions), dropout %s",
        network.embeddingSize(),
        NumberText.count(network.layers(), "layer"),
        network.hiddenSize(),
        network.dropout());
    sheet.parameters(report.parameters());
    sheet.trained(material(report), training, report.target());
    return sheet.text();
  }

  private static String material(HarmonyModelReport report) {
    String pieces =
        report.trainingPieces() == 0
            ? ""
            : NumberText.count(report.trainingPieces(), "piece") + ", ";
    return pieces + report.training().corpus();
  }
}
