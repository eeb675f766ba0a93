package ductus.cli.text;

import ductus.model.CoreConfig;
import ductus.model.ModelHeader.TrainingSummary;
import ductus.workbench.report.ClassModelReport;

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
        Words.count(layers.layers(), "layer"),
        layers.hiddenSize(),
        layers.cell(),
        layers.dropout());
    sheet.parameters(report.parameters());
    sheet.trained(training.corpus(), training, "label");
    return sheet.text();
  }
}
