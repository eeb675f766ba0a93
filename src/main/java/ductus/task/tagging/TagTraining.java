package ductus.task.tagging;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.task.Report;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.text.word.WordExample;
import ductus.text.word.WordNetworkConfig;
import ductus.text.word.WordRows;
import ductus.train.BatchSource;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A training run of a network that tags words. */
public final class TagTraining implements TrainingSetup<TaggingNetwork> {
  private final TagTrainingConfig config;
  private final String programVersion;
  private final TaggedFile file;
  private final List<TaggedSentence> learned;
  private final List<TaggedSentence> heldOut;
  private final WordNetworkConfig shape;
  private final WordRows rows;

  /**
   * Prepares a run: reads what it learns.
   *
   * @param programVersion for the model's header
   * @throws BadFileException if there is nothing to learn
   */
  public TagTraining(TagTrainingConfig config, String programVersion)
      throws BadFileException, IOException {
    this.programVersion = programVersion;
    Path path = Path.of(config.data());
    file = TaggedFile.read(path);
    List<TaggedSentence> sentences = file.required(2);
    if (file.tags().size() < 2) {
      throw new BadFileException(
          path,
          "must have two tags or more to tell apart, but all words are " + file.tags().get(0));
    }
    this.config = config.withLearned(config.learned().withDigest(file.digest()));
    Split<TaggedSentence> split =
        Corpus.of(
                sentences.stream()
                    .map(sentence -> new Piece<>(path, sentence.hash(), sentence))
                    .toList(),
                List.of())
            .split(config.validation(), 0, config.plan().seed());
    heldOut = split.validation().stream().map(Piece::value).toList();
    learned = split.training().stream().map(Piece::value).toList();
    shape =
        WordNetworkConfig.of(
            file.tags(),
            learned.stream().map(TaggedSentence::words).toList(),
            config.embeddingSize(),
            config.core());
    rows = new WordRows(shape.vocabulary());
  }

  @Override
  public TagTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        learned.size(), heldOut.size(), "sentences", "word", description(), file.leftOut());
  }

  private String description() {
    return String.format(
        Locale.ROOT,
        "%,d sentences of %,d words, %,d held out; %d tags",
        learned.size(),
        TaggedFile.words(learned),
        heldOut.size(),
        shape.labels().size());
  }

  @Override
  public long weights() {
    return shape.network().weights();
  }

  @Override
  public TaggingNetwork network() {
    return new TaggingNetwork(shape.network());
  }

  @Override
  public BatchSource batches(TaggingNetwork network, Peers peers) {
    List<WordExample> examples =
        learned.stream()
            .map(sentence -> new WordExample(rows.of(sentence.words()), targets(sentence), 0))
            .toList();
    List<TagSequence> measures =
        heldOut.stream()
            .map(
                sentence ->
                    new TagSequence(
                        rows.of(sentence.words()), targets(sentence), WordRows.PER_WORD))
            .toList();
    return new ExampleBatches<>(SequenceTeaching.of(network), config.plan(), examples, measures);
  }

  private int[] targets(TaggedSentence sentence) {
    return sentence.tags().stream().mapToInt(shape.labels()::indexOf).toArray();
  }

  @Override
  public ModelHeader<WordNetworkConfig> header(TaggingNetwork network, EpochMetrics metrics) {
    return new ModelHeader<>(
        WordTagger.ENCODING,
        WordRows.VERSION,
        shape,
        summary(programVersion, description(), metrics),
        learned.stream().map(TaggedSentence::hash).sorted().toList());
  }

  /** Tags what was held out. */
  @Override
  public Report examine(Path model) throws BadFileException, IOException {
    try (Workers workers = new Workers(1)) {
      TagEvaluation evaluation =
          TagEvaluation.of(
              new WordTagger(
                  WordTagger.open(WordTagger.find(model.toString())), KernelChoice.best(), workers),
              file,
              heldOut,
              learned);
      TagEvaluation.Share baseline = evaluation.baseline();
      Map<String, Double> accuracy = new TreeMap<>();
      accuracy.put("accuracy", evaluation.words().accuracy());
      if (baseline != null) {
        accuracy.put("baseline", baseline.accuracy());
      }
      return new Report(accuracy, evaluation.text("held-out words"));
    }
  }
}
