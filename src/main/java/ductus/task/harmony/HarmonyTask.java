package ductus.task.harmony;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.task.LearnableSources;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.Task.Variant;
import ductus.task.TrainingSetup;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Harmony: the chord of each beat of a tune, or the voices of a choir from one another. */
public final class HarmonyTask implements Task<HarmonyTrainingConfig> {
  @Override
  public String name() {
    return "harmony";
  }

  @Override
  public String command() {
    return "harmonise train";
  }

  @Override
  public Class<HarmonyTrainingConfig> configType() {
    return HarmonyTrainingConfig.class;
  }

  @Override
  public HarmonyTrainingConfig usual() {
    return HarmonyTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<HarmonyTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "Chords to tunes", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) {
    return LearnableSources.folder(folder, HarmonizedTune.KIND);
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.ACCUMULATION, PlanFeature.LABEL_SMOOTHING);
  }

  @Override
  public TrainingSetup<?> prepare(HarmonyTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new HarmonyTraining(config, preparing);
  }

  @Override
  public Map<String, Object> decisiveForLoss(HarmonyTrainingConfig config) {
    return Map.of("voices", config.texture());
  }

  @Override
  public List<String> encodings() {
    return Arrays.stream(HarmonizationKind.values()).map(HarmonizationKind::encoding).toList();
  }

  @Override
  public List<String> shipped() {
    return HarmonyModels.SHIPPED;
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    return HarmonyModelReport.of(model, HarmonizationKind.of(model.encoding()).orElseThrow());
  }
}
