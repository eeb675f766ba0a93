package ductus.cli.recognition;

import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.format.ReaderEvaluationText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cluster.evaluation.ClusterModel;
import ductus.cluster.evaluation.ReadHands;
import ductus.corpus.LeftOut;
import ductus.corpus.ReadingListener;
import ductus.corpus.hand.HandFolder;
import ductus.corpus.line.CorpusLine;
import ductus.corpus.line.LineFolder;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.ink.Handwriting;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.math.Workers;
import ductus.metric.ReadingEvaluation;
import ductus.metric.ReadingEvaluation.ReadHand;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.reading.ReaderNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** How well it reads with words and without. */
  private record Result(ReadingEvaluation withWords, ReadingEvaluation byInkAlone) {}

  /** What is read: hands that write texts, and lines of people by their writers. */
  private record Material(
      List<Hand> hands, SortedMap<String, List<Handwriting>> people, List<LeftOut> leftOut) {
    static Material read(FoundModel found, EvaluationRequest request)
        throws BadFileException, IOException {
      List<Path> folders = request.source().folders();
      HandEvaluationOptions options = request.handwriting();
      HandFolder hands = HandFolder.search(folders);
      LineFolder lines = LineFolder.read(folders, request.common().threads(), ReadingListener.NONE);
      Set<String> learned = Set.copyOf(ReadingModels.reader(found).header().pieces());
      SortedMap<String, List<Handwriting>> people = new TreeMap<>();
      for (CorpusLine line : lines.lines()) {
        if (!learned.contains(line.writerHash()) && options.includes(line.writer())) {
          List<Handwriting> theirs =
              people.computeIfAbsent(line.writer(), writer -> new ArrayList<>());
          if (theirs.size() < request.samples().count()) {
            theirs.add(line.handwriting());
          }
        }
      }
      List<LeftOut> leftOut = new ArrayList<>(hands.leftOut());
      leftOut.addAll(lines.leftOut());
      return new Material(
          hands.hands().stream().filter(hand -> options.includes(hand.name())).toList(),
          people,
          leftOut);
    }

    /** Words for people. */
    String inWords(int samples) {
      List<String> parts = new ArrayList<>();
      if (!hands.isEmpty()) {
        parts.add(samples + " lines in each of " + NumberText.count(hands.size(), "hand"));
      }
      if (!people.isEmpty()) {
        int lines = people.values().stream().mapToInt(List::size).sum();
        parts.add(String.format(Locale.ROOT, "%,d lines of %d people", lines, people.size()));
      }
      return String.join(", ", parts);
    }
  }

  /** Reads held-out texts composed of hands, and lines of people whose writing was not learned. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    CommonOptions common = request.common();
    Material material = Material.read(found, request);
    if (material.hands.isEmpty() && material.people.isEmpty()) {
      throw new BadFileException(
          request.source().folders().get(0),
          "holds none of the hands that are asked for, and no lines of people that were not"
              + " learned");
    }
    int samples = request.samples().count();
    long seed = request.samples().seed();
    common
        .console()
        .say(String.format(Locale.ROOT, "Reading %s, seed %d", material.inWords(samples), seed));
    List<String> texts = HeldOutText.sentences(samples);
    ReadHands withWords = new ReadHands(texts, seed, true);
    ReadHands byInkAlone = new ReadHands(texts, seed, false);
    Result result =
        request.measure(
            found,
            there -> {
              ModelFile<?, ReaderNetwork> model = ReadingModels.reader(found);
              try (Workers workers = new Workers(common.threads())) {
                return new Result(
                    evaluation(withWords, material, there, model, workers),
                    evaluation(byInkAlone, material, there, model, workers));
              }
            });
    common.console().print(ReaderEvaluationText.of(result.withWords(), result.byInkAlone()));
    common.console().printJson(result);
    return common.console().warnOfLeftOut(material.leftOut);
  }

  private static ReadingEvaluation evaluation(
      ReadHands reading,
      Material material,
      Optional<ClusterModel> there,
      ModelFile<?, ReaderNetwork> model,
      Workers workers)
      throws IOException {
    List<ReadHand> read =
        new ArrayList<>(
            there
                .map(reading::by)
                .orElseGet(() -> reading.here(model, workers))
                .of(material.hands));
    LineReader reader = reading.reader(model, workers);
    material.people.forEach((writer, lines) -> read.add(ReadHand.of(reader, writer, lines)));
    return ReadingEvaluation.of(read);
  }
}
