package ductus.task.speech;

import ductus.file.BadFileException;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.speech.SpeechConfig;
import ductus.model.speech.SpeechNetwork;
import ductus.task.ClassModelReport;
import ductus.task.LearnableSources;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.TrainingSetup;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words in sound: what was said is known of each recording, but not when. */
public final class SpeechTask implements Task<SpeechTrainingConfig> {
  @Override
  public String name() {
    return "speech";
  }

  @Override
  public String command() {
    return "speech train";
  }

  @Override
  public Class<SpeechTrainingConfig> configType() {
    return SpeechTrainingConfig.class;
  }

  @Override
  public SpeechTrainingConfig usual() {
    return SpeechTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<SpeechTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "Words in sound, from recordings with texts", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) {
    return LearnableSources.folder(folder, SpokenSet.WITH_TEXT);
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of();
  }

  @Override
  public TrainingSetup<?> prepare(SpeechTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new SpeechTraining(config, preparing);
  }

  @Override
  public List<String> encodings() {
    return List.of(SpeechNetwork.ENCODING);
  }

  @Override
  public List<String> shipped() {
    return List.of(SpeechReader.SHIPPED);
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    ModelFile<SpeechConfig, SpeechNetwork> file = SpeechReader.open(model);
    SpeechConfig config = file.header().network();
    return ClassModelReport.of(model, file.header(), config.words(), config.core(), file.network());
  }
}
