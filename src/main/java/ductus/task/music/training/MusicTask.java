package ductus.task.music.training;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.task.LearnableSources;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.Task.Variant;
import ductus.task.TrainingSetup;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.model.MusicModelReport;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Music of any kind, token by token. */
public final class MusicTask implements Task<MusicTrainingConfig> {
  @Override
  public String name() {
    return "music";
  }

  @Override
  public String command() {
    return "train";
  }

  @Override
  public Class<MusicTrainingConfig> configType() {
    return MusicTrainingConfig.class;
  }

  @Override
  public MusicTrainingConfig usual() {
    return new MelodyKind().recipe();
  }

  @Override
  public List<Variant<MusicTrainingConfig>> variants() {
    return MusicKinds.all().stream().map(MusicTask::variant).toList();
  }

  private static Variant<MusicTrainingConfig> variant(MusicKind<?> kind) {
    return new Variant<>(kind.encoding().name(), kind.words(), kind.recipe());
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) {
    return LearnableSources.folder(folder, MusicCorpus.files(new MelodyKind()));
  }

  @Override
  public Map<String, Object> decisiveForLoss(MusicTrainingConfig config) {
    return config.decisiveForLoss();
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.values());
  }

  @Override
  public TrainingSetup<?> prepare(MusicTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return prepare(MusicKinds.named(config.corpus().encoding()), config, preparing);
  }

  private static <T> MusicTraining<T> prepare(
      MusicKind<T> kind, MusicTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new MusicTraining<>(
        kind,
        config,
        MusicCorpus.read(kind, Path.of(config.corpus().folder()), preparing),
        preparing);
  }

  @Override
  public List<String> encodings() {
    return MusicKinds.names();
  }

  @Override
  public List<String> shipped() {
    return ModelCatalog.SHIPPED;
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException, IOException {
    return MusicModelReport.of(MusicModels.open(model));
  }
}
