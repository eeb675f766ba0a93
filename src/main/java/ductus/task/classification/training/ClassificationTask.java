package ductus.task.classification.training;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.task.ClassModelReport;
import ductus.task.LearnableSources;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.Task.Variant;
import ductus.task.TrainingSetup;
import ductus.task.classification.ClassNetwork;
import ductus.task.classification.InputKind;
import ductus.task.classification.subject.InputKinds;
import ductus.text.TextTable;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Texts, music, ink, pictures or series with their classes: each as a whole is told apart. */
public final class ClassificationTask implements Task<ClassifierTrainingConfig> {
  private static final String LABEL = "label";

  @Override
  public String name() {
    return "classifier";
  }

  @Override
  public String command() {
    return "classify train";
  }

  @Override
  public Class<ClassifierTrainingConfig> configType() {
    return ClassifierTrainingConfig.class;
  }

  @Override
  public ClassifierTrainingConfig usual() {
    return ClassifierTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<ClassifierTrainingConfig>> variants() {
    return List.of(
        new Variant<>(name(), "Classes of texts, tunes, ink, pictures or series", usual()));
  }

  /** Tables that name their columns, and the folder itself where its folders can be classes. */
  @Override
  public Map<Path, Integer> sourcesIn(Path folder) throws IOException {
    Map<Path, Integer> sources =
        LearnableSources.files(folder, List.of(".csv", ".tsv"), ClassificationTask::rows);
    int files = ClassFolders.files(folder);
    if (files > 0) {
      sources.put(folder, files);
    }
    return sources;
  }

  private static int rows(Path table) throws BadFileException, IOException {
    List<TextTable.Row> rows = TextTable.read(table).rows();
    if (rows.isEmpty()
        || rows.get(0).cells().stream().noneMatch(cell -> cell.strip().equalsIgnoreCase(LABEL))) {
      throw new BadFileException(table, "has no column " + LABEL);
    }
    return rows.size() - 1;
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.ACCUMULATION, PlanFeature.LABEL_SMOOTHING);
  }

  @Override
  public TrainingSetup<?> prepare(ClassifierTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    InputKind<?> kind =
        config.subject().isEmpty()
            ? InputKinds.in(Path.of(config.data()), config.asksForLayers())
            : InputKinds.of(config.subject());
    return prepare(kind, config.of(kind), preparing);
  }

  private static <T> ClassifierTraining<T> prepare(
      InputKind<T> kind, ClassifierTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new ClassifierTraining<>(kind, config, preparing);
  }

  @Override
  public Map<String, Object> decisiveForLoss(ClassifierTrainingConfig config) {
    return Map.of("of", config.subject());
  }

  @Override
  public List<String> encodings() {
    return InputKinds.encodings();
  }

  @Override
  public List<String> shipped() {
    return InputKinds.SHIPPED;
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    InputKind.Opened<?> opened = InputKinds.of(model.encoding()).open(model);
    ClassNetwork<?> network = opened.network();
    return ClassModelReport.of(model, opened.header(), network.labels(), network.layers(), network);
  }
}
