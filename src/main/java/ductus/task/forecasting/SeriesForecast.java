package ductus.task.forecasting;

import ductus.file.AtomicFile;
import ductus.file.JsonFile;
import ductus.math.Workers;
import ductus.series.TimeSeries;
import ductus.series.forecast.Forecast;
import ductus.series.forecast.ForecastFile;
import ductus.series.forecast.ForecastPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A forecast that was made.
 *
 * @param forecast itself
 * @param files table, picture and provenance
 */
public record SeriesForecast(Forecast forecast, List<Path> files) {
  /** Endings of a forecast's files. */
  public static final List<String> ENDINGS = List.of(".csv", ".svg", ".json");

  public SeriesForecast {
    files = List.copyOf(files);
  }

  /** Where a forecast comes from, as it stands beside it. */
  private record ForecastOrigin(
      String program,
      String version,
      String model,
      String sha256,
      String file,
      int rows,
      int steps,
      int paths,
      long seed) {}

  /**
   * A forecast that is asked for.
   *
   * @param file that the history is from
   * @param history with the model's columns
   * @param steps to come
   * @param seed of the paths
   */
  public record Request(Path file, TimeSeries history, int steps, long seed) {}

  /**
   * Makes a forecast and writes its files.
   *
   * @param stem of their names
   * @param programVersion for the provenance
   */
  public static SeriesForecast make(
      SeriesModel model, Request request, Path stem, String programVersion) throws IOException {
    Forecast forecast;
    try (Workers workers = new Workers(1)) {
      forecast =
          model.forecaster(workers).forecast(request.history(), request.steps(), request.seed());
    }
    Path table = beside(stem, ".csv");
    Path picture = beside(stem, ".svg");
    Path sidecar = beside(stem, ".json");
    ForecastFile.write(table, request.history(), forecast);
    AtomicFile.write(
        picture,
        ForecastPicture.svg(
            "Forecast of " + request.file().getFileName(), request.history(), forecast));
    JsonFile.write(
        sidecar,
        new ForecastOrigin(
            "ductus",
            programVersion,
            model.found().place().lastingName(),
            model.found().sha256(),
            request.file().toAbsolutePath().normalize().toString(),
            request.history().length(),
            request.steps(),
            SeriesModel.PATHS,
            request.seed()));
    return new SeriesForecast(forecast, List.of(table, picture, sidecar));
  }

  private static Path beside(Path stem, String ending) {
    return stem.resolveSibling(stem.getFileName() + ending);
  }
}
