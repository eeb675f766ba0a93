package ductus.cli.format;

import ductus.inspection.SeriesModelReport;
import ductus.model.CoreConfig;
import ductus.model.ModelHeader.TrainingSummary;
import java.util.Locale;

/** A report on a model of series, for people. */
public final class SeriesModelText {
  private SeriesModelText() {}

  public static String of(SeriesModelReport report) {
    CoreConfig core = report.core();
    TrainingSummary training = report.training();
    ModelSheet sheet = new ModelSheet(report.name(), report.sha256(), report.tensors());
    sheet.line(
        "network",
        "%s of %d units (%s), dropout %s",
        NumberText.count(core.layers(), "layer"),
        core.hiddenSize(),
        core.cell(),
        core.dropout());
    sheet.parameters(report.parameters());
    sheet.line("season", "%s", report.season() == 0 ? "none" : report.season() + " steps");
    sheet.trained(training.corpus(), training, "step");
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
    sheet.table(columns);
    return sheet.text();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }
}
