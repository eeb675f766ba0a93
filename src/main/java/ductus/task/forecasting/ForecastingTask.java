package ductus.task.forecasting;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.series.SeriesFile;
import ductus.series.network.SeriesConfig;
import ductus.task.LearnableSources;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.Task.Variant;
import ductus.task.TrainingSetup;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Time series: each step is predicted from those before it, with its uncertainty.
 *
 * @param steps ahead that the forecasts go which are measured at the end; null for the usual ones
 */
public record ForecastingTask(@Nullable Integer steps) implements Task<SeriesTrainingConfig> {
  /** The task with the usual forecasts at the end. */
  public ForecastingTask() {
    this(null);
  }

  @Override
  public String name() {
    return "series";
  }

  @Override
  public String command() {
    return "series train";
  }

  @Override
  public Class<SeriesTrainingConfig> configType() {
    return SeriesTrainingConfig.class;
  }

  @Override
  public SeriesTrainingConfig usual() {
    return SeriesTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<SeriesTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "A series of numbers, to foretell it", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) throws IOException {
    return LearnableSources.files(folder, List.of(".csv"), file -> SeriesFile.read(file).length());
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of();
  }

  @Override
  public TrainingSetup<?> prepare(SeriesTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new SeriesTraining(config, steps, preparing.programVersion());
  }

  @Override
  public List<String> encodings() {
    return List.of(SeriesConfig.ENCODING);
  }

  @Override
  public List<String> shipped() {
    return List.of();
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    return SeriesModelReport.of(model);
  }
}
