package ductus.cli.classification;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.workbench.FoundModel;
import ductus.workbench.classification.ClassEvaluation;
import ductus.workbench.classification.Classifier;
import ductus.workbench.classification.Labelled;
import ductus.workbench.classification.LabelledSet;
import ductus.workbench.classification.OpenedClassifier;
import ductus.workbench.classification.Subject;
import ductus.workbench.classification.subject.Subjects;
import ductus.workbench.corpus.LeftOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ductus evaluate} with a model that classifies. */
public final class ClassEvaluationReport {
  private final CommonOptions common;

  /** With the options of the command. */
  public ClassEvaluationReport(CommonOptions common) {
    this.common = common;
  }

  /**
   * How often the right class is said.
   *
   * @param data things with their classes; those that the model learned are not counted
   * @param training where what the model learned is; null if it is in {@code data}
   * @param out where a picture of the confusions goes, if anywhere
   * @return exit status
   */
  public int run(FoundModel found, Path data, @Nullable Path training, OutOption out)
      throws BadFileException, IOException {
    return run(Subjects.of(found.encoding()), found, data, training, out);
  }

  private <T> int run(
      Subject<T> subject, FoundModel found, Path data, @Nullable Path training, OutOption out)
      throws BadFileException, IOException {
    Console console = common.console();
    OpenedClassifier<T> opened = subject.open(found);
    LabelledSet<T> all = read(subject, data);
    LabelledSet<T> unseen = all.without(opened.header().pieces());
    if (unseen.things().isEmpty()) {
      throw new BadFileException(
          data,
          all.things().isEmpty()
              ? all.leftOut().isEmpty()
                  ? "has nothing to measure by"
                  : all.leftOut().get(0).reason()
              : "the model learned all of its %,d %s"
                  .formatted(all.things().size(), subject.plural()));
    }
    if (unseen.things().size() < all.things().size()) {
      console.say(
          "%,d of %,d %s were learned by the model and are not counted"
              .formatted(
                  all.things().size() - unseen.things().size(),
                  all.things().size(),
                  subject.plural()));
    }
    List<LeftOut> leftOut = new ArrayList<>(all.leftOut());
    ClassEvaluation evaluation;
    try (Workers workers = new Workers(1)) {
      evaluation =
          ClassEvaluation.of(
              new Classifier<>(opened.network(), KernelChoice.best(), workers), unseen.things());
    }
    LabelledSet<T> elsewhere = training == null ? all : read(subject, training);
    List<Labelled<T>> learned = elsewhere.among(opened.header().pieces());
    if (!learned.isEmpty()) {
      evaluation = evaluation.beside(subject.baseline(learned), unseen.things());
    }
    console.print(ClassText.of(evaluation, subject.plural(), subject.rule()));
    for (String label : unseen.counts().keySet()) {
      if (!opened.network().labels().contains(label)) {
        console.warn(
            "the model never saw the class %s, and cannot say it; it knows %s"
                .formatted(label, String.join(", ", opened.network().labels())));
      }
    }
    console.printJson(evaluation);
    ConfusionPicture.write(evaluation, out, console);
    return console.warnOfLeftOut(leftOut);
  }

  private <T> LabelledSet<T> read(Subject<T> subject, Path path)
      throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return subject.read(path, common.threads(), progress::reach);
    }
  }
}
