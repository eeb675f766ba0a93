package ductus.cli.format;

import ductus.inspection.ClassModelReport;
import ductus.model.CoreConfig;
import ductus.model.ModelHeader.TrainingSummary;

/** A report on a model that classifies or tags, for people. */
public final class ClassModelText {
  private ClassModelText() {}

  public static String of(ClassModelReport report) {
    CoreConfig layers = report.layers();
    TrainingSummary training = report.training();
    ModelSheet sheet = new ModelSheet(report.name(), report.sha256(), report.tensors());
    sheet.line("reads", "%s", report.encoding());
    sheet.line("says", "%s", String.join(", ", report.labels()));
    sheet.line(
        "network",
        "%s of %d units (%s), dropout %s",
        NumberText.count(layers.layers(), "layer"),
        layers.hiddenSize(),
        layers.cell(),
        layers.dropout());
    sheet.parameters(report.parameters());
    sheet.trained(training.corpus(), training, "label");
    return sheet.text();
  }
}
