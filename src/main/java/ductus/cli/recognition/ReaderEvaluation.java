package ductus.cli.recognition;

import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.format.ReaderEvaluationText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cluster.evaluation.ReadHands;
import ductus.corpus.ReadingListener;
import ductus.corpus.hand.HandFolder;
import ductus.corpus.line.CorpusLine;
import ductus.corpus.line.LineFolder;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.math.Workers;
import ductus.metric.ReadingEvaluation;
import ductus.metric.ReadingEvaluation.ReadHand;
import ductus.model.place.FoundModel;
import ductus.model.reading.ReaderNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code ductus evaluate} with a model that reads: how much of each hand it misreads, and of each
 * writer of lines that its training held out.
 */
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
    Result with(Result other) {
      return new Result(withWords.with(other.withWords), byInkAlone.with(other.byInkAlone));
    }
  }

  /** Reads held-out texts composed of the hands of folders, and the lines of people in them. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    CommonOptions common = request.common();
    HandEvaluationOptions options = request.handwriting();
    List<Path> folders = request.source().folders();
    HandFolder folder = HandFolder.search(folders);
    List<Hand> hands =
        folder.hands().stream().filter(hand -> options.includes(hand.name())).toList();
    SortedMap<String, List<Handwriting>> people = people(found, folders, request);
    if (hands.isEmpty() && people.isEmpty()) {
      throw new BadFileException(folders.get(0), "holds none of the hands that are asked for");
    }
    int lines = request.samples().count();
    long seed = request.samples().seed();
    common
        .console()
        .say(
            "Reading %d lines in each of %d hands, seed %d, and lines of %d people"
                .formatted(lines, hands.size(), seed, people.size()));
    List<String> texts = HeldOutText.sentences(lines);
    ReadHands withWords = new ReadHands(texts, seed, true);
    ReadHands byInkAlone = new ReadHands(texts, seed, false);
    Result result =
        request.measure(
            found,
            there -> {
              ReaderNetwork network = ReadingModels.reader(found).network();
              try (Workers workers = new Workers(common.threads())) {
                Result read =
                    new Result(
                        ReadingEvaluation.of(people(people, withWords.reader(network, workers))),
                        ReadingEvaluation.of(people(people, byInkAlone.reader(network, workers))));
                return new Result(
                        ReadingEvaluation.of(
                            there
                                .map(withWords::by)
                                .orElseGet(() -> withWords.here(network, workers))
                                .of(hands)),
                        ReadingEvaluation.of(
                            there
                                .map(byInkAlone::by)
                                .orElseGet(() -> byInkAlone.here(network, workers))
                                .of(hands)))
                    .with(read);
              }
            });
    common.console().print(ReaderEvaluationText.of(result.withWords(), result.byInkAlone()));
    common.console().printJson(result);
    return common.console().warnOfLeftOut(folder.leftOut());
  }

  /**
   * Lines of the writers that the model's training held out: of each as many as there are samples
   * of a hand, at most.
   */
  private static SortedMap<String, List<Handwriting>> people(
      FoundModel found, List<Path> folders, EvaluationRequest request)
      throws BadFileException, IOException {
    LineFolder folder = LineFolder.read(folders, request.common().threads(), ReadingListener.NONE);
    long seed = ReadingModels.reader(found).header().training().seed();
    Set<String> heldOut = folder.heldOutWriters(seed);
    SortedMap<String, List<Handwriting>> people = new TreeMap<>();
    for (CorpusLine line : folder.lines()) {
      if (heldOut.contains(line.writer()) && request.handwriting().includes(line.writer())) {
        List<Handwriting> lines =
            people.computeIfAbsent(line.writer(), writer -> new ArrayList<>());
        if (lines.size() < request.samples().count()) {
          lines.add(line.handwriting());
        }
      }
    }
    return people;
  }

  private static List<ReadHand> people(
      SortedMap<String, List<Handwriting>> people, LineReader reader) {
    return people.entrySet().stream()
        .map(writer -> ReadHand.of(reader, writer.getKey(), writer.getValue()))
        .toList();
  }
}
