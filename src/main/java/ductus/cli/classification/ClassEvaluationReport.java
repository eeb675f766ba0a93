package ductus.cli.classification;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.LearnedData;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.option.CommonOptions;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.format.NameList;
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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code ductus evaluate} with a model that classifies. */
public final class ClassEvaluationReport implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return InputKinds.encodings();
  }

  /** Says how often the right class is said of things that the model did not learn. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    return run(InputKinds.of(found.encoding()), found, request);
  }

  private static <T> int run(InputKind<T> subject, FoundModel found, EvaluationRequest request)
      throws BadFileException, IOException {
    Path data = request.folder();
    Console console = request.console();
    InputKind.Opened<T> opened = subject.open(found);
    LabeledSet<T> all = read(subject, data, request.common()).fitting(opened.network()::misfit);
    LabeledSet<T> unseen = all.without(opened.header().pieces());
    all.requireThings(data, "has nothing to measure by");
    requireKnown(data, all.counts().keySet(), opened.network().labels());
    LearnedData.leaveOut(
        data, subject.plural(), all.things().size(), unseen.things().size(), console);
    List<LeftOut> leftOut = new ArrayList<>(all.leftOut());
    ClassEvaluation evaluation;
    try (Workers workers = new Workers(1)) {
      evaluation =
          new Classifier<>(opened.network(), KernelChoice.best(), workers)
              .evaluate(unseen.things());
    }
    Path training = request.source().training();
    LabeledSet<T> elsewhere = training == null ? all : read(subject, training, request.common());
    List<Labeled<T>> learned = elsewhere.among(opened.header().pieces());
    long here = learned.stream().map(Labeled::whole).distinct().count();
    boolean atHand =
        LearnedData.isAtHand(subject.plural(), here, opened.header().pieces().size(), console);
    if (atHand && !learned.isEmpty()) {
      evaluation = evaluation.beside(subject.baseline(learned), unseen.things());
    }
    console.print(ClassText.of(evaluation, subject.plural(), subject.rule()));
    for (String label : unseen.counts().keySet()) {
      if (!opened.network().labels().contains(label)) {
        console.warn(
            String.format(
                Locale.ROOT,
                "the model never saw the class %s, and cannot say it; it knows %s",
                label,
                String.join(", ", opened.network().labels())));
      }
    }
    console.printJson(evaluation);
    ConfusionPicture.write(evaluation, request.out(), console);
    return console.warnOfLeftOut(leftOut);
  }

  private static void requireKnown(Path data, Set<String> labels, List<String> known)
      throws BadFileException {
    if (Collections.disjoint(labels, known)) {
      throw new BadFileException(
          data,
          String.format(
              Locale.ROOT,
              "has no class that the model knows: its classes are %s, those of the model %s",
              NameList.of(labels),
              NameList.of(known)));
    }
  }

  private static <T> LabeledSet<T> read(InputKind<T> subject, Path path, CommonOptions common)
      throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return subject.read(path, common.threads(), progress);
    }
  }
}
