package ductus.task.music.frames;

import ductus.file.BadFileException;
import ductus.model.frame.FrameNetwork;
import ductus.model.place.FoundModel;
import ductus.task.LearnableSources;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.TrainingSetup;
import ductus.task.music.kind.PolyKind;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Polyphony, frame by frame, each key by itself. */
public final class KeysTask implements Task<MusicTrainingConfig> {
  @Override
  public String name() {
    return "keys";
  }

  @Override
  public String command() {
    return "train --encoding=poly --independent-keys";
  }

  @Override
  public Class<MusicTrainingConfig> configType() {
    return MusicTrainingConfig.class;
  }

  @Override
  public MusicTrainingConfig usual() {
    return new PolyKind().recipe().withEncoding(FrameNetwork.ENCODING);
  }

  @Override
  public List<Variant<MusicTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "Polyphony, each key by itself", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) {
    return LearnableSources.folder(folder, MusicCorpus.files(new PolyKind()));
  }

  @Override
  public Map<String, Object> decisiveForLoss(MusicTrainingConfig config) {
    return config.decisiveForLoss();
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.TRUNCATION);
  }

  @Override
  public TrainingSetup<?> prepare(MusicTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new KeyTraining(
        config,
        MusicCorpus.read(new PolyKind(), Path.of(config.corpus().folder()), preparing),
        preparing.programVersion());
  }

  @Override
  public List<String> encodings() {
    return List.of(FrameNetwork.ENCODING);
  }

  @Override
  public List<String> shipped() {
    return List.of();
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    return KeysModelReport.of(model);
  }
}
