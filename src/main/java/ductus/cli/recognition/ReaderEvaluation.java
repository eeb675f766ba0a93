package ductus.cli.recognition;

import ductus.cli.console.HandReading;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.format.ReaderEvaluationText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cluster.evaluation.ReadHands;
import ductus.file.BadFileException;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.ink.recognition.ReadingModels;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.metric.ReadingEvaluation;
import ductus.metric.ReadingEvaluation.ReadHand;
import ductus.model.place.FoundModel;
import ductus.model.reading.ReaderNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code ductus evaluate} with a model that reads: how much of each hand it misreads. */
public final class ReaderEvaluation implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(ReaderNetwork.ENCODING);
  }

  @Override
  public boolean isForClusters() {
    return true;
  }

  /** What came of it. */
  private record Result(ReadingEvaluation withWords, ReadingEvaluation byInkAlone) {
    static Result of(
        GroupComputation<Hand, ReadHand> withWords,
        GroupComputation<Hand, ReadHand> byInkAlone,
        List<Hand> hands)
        throws IOException {
      return new Result(
          ReadingEvaluation.of(withWords.of(hands)), ReadingEvaluation.of(byInkAlone.of(hands)));
    }
  }

  /** Reads held-out texts composed of the hands of folders. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    CommonOptions common = request.common();
    HandEvaluationOptions options = request.handwriting();
    List<Path> folders = request.source().folders();
    int lines = request.samples().count();
    long seed = request.samples().seed();
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
    ReadHands withWords = new ReadHands(texts, seed, true);
    ReadHands byInkAlone = new ReadHands(texts, seed, false);
    Result result =
        request.measure(
            found,
            there -> {
              if (there.isPresent()) {
                return Result.of(withWords.by(there.get()), byInkAlone.by(there.get()), hands);
              }
              ReaderNetwork network = ReadingModels.reader(found).network();
              try (Workers workers = new Workers(common.threads())) {
                return Result.of(
                    withWords.here(network, workers), byInkAlone.here(network, workers), hands);
              }
            });
    common.console().print(ReaderEvaluationText.of(result.withWords(), result.byInkAlone()));
    common.console().printJson(result);
    return read.status();
  }
}
