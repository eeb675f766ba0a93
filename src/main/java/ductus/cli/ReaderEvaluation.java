package ductus.cli;

import ductus.cli.console.HandReading;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cli.text.ReaderEvaluationText;
import ductus.file.BadFileException;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.reading.ReaderNetwork;
import ductus.workbench.reading.LineReader;
import ductus.workbench.reading.ReadingEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code ductus evaluate} with a model that reads: how much of each hand it misreads. */
final class ReaderEvaluation {
  private final CommonOptions common;
  private final HandEvaluationOptions options;

  ReaderEvaluation(CommonOptions common, HandEvaluationOptions options) {
    this.common = common;
    this.options = options;
  }

  /** What came of it. */
  private record Result(ReadingEvaluation withWords, ReadingEvaluation byInkAlone) {}

  /**
   * Reads held-out texts composed of the hands of folders.
   *
   * @param lines of each hand
   * @return exit status
   */
  int run(ReaderNetwork network, List<Path> folders, int lines, long seed)
      throws BadFileException, IOException {
    HandReading.Read read = HandReading.read(folders, common.console());
    List<Hand> hands =
        read.folder().hands().stream().filter(hand -> options.includes(hand.name())).toList();
    if (hands.isEmpty()) {
      throw new BadFileException(folders.get(0), "holds none of the hands that are asked for");
    }
    common
        .console()
        .say("Reading %d lines in each of %d hands, seed %d".formatted(lines, hands.size(), seed));
    List<String> texts = HeldOutText.sentences(lines);
    Kernels kernels = KernelChoice.best();
    try (Workers workers = new Workers(common.threads())) {
      LineReader ink = new LineReader(network, LineReader.Decoding.bestPath(), kernels, workers);
      LineReader words = new LineReader(network, kernels, workers);
      Result result =
          new Result(
              ReadingEvaluation.of(words, hands, texts, seed),
              ReadingEvaluation.of(ink, hands, texts, seed));
      common.console().print(ReaderEvaluationText.of(result.withWords(), result.byInkAlone()));
      common.console().printJson(result);
    }
    return read.status();
  }
}
