package ductus.cli.text;

import ductus.model.CoreConfig;
import ductus.model.ModelHeader.TrainingSummary;
import ductus.workbench.report.ClassModelReport;
import java.util.Locale;

/** A report on a model that classifies or tags, for people. */
public final class ClassModelText {
  private ClassModelText() {}

  public static String of(ClassModelReport report) {
    StringBuilder text = new StringBuilder();
    CoreConfig layers = report.layers();
    TrainingSummary training = report.training();
    line(text, "%s", report.name());
    line(text, "  sha-256    %s", report.sha256());
    line(text, "  reads      %s", report.encoding());
    line(text, "  says       %s", String.join(", ", report.labels()));
    line(
        text,
        "  network    %s of %d units (%s), dropout %s",
        Words.count(layers.layers(), "layer"),
        layers.hiddenSize(),
        layers.cell(),
        layers.dropout());
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
    line(text, "  held out   %.4f nats a label", training.validationNats());
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
