package ductus.cli.classification;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.classification.ClassEvaluation;
import ductus.metric.classification.Labeled;
import ductus.model.place.FoundModel;
import ductus.task.classification.Classifier;
import ductus.task.classification.InputKind;
import ductus.task.classification.LabeledSet;
import ductus.task.classification.subject.InputKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ductus evaluate} with a model that classifies. */
public final class ClassEvaluationReport {
  private final CommonOptions common;

  /** A report by the options of the command. */
  public ClassEvaluationReport(CommonOptions common) {
    this.common = common;
  }

  /**
   * Tells how often the right class is said.
   *
   * @param data things with their classes; those that the model learned are not counted
   * @param training where what the model learned is; null if it is in {@code data}
   * @param out where a picture of the confusions goes, if anywhere
   * @return exit status
   */
  public int run(FoundModel found, Path data, @Nullable Path training, OutOption out)
      throws BadFileException, IOException {
    return run(InputKinds.of(found.encoding()), found, data, training, out);
  }

  private <T> int run(
      InputKind<T> subject, FoundModel found, Path data, @Nullable Path training, OutOption out)
      throws BadFileException, IOException {
    Console console = common.console();
    InputKind.Opened<T> opened = subject.open(found);
    LabeledSet<T> all = read(subject, data);
    LabeledSet<T> unseen = all.without(opened.header().pieces());
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
          new Classifier<>(opened.network(), KernelChoice.best(), workers)
              .evaluate(unseen.things());
    }
    LabeledSet<T> elsewhere = training == null ? all : read(subject, training);
    List<Labeled<T>> learned = elsewhere.among(opened.header().pieces());
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

  private <T> LabeledSet<T> read(InputKind<T> subject, Path path)
      throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return subject.read(path, common.threads(), progress::reach);
    }
  }
}
