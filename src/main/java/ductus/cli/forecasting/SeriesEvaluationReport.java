package ductus.cli.forecasting;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.series.TimeSeries;
import ductus.series.forecast.ForecastEvaluation;
import ductus.series.network.SeriesParts;
import ductus.task.forecasting.ForecastFigures;
import ductus.task.forecasting.SeriesEvaluation;
import ductus.task.forecasting.SeriesModel;
import java.io.IOException;
import java.nio.file.Path;

/** {@code ductus evaluate} of a model of series. */
public final class SeriesEvaluationReport {
  private final CommonOptions common;

  /** With the options of the command. */
  public SeriesEvaluationReport(CommonOptions common) {
    this.common = common;
  }

  /**
   * Measures a model on the last tenth of a file's rows.
   *
   * @return exit status
   */
  public int run(FoundModel found, Path file, long seed) throws BadFileException, IOException {
    SeriesModel model = SeriesModel.of(found);
    TimeSeries series = model.read(file);
    SeriesParts parts;
    try {
      parts = SeriesParts.of(series.length());
    } catch (IllegalArgumentException tooShort) {
      throw new BadFileException(file, String.valueOf(tooShort.getMessage()));
    }
    int steps = SeriesEvaluation.steps(parts.length() - parts.test(), null);
    ForecastEvaluation evaluation = SeriesEvaluation.of(model, series, parts.test(), steps, seed);
    common.console().printJson(evaluation);
    common.console().print(ForecastFigures.text(evaluation));
    return ExitStatus.DONE;
  }
}
