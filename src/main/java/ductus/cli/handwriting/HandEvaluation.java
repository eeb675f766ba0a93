package ductus.cli.handwriting;

import ductus.cli.console.HandReading;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.format.HandEvaluationText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cluster.evaluation.WrittenHands;
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
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Writes held-out texts in those hands of folders that the model has learned. */
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
    HandReading.Read read = HandReading.read(folders, common.console());
    List<String> learned = model.network().config().styleNames();
    List<Hand> hands =
        read.folder().hands().stream()
            .filter(hand -> learned.contains(hand.name()) && options.includes(hand.name()))
            .toList();
    AddedHands addedHands = new AddedHands(options.hands().folder());
    List<String> added =
        options.added()
            ? addedHands.names().stream().filter(options::includes).toList()
            : List.of();
    if (hands.isEmpty() && added.isEmpty()) {
      throw new BadFileException(folders.get(0), "holds none of the model's hands: " + learned);
    }
    common
        .console()
        .say(
            "Writing %d lines in each of %d hands, seed %d"
                .formatted(lines, hands.size() + added.size(), seed));
    WritingExamination.Task task =
        new WritingExamination.Task(
            HeldOutText.sentences(lines),
            HeldOutText.accented(),
            PenManner.neat(PenManner.USUAL_NEATNESS, 0),
            seed,
            options.check());
    List<HandFigures> figures = new ArrayList<>();
    try (Workers workers = new Workers(common.threads())) {
      HandExamination examination = new HandExamination(task, KernelChoice.best(), workers);
      GroupComputation<Hand, HandFigures> here =
          GroupComputation.here(hand -> examination.of(model, hand));
      figures.addAll(
          request.measure(
              found, there -> there.map(far -> WrittenHands.by(far, task)).orElse(here).of(hands)));
      // What was added is known to this machine only.
      for (String name : added) {
        Optional<Hand> drawn = addedHands.drawings(name);
        if (drawn.isEmpty()) {
          common.console().warn(name + " was added from lines: it has no drawings to compare with");
        } else {
          figures.add(examination.ofAdded(addedHands.addTo(model, name), drawn.get()));
        }
      }
    }
    WritingEvaluation evaluation =
        WritingEvaluation.of(figures, model.network().config().scale(), hands);
    common.console().print(HandEvaluationText.of(evaluation));
    common.console().printJson(evaluation);
    return read.status();
  }
}
