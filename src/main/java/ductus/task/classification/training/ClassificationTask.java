package ductus.task.classification.training;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.task.ClassModelReport;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.TrainingSetup;
import ductus.task.classification.ClassNetwork;
import ductus.task.classification.InputKind;
import ductus.task.classification.subject.InputKinds;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Texts, tunes, bars, lines or letters with their classes: each as a whole is told apart. */
public final class ClassificationTask implements Task<ClassifierTrainingConfig> {
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
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.ACCUMULATION, PlanFeature.LABEL_SMOOTHING);
  }

  @Override
  public TrainingSetup<?> prepare(ClassifierTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return config.subject().isEmpty()
        ? prepare(InputKinds.in(Path.of(config.data())), config, preparing)
        : prepare(InputKinds.of(config.subject()), config, preparing);
  }

  private static <T> ClassifierTraining<T> prepare(
      InputKind<T> kind, ClassifierTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new ClassifierTraining<>(kind, config, preparing);
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
