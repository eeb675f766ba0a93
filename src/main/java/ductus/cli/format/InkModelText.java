package ductus.cli.format;

import ductus.inspection.InkModelReport;
import ductus.model.ModelHeader.TrainingSummary;

/** A report on a model that writes or reads by hand, for people. */
public final class InkModelText {
  private InkModelText() {}

  public static String of(InkModelReport report) {
    TrainingSummary training = report.training();
    ModelSheet sheet = new ModelSheet(report.name(), report.sha256(), report.tensors());
    sheet.line("encoding", "%s, version %d", report.encoding(), report.encodingVersion());
    if (report.alphabet() != null) {
      sheet.line("characters", "%s", report.alphabet().strip());
    }
    if (!report.hands().isEmpty()) {
      sheet.line("hands", "%s", String.join(", ", report.hands()));
    }
    sheet.parameters(report.parameters());
    sheet.trained(training.corpus(), training, report.target());
    return sheet.text();
  }
}
