package ductus.cli.format;

import ductus.inspection.TextModelReport;
import ductus.model.ModelHeader.TrainingSummary;
import ductus.model.NetworkConfig;

/** A report on a language model, for people. */
public final class TextModelText {
  private TextModelText() {}

  public static String of(TextModelReport report) {
    NetworkConfig network = report.network();
    TrainingSummary training = report.training();
    ModelSheet sheet = new ModelSheet(report.name(), report.sha256(), report.tensors());
    sheet.line("encoding", "%s, %,d different tokens", report.encoding(), network.vocabularySize());
    sheet.line(
        "network",
        "embedding %d, %s of %d units (%s), dropout %s",
        network.embeddingSize(),
        NumberText.count(network.layers(), "layer"),
        network.hiddenSize(),
        network.cell(),
        network.dropout());
    sheet.parameters(report.parameters());
    sheet.trained(
        NumberText.count(report.trainingPassages(), "passage") + " of " + training.corpus(),
        training,
        "token");
    return sheet.text();
  }
}
