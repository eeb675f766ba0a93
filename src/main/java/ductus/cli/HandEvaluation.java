package ductus.cli;

import ductus.cli.console.HandReading;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cli.text.HandEvaluationText;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.workbench.drawing.HandModel;
import ductus.workbench.drawing.PenManner;
import ductus.workbench.drawing.evaluation.HandFigures;
import ductus.workbench.drawing.evaluation.WritingEvaluation;
import ductus.workbench.drawing.evaluation.WritingExamination;
import ductus.workbench.hands.AddedHands;
import ductus.workbench.reading.HandNaming;
import ductus.workbench.reading.LineReader;
import ductus.workbench.reading.ReadingModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ductus evaluate} with a model that writes by hand: how well it writes each hand. */
final class HandEvaluation {
  private final CommonOptions common;
  private final HandEvaluationOptions options;

  HandEvaluation(CommonOptions common, HandEvaluationOptions options) {
    this.common = common;
    this.options = options;
  }

  /**
   * Writes held-out texts in those hands of folders that the model has learned.
   *
   * @param lines of each hand
   * @return exit status
   */
  int run(HandModel model, List<Path> folders, int lines, long seed)
      throws BadFileException, IOException {
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
            PenManner.neat(PenManner.USUAL_NEATNESS, 0),
            seed,
            options.check());
    Kernels kernels = KernelChoice.best();
    try (Workers workers = new Workers(common.threads())) {
      LineReader reader =
          new LineReader(ReadingModels.reader(ReadingModels.SHIPPED).network(), kernels, workers);
      List<HandFigures> figures = new ArrayList<>();
      HandNaming naming = ReadingModels.naming(ReadingModels.SHIPPED, kernels, workers);
      for (Hand hand : hands) {
        figures.add(examination(task, reader, naming, kernels, workers).of(model, hand));
      }
      for (String name : added) {
        Optional<Hand> drawn = addedHands.drawings(name);
        if (drawn.isEmpty()) {
          common.console().warn(name + " was added from lines: it has no drawings to compare with");
          continue;
        }
        Hand hand = drawn.get();
        HandNaming withIt = ReadingModels.naming(ReadingModels.SHIPPED, kernels, workers);
        withIt.enroll(List.of(hand), seed);
        figures.add(
            examination(task, reader, withIt, kernels, workers)
                .of(addedHands.addTo(model, name), hand));
      }
      WritingEvaluation evaluation =
          WritingEvaluation.of(figures, model.network().config().scale(), hands);
      common.console().print(HandEvaluationText.of(evaluation));
      common.console().printJson(evaluation);
    }
    return read.status();
  }

  private static WritingExamination examination(
      WritingExamination.Task task,
      LineReader reader,
      HandNaming naming,
      Kernels kernels,
      Workers workers) {
    return new WritingExamination(
        task, reader::read, Optional.of(written -> names(naming, written)), kernels, workers);
  }

  private static List<String> names(HandNaming naming, List<Handwriting> lines) {
    return naming.nearest(lines).stream().map(nearest -> nearest.get(0).hand()).toList();
  }
}
