package ductus.cli.forecasting;

import ductus.cli.console.ExitStatus;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.series.TimeSeries;
import ductus.series.forecast.ForecastEvaluation;
import ductus.series.network.SeriesConfig;
import ductus.series.network.SeriesParts;
import ductus.task.forecasting.ForecastFigures;
import ductus.task.forecasting.SeriesEvaluation;
import ductus.task.forecasting.SeriesModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code ductus evaluate} of a model of series. */
public final class SeriesEvaluationReport implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(SeriesConfig.ENCODING);
  }

  /** Measures a model on the last tenth of a file's rows. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path file = request.folder();
    long seed = request.samples().seed();
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
    SeriesParts.caution(series.length()).ifPresent(request.console()::warn);
    request.console().printJson(evaluation);
    request.console().print(ForecastFigures.text(evaluation));
    return ExitStatus.DONE;
  }
}
