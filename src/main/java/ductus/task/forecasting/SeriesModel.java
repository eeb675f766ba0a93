package ductus.task.forecasting;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.signal.SignalNetwork;
import ductus.series.SeriesFile;
import ductus.series.TimeSeries;
import ductus.series.forecast.Forecaster;
import ductus.series.network.SeriesConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A model of series that was found and read.
 *
 * @param found where it lies
 * @param file its header and network
 */
public record SeriesModel(FoundModel found, ModelFile<SeriesConfig, SignalNetwork> file) {
  /** Paths that an interval is made of. */
  public static final int PATHS = 500;

  /**
   * Finds a model and opens it.
   *
   * @param path a model file, or a folder that holds one
   */
  public static SeriesModel find(String path) throws BadFileException, IOException {
    return of(FoundModel.find(path, List.of()));
  }

  /** Opens a model that was found. */
  public static SeriesModel of(FoundModel found) throws BadFileException {
    ModelFile<SeriesConfig, SignalNetwork> file = found.open(SeriesConfig.KIND);
    boolean old = file.header().encodingVersion() == SeriesConfig.WITHOUT_BASIS;
    boolean fits = old == (file.header().network().basis() == null);
    return new SeriesModel(
        found,
        file.requireFitting(
            found.path(), old ? SeriesConfig.WITHOUT_BASIS : SeriesConfig.VERSION, fits));
  }

  /** The shape of this model, with the scales of its columns. */
  public SeriesConfig config() {
    return file.header().network();
  }

  /** Draws paths. */
  public Forecaster forecaster(Workers workers) {
    return new Forecaster(file.network(), config(), PATHS, KernelChoice.best(), workers);
  }

  /**
   * Reads the model's columns from a file.
   *
   * @throws BadFileException if one is missing
   */
  public TimeSeries read(Path path) throws BadFileException, IOException {
    return columns(path, SeriesFile.read(path));
  }

  /**
   * The model's columns of a series.
   *
   * @param path that it was read from
   * @throws BadFileException if one is missing
   */
  public TimeSeries columns(Path path, TimeSeries series) throws BadFileException {
    try {
      return series.select(config().names());
    } catch (IllegalArgumentException missing) {
      throw new BadFileException(path, String.valueOf(missing.getMessage()));
    }
  }
}
