package ductus.cli.text;

import ductus.model.ModelHeader.TrainingSummary;
import ductus.workbench.report.InkModelReport;
import java.util.Locale;

/** A report on a model that writes or reads by hand, for people. */
public final class InkModelText {
  private InkModelText() {}

  public static String of(InkModelReport report) {
    StringBuilder text = new StringBuilder();
    TrainingSummary training = report.training();
    line(text, "%s", report.name());
    line(text, "  sha-256    %s", report.sha256());
    line(text, "  encoding   %s, version %d", report.encoding(), report.encodingVersion());
    if (report.alphabet() != null) {
      line(text, "  characters %s", report.alphabet().strip());
    }
    if (!report.hands().isEmpty()) {
      line(text, "  hands      %s", String.join(", ", report.hands()));
    }
    line(
        text,
        "  parameters %,d in %s",
        report.parameters(),
        Words.count(report.tensors().size(), "tensor"));
    line(
        text,
        "  trained    on %s; seed %d, epoch %d, Ductus %s",
        training.corpus(),
        training.seed(),
        training.epochs(),
        training.program());
    line(text, "  held out   %.4f nats a %s", training.validationNats(), report.target());
    line(text, "");
    Table table = new Table("tensor", "rows", "columns");
    report.tensors().forEach(each -> table.row(each.name(), each.rows(), each.columns()));
    line(text, "%s", table);
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
