package ductus.cli;

import ductus.cli.option.CommonOptions;
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
import ductus.workbench.drawing.WritingEvaluation;
import ductus.workbench.handwriting.HandFolder;
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

  HandEvaluation(CommonOptions common) {
    this.common = common;
  }

  /**
   * Writes held-out texts in those hands of a folder that the model has learned.
   *
   * @param lines of each hand
   */
  int run(String model, Path folder, int lines, long seed) throws BadFileException, IOException {
    HandModel opened = HandModel.open(model);
    List<String> learned = opened.network().config().styleNames();
    List<Hand> all = HandFolder.read(folder).hands();
    List<Hand> hands = all.stream().filter(hand -> learned.contains(hand.name())).toList();
    if (hands.isEmpty()) {
      throw new BadFileException(folder, "holds none of the model's hands: " + learned);
    }
    List<String> sentences = HeldOutText.sentences();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      texts.add(sentences.get(i % sentences.size()));
    }
    common
        .console()
        .say("Writing %d lines in each of %d hands, seed %d".formatted(lines, hands.size(), seed));
    Kernels kernels = KernelChoice.best();
    try (Workers workers = new Workers(common.threads())) {
      LineReader reader =
          new LineReader(ReadingModels.reader(ReadingModels.SHIPPED).network(), kernels, workers);
      HandNaming naming = ReadingModels.naming(ReadingModels.SHIPPED, kernels, workers);
      WritingEvaluation evaluation =
          WritingEvaluation.of(
              opened,
              hands,
              texts,
              PenManner.neat(PenManner.USUAL_NEATNESS, 0),
              reader::read,
              Optional.empty(),
              Optional.of(written -> names(naming, written)),
              seed,
              kernels,
              workers);
      common.console().print(HandEvaluationText.of(evaluation));
      common.console().printJson(evaluation);
    }
    return 0;
  }

  private static List<String> names(HandNaming naming, List<Handwriting> lines) {
    return naming.nearest(lines).stream().map(nearest -> nearest.get(0).hand()).toList();
  }
}
