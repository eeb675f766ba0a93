package ductus.task.recognition;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.ink.recognition.ReadingModels;
import ductus.model.place.FoundModel;
import ductus.model.reading.HandNetwork;
import ductus.model.reading.ReaderNetwork;
import ductus.task.InkModelReport;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.Task.Variant;
import ductus.task.TrainingSetup;
import ductus.task.recognition.ReadingTrainingConfig.ReadingTarget;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reading handwriting back: the text of a line of ink, or whose hand it is. */
public final class RecognitionTask implements Task<ReadingTrainingConfig> {
  @Override
  public String name() {
    return "reader";
  }

  @Override
  public String command() {
    return "reader train";
  }

  @Override
  public Class<ReadingTrainingConfig> configType() {
    return ReadingTrainingConfig.class;
  }

  @Override
  public ReadingTrainingConfig usual() {
    return ReadingTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<ReadingTrainingConfig>> variants() {
    ReadingTrainingConfig usual = usual();
    return List.of(
        new Variant<>("reading", "Reading handwriting", usual),
        new Variant<>(
            "writers", "Telling whose hand it is", usual.withSubject(ReadingTarget.HAND)));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) throws IOException {
    return HandFolder.counted(folder);
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.ACCUMULATION);
  }

  /**
   * The loss is measured on lines in the hands that are learned, and on lines of the writers who
   * are held out.
   */
  @Override
  public Map<String, Object> decisiveForLoss(ReadingTrainingConfig config) {
    return Map.of("subject", config.subject(), "without", config.withoutHands());
  }

  @Override
  public TrainingSetup<?> prepare(ReadingTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    ReadingCorpus hands = ReadingCorpus.read(config, preparing);
    hands.notices().forEach(preparing.stages()::notice);
    return switch (config.subject()) {
      case TEXT -> new ReaderTraining(config, hands, preparing.programVersion());
      case HAND -> new WriterTraining(config, hands, preparing.programVersion());
    };
  }

  @Override
  public List<String> encodings() {
    return List.of(ReaderNetwork.ENCODING, HandNetwork.ENCODING);
  }

  @Override
  public List<String> shipped() {
    return ReadingModels.READERS;
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    if (model.encoding().equals(HandNetwork.ENCODING)) {
      var file = ReadingModels.hands(model);
      List<String> hands = file.header().network().hands();
      return InkModelReport.of(model, file, null, hands, ReadingTarget.HAND.target());
    }
    var file = ReadingModels.reader(model);
    String alphabet = file.header().network().alphabet().characters();
    return InkModelReport.of(model, file, alphabet, List.of(), ReadingTarget.TEXT.target());
  }
}
