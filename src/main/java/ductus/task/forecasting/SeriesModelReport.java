package ductus.task.forecasting;

import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.format.Table;
import ductus.model.CoreConfig;
import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;
import ductus.series.linear.CalendarInput;
import ductus.series.network.ColumnScale;
import ductus.series.network.SeriesBasis;
import ductus.task.ModelSheet;
import ductus.task.ModelSheet.TensorSize;
import ductus.task.Report;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Description of a model of series.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param core its layers
 * @param columns that it foretells
 * @param season steps until its series repeats itself; 0 where it does not
 * @param basis linear forecast that the network adds to; null in models of old
 * @param parameters how many numbers were learnt
 * @param training how
 * @param tensors the weights, in the order of the file
 */
record SeriesModelReport(
    String name,
    String sha256,
    CoreConfig core,
    List<ColumnScale> columns,
    int season,
    @Nullable SeriesBasis basis,
    long parameters,
    ModelHeader.TrainingSummary training,
    List<TensorSize> tensors) {
  SeriesModelReport {
    columns = List.copyOf(columns);
    tensors = List.copyOf(tensors);
  }

  /** Describes a model that was found. */
  static Report of(FoundModel found) throws BadFileException {
    SeriesModel model = SeriesModel.of(found);
    SeriesModelReport report =
        new SeriesModelReport(
            found.place().name(),
            found.sha256(),
            model.config().core(),
            model.config().columns(),
            model.config().season(),
            model.config().basis(),
            model.file().network().size(),
            model.file().header().training(),
            TensorSize.of(model.file().network()));
    return new Report(report, report.text());
  }

  private String text() {
    Table table = new Table("column", "mean", "deviation", "of changes", "least", "most");
    columns.forEach(
        each ->
            table.row(
                each.name(),
                number(each.mean()),
                number(each.deviation()),
                number(each.change()),
                number(each.low()),
                number(each.high())));
    return new ModelSheet(name, sha256, tensors)
        .line(
            "network",
            "%s of %d units (%s), dropout %s",
            NumberText.count(core.layers(), "layer"),
            core.hiddenSize(),
            core.cell(),
            core.dropout())
        .parameters(parameters)
        .line("season", "%s", season == 0 ? "none" : season + " steps")
        .line("adds to", "%s", basisText())
        .trained(training.corpus(), training, "step")
        .table(table)
        .text();
  }

  private String basisText() {
    if (basis == null) {
      return "the last value";
    }
    List<CalendarInput> calendar = basis.linear().calendar();
    return String.format(
        Locale.ROOT,
        "a linear forecast from %s%s; %.0f %% of what it adds is believed",
        NumberText.count(basis.linear().memory(), "row"),
        calendar.isEmpty()
            ? ""
            : calendar.stream()
                .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", ", " and the calendar (", ")")),
        100 * basis.trust());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }
}
