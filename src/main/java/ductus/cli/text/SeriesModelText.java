package ductus.cli.text;

import ductus.model.CoreConfig;
import ductus.model.ModelHeader.TrainingSummary;
import ductus.workbench.report.SeriesModelReport;
import java.util.Locale;

/** A report on a model of series, for people. */
public final class SeriesModelText {
  private SeriesModelText() {}

  public static String of(SeriesModelReport report) {
    StringBuilder text = new StringBuilder();
    CoreConfig core = report.core();
    TrainingSummary training = report.training();
    line(text, "%s", report.name());
    line(text, "  sha-256    %s", report.sha256());
    line(
        text,
        "  network    %s of %d units (%s), dropout %s",
        Words.count(core.layers(), "layer"),
        core.hiddenSize(),
        core.cell(),
        core.dropout());
    line(
        text,
        "  parameters %,d in %s",
        report.parameters(),
        Words.count(report.tensors().size(), "tensor"));
    line(text, "  season     %s", report.season() == 0 ? "none" : report.season() + " steps");
    line(
        text,
        "  trained    on %s; seed %d, epoch %d, Ductus %s",
        training.corpus(),
        training.seed(),
        training.epochs(),
        training.program());
    line(text, "  held out   %.4f nats a step", training.validationNats());
    line(text, "");
    Table columns = new Table("column", "mean", "deviation", "of changes", "least", "most");
    report
        .columns()
        .forEach(
            each ->
                columns.row(
                    each.name(),
                    number(each.mean()),
                    number(each.deviation()),
                    number(each.change()),
                    number(each.low()),
                    number(each.high())));
    line(text, "%s", columns);
    line(text, "");
    Table table = new Table("tensor", "rows", "columns");
    report.tensors().forEach(each -> table.row(each.name(), each.rows(), each.columns()));
    line(text, "%s", table);
    return text.toString().stripTrailing();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
