package ductus.task.language.training;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.task.LearnableSources;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.Task.Variant;
import ductus.task.TrainingSetup;
import ductus.task.language.TextCorpus;
import ductus.task.language.TextModel;
import ductus.task.language.TextModelReport;
import ductus.text.WordEncoding;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Text, by characters or words. */
public final class LanguageTask implements Task<TextTrainingConfig> {
  @Override
  public String name() {
    return "text";
  }

  @Override
  public String command() {
    return "text train";
  }

  @Override
  public Class<TextTrainingConfig> configType() {
    return TextTrainingConfig.class;
  }

  @Override
  public TextTrainingConfig usual() {
    return TextTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<TextTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "Text, letter by letter", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) {
    return LearnableSources.folder(folder, TextCorpus.KIND);
  }

  /** The tokens, which a loss is of. */
  @Override
  public Map<String, Object> decisiveForLoss(TextTrainingConfig config) {
    boolean words = config.corpus().encoding().equals(WordEncoding.NAME);
    return Map.of("words", words, "most-words", words ? config.corpus().mostWords() : 0);
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.values());
  }

  @Override
  public TrainingSetup<?> prepare(TextTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    TextCorpus corpus =
        TextCorpus.read(Path.of(config.corpus().folder()), preparing.threads(), preparing.stages());
    if (corpus.passages().size() < 2) {
      preparing.stages().lacks(corpus.leftOut());
    }
    return new TextTraining(config, corpus, preparing);
  }

  @Override
  public List<String> encodings() {
    return TextModel.ENCODINGS;
  }

  @Override
  public List<String> shipped() {
    return TextModel.SHIPPED;
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    return TextModelReport.of(model);
  }
}
