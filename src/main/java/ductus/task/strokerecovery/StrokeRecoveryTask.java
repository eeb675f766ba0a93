package ductus.task.strokerecovery;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.model.tracing.TracerNetwork;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.TrainingSetup;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
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
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.ACCUMULATION);
  }

  /** The letters that are held out are some of those that are left. */
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
