package ductus.task.tagging;

import ductus.file.BadFileException;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingNetwork;
import ductus.task.ClassModelReport;
import ductus.task.LearnableSources;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.Task.Variant;
import ductus.task.TrainingSetup;
import ductus.text.word.WordNetworkConfig;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words with their tags: every word of a sentence is told apart, in both directions. */
public final class TaggingTask implements Task<TagTrainingConfig> {
  @Override
  public String name() {
    return "tagger";
  }

  @Override
  public String command() {
    return "tag train";
  }

  @Override
  public Class<TagTrainingConfig> configType() {
    return TagTrainingConfig.class;
  }

  @Override
  public TagTrainingConfig usual() {
    return TagTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<TagTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "Tags of words", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) throws IOException {
    return LearnableSources.files(
        folder, List.of(".tsv"), file -> TaggedFile.read(file).required(2).size());
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.ACCUMULATION, PlanFeature.LABEL_SMOOTHING);
  }

  @Override
  public TrainingSetup<?> prepare(TagTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new TagTraining(config, preparing.programVersion());
  }

  @Override
  public List<String> encodings() {
    return List.of(WordTagger.ENCODING);
  }

  @Override
  public List<String> shipped() {
    return List.of(WordTagger.SHIPPED);
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    ModelFile<WordNetworkConfig, TaggingNetwork> file = WordTagger.open(model);
    WordNetworkConfig config = file.header().network();
    return ClassModelReport.of(
        model, file.header(), config.labels(), config.network().core(), file.network());
  }
}
