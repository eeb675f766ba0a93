package ductus.task.humanization;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.music.touch.Player;
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

/** The touch of players: how hard, and how early or late, they strike what is written. */
public final class HumanizationTask implements Task<HumanizationTrainingConfig> {
  @Override
  public String name() {
    return "touch";
  }

  @Override
  public String command() {
    return "humanise train";
  }

  @Override
  public Class<HumanizationTrainingConfig> configType() {
    return HumanizationTrainingConfig.class;
  }

  @Override
  public HumanizationTrainingConfig usual() {
    return HumanizationTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<HumanizationTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "A pianist's touch", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) {
    return LearnableSources.folder(folder, PlayedPiece.kind(Player.PIANIST));
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.values());
  }

  @Override
  public TrainingSetup<?> prepare(HumanizationTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new HumanizationTraining(config, preparing);
  }

  @Override
  public Map<String, Object> decisiveForLoss(HumanizationTrainingConfig config) {
    return Map.of("player", config.player());
  }

  @Override
  public List<String> encodings() {
    return TouchModel.ENCODINGS;
  }

  @Override
  public List<String> shipped() {
    return TouchModel.SHIPPED;
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    return TouchModelReport.of(model);
  }
}
