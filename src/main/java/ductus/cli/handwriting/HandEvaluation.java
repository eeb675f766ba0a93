package ductus.cli.handwriting;

import ductus.cli.console.Progress;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.format.HandEvaluationText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cluster.evaluation.WrittenHands;
import ductus.corpus.LeftOut;
import ductus.corpus.ReadingListener;
import ductus.corpus.hand.HandFolder;
import ductus.corpus.line.LineFolder;
import ductus.file.BadFileException;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.model.place.FoundModel;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.evaluation.HandExamination;
import ductus.task.handwriting.evaluation.HandFigures;
import ductus.task.handwriting.evaluation.WritingEvaluation;
import ductus.task.handwriting.evaluation.WritingExamination;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.training.LearnedPerson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code ductus evaluate} with a model that writes by hand: how well it writes each hand. */
public final class HandEvaluation implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(PenEncoding.NAME);
  }

  @Override
  public boolean isForClusters() {
    return true;
  }

  /** What shows the model's hands: drawings of them, or lines of the people whose they are. */
  private record Material(List<Hand> hands, List<LearnedPerson> people, List<LeftOut> leftOut) {
    static Material read(HandModel model, EvaluationRequest request)
        throws BadFileException, IOException {
      List<Path> folders = request.source().folders();
      CommonOptions common = request.common();
      Set<String> wanted = new TreeSet<>(model.network().config().styleNames());
      wanted.removeIf(name -> !request.handwriting().includes(name));
      HandFolder drawn = HandFolder.search(folders);
      List<Hand> hands =
          drawn.hands().stream().filter(hand -> wanted.contains(hand.name())).toList();
      hands.forEach(hand -> wanted.remove(hand.name()));
      List<LeftOut> leftOut = new ArrayList<>(drawn.leftOut());
      List<LearnedPerson> people = List.of();
      if (!wanted.isEmpty()) {
        LineFolder lines;
        try (Progress progress = common.console().progress("Reading")) {
          lines = LineFolder.read(folders, common.threads(), progress);
        }
        leftOut.addAll(lines.leftOut());
        people = LearnedPerson.of(lines, wanted, common.threads(), ReadingListener.NONE);
      }
      return new Material(hands, people, leftOut);
    }
  }

  /** Writes held-out texts in those hands of folders that the model has learned. */
  @Override
  public Set<String> ownOptions() {
    return Set.of("--added");
  }

  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    CommonOptions common = request.common();
    HandEvaluationOptions options = request.handwriting();
    List<Path> folders = request.source().folders();
    int lines = request.samples().count();
    long seed = request.samples().seed();
    HandModel model = HandModel.of(found);
    if (model.network().window().isEmpty()) {
      throw common.wrongUsage(
          "MODEL must be one that writes texts but %s scribbles; see ductus hand scribble"
              .formatted(model.name()));
    }
    Material material = Material.read(model, request);
    AddedHands addedHands = new AddedHands(options.hands().folder());
    List<String> added = new ArrayList<>();
    if (options.added()) {
      for (String name : addedHands.names()) {
        if (options.includes(name) && addedHands.isLearnedBy(model, name)) {
          added.add(name);
        } else if (options.includes(name)) {
          common.console().warn(name + " was learned by another model");
        }
      }
    }
    int count = material.hands.size() + material.people.size() + added.size();
    if (count == 0) {
      throw new BadFileException(
          folders.get(0),
          "holds none of the model's hands: " + model.network().config().styleNames());
    }
    common
        .console()
        .say(
            String.format(
                Locale.ROOT, "Writing %d lines in each of %d hands, seed %d", lines, count, seed));
    WritingExamination.Task task =
        new WritingExamination.Task(
            HeldOutText.sentences(lines),
            HeldOutText.accented(),
            PenManner.neat(PenManner.USUAL_NEATNESS, 0),
            seed,
            options.check());
    List<HandFigures> figures = new ArrayList<>();
    try (Workers workers = new Workers(common.threads())) {
      HandExamination examination =
          new HandExamination(model, List.of(), task, KernelChoice.best(), workers);
      GroupComputation<Hand, HandFigures> here =
          GroupComputation.here(hand -> examination.of(hand));
      figures.addAll(
          request.measure(
              found,
              there ->
                  there.map(far -> WrittenHands.by(far, task)).orElse(here).of(material.hands)));
      // The lines of people, and what was added, are known to this machine only.
      material.people.forEach(person -> figures.add(examination.of(person)));
      for (String name : added) {
        Optional<Hand> drawn = addedHands.drawings(name);
        HandExamination withIt =
            new HandExamination(
                addedHands.addTo(model, name),
                drawn.stream().toList(),
                task,
                KernelChoice.best(),
                workers);
        figures.add(
            drawn.isPresent() ? withIt.of(drawn.get()) : withIt.of(addedHands.person(name)));
      }
    }
    WritingEvaluation evaluation =
        WritingEvaluation.of(figures, model.network().config().scale(), material.hands);
    common.console().print(HandEvaluationText.of(evaluation));
    common.console().printJson(evaluation);
    return common.console().warnOfLeftOut(material.leftOut);
  }
}
