package ductus.task.strokerecovery;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.model.tracing.TracerNetwork;
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

/** Strokes from pictures: a letter is seen, and drawn as a pen would draw it. */
public final class StrokeRecoveryTask implements Task<TracingTrainingConfig> {
  @Override
  public String name() {
    return "tracer";
  }

  @Override
  public String command() {
    return "draw train";
  }

  @Override
  public Class<TracingTrainingConfig> configType() {
    return TracingTrainingConfig.class;
  }

  @Override
  public TracingTrainingConfig usual() {
    return TracingTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<TracingTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "Drawing letters from pictures", usual()));
  }

  /** The folder, if it has hands: other ink may be of lines. */
  @Override
  public Map<Path, Integer> sourcesIn(Path folder) throws IOException {
    return HandFolder.counted(folder);
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.ACCUMULATION);
  }

  /** The loss is measured on some of the letters that are left. */
  @Override
  public Map<String, Object> decisiveForLoss(TracingTrainingConfig config) {
    return Map.of("without", config.without());
  }

  @Override
  public TrainingSetup<?> prepare(TracingTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new TracingTraining(config, preparing.programVersion());
  }

  @Override
  public List<String> encodings() {
    return List.of(TracerNetwork.ENCODING);
  }

  @Override
  public List<String> shipped() {
    return List.of(LetterTracer.SHIPPED);
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    return TracerReport.of(model);
  }
}
