package ductus.task.transcription;

import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.music.audio.InstalledSoundFont;
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

/** Notes in sound: tunes are played by many instruments, and each key is told by itself. */
public final class TranscriptionTask implements Task<TranscriptionTrainingConfig> {
  @Override
  public String name() {
    return "listener";
  }

  @Override
  public String command() {
    return "transcribe train";
  }

  @Override
  public Class<TranscriptionTrainingConfig> configType() {
    return TranscriptionTrainingConfig.class;
  }

  /** The settings where nothing is asked for, with the SoundFont of the system if it has one. */
  @Override
  public TranscriptionTrainingConfig usual() {
    return TranscriptionTrainingConfig.USUAL.withSoundFont(
        InstalledSoundFont.find().map(Path::toString).orElse(""));
  }

  @Override
  public List<Variant<TranscriptionTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "Notes in sound, from tunes that are played", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) {
    return LearnableSources.folder(folder, ScoreFile.KIND);
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.ACCUMULATION);
  }

  @Override
  public TrainingSetup<?> prepare(TranscriptionTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new TranscriptionTraining(config, preparing);
  }

  /** The held-out scenes are played by the SoundFont. */
  @Override
  public Map<String, Object> decisiveForLoss(TranscriptionTrainingConfig config) {
    return Map.of("soundfont", config.soundFont());
  }

  @Override
  public List<String> encodings() {
    return List.of(NoteTranscriber.ENCODING);
  }

  @Override
  public List<String> shipped() {
    return List.of(NoteTranscriber.SHIPPED);
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    return TranscriptionModelReport.of(model);
  }
}
