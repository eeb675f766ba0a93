package ductus.task.translation;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.model.translation.TranslationNetwork;
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

/** Pairs of texts: each source is turned into its target, character by character. */
public final class TranslationTask implements Task<TranslationTrainingConfig> {
  @Override
  public String name() {
    return "translator";
  }

  @Override
  public String command() {
    return "translate train";
  }

  @Override
  public Class<TranslationTrainingConfig> configType() {
    return TranslationTrainingConfig.class;
  }

  @Override
  public TranslationTrainingConfig usual() {
    return TranslationTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<TranslationTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "Translations of short texts", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) throws IOException {
    return LearnableSources.files(
        folder, List.of(".tsv"), file -> PairFile.read(file).pairs().size());
  }

  @Override
  public int leastUpdates() {
    return 2000;
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.ACCUMULATION, PlanFeature.LABEL_SMOOTHING);
  }

  @Override
  public TrainingSetup<?> prepare(TranslationTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new TranslationTraining(config, preparing.programVersion());
  }

  @Override
  public List<String> encodings() {
    return List.of(TranslationNetwork.ENCODING);
  }

  @Override
  public List<String> shipped() {
    return Translator.ALL_SHIPPED;
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    return TranslationModelReport.of(model);
  }
}
