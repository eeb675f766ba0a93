package ductus.task.tagging;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.model.ModelHeader;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.run.Learner;
import ductus.run.RunFolder;
import ductus.text.word.WordExample;
import ductus.text.word.WordNetworkConfig;
import ductus.text.word.WordRows;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.ExampleBatches;
import ductus.train.TaggingObjective;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A training run of a network that tags words. */
public final class TagTraining {
  private final TagTrainingConfig config;
  private final String programVersion;
  private final TaggedFile file;
  private final List<TaggedSentence> learned;
  private final List<TaggedSentence> heldOut;
  private final WordNetworkConfig shape;
  private final WordRows rows;
  private final TaggingNetwork network;

  /**
   * Prepares a run: reads what it learns.
   *
   * @param programVersion for the model's header
   * @throws BadFileException if there is nothing to learn
   */
  public TagTraining(TagTrainingConfig config, String programVersion)
      throws BadFileException, IOException {
    this.config = config;
    this.programVersion = programVersion;
    Path path = Path.of(config.data());
    file = TaggedFile.read(path);
    if (file.sentences().size() < 2) {
      throw new BadFileException(path, "must have two sentences or more but has 1");
    }
    if (file.tags().size() < 2) {
      throw new BadFileException(
          path,
          "must have two tags or more to tell apart, but all words are " + file.tags().get(0));
    }
    Split<TaggedSentence> split =
        Corpus.of(
                file.sentences().stream()
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
    network = new TaggingNetwork(shape.network());
  }

  /** What it learns from, for people. */
  public String description() {
    return "%,d sentences of %,d words, %,d held out; %d tags"
        .formatted(
            learned.size(), TaggedFile.words(learned), heldOut.size(), shape.labels().size());
  }

  /** The file. */
  public TaggedFile file() {
    return file;
  }

  /** Sentences that it learns. */
  public List<TaggedSentence> learned() {
    return learned;
  }

  /** Sentences that it does not. */
  public List<TaggedSentence> heldOut() {
    return heldOut;
  }

  /** Number of weights of the network. */
  public long weights() {
    return network.size();
  }

  /**
   * Trains.
   *
   * @param folder that gets the run's files
   * @param resume whether to go on from the folder's checkpoint, if there is one
   * @param threads of the engine
   * @param listener told of every batch and epoch
   * @param stop asked after each batch
   */
  public TrainingProgress run(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop)
      throws BadFileException, DivergenceException, IOException {
    folder.writeConfig(config);
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
    return new Learner(
            network,
            config.plan(),
            new ExampleBatches<>(new TaggingObjective(network), config.plan(), examples, measures),
            "word",
            this::header)
        .train(folder, resume, threads, listener, stop);
  }

  private int[] targets(TaggedSentence sentence) {
    return sentence.tags().stream().mapToInt(shape.labels()::indexOf).toArray();
  }

  private ModelHeader<?> header(EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        WordTagger.ENCODING,
        WordRows.VERSION,
        shape,
        new ModelHeader.TrainingSummary(
            programVersion,
            description(),
            null,
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        learned.stream().map(TaggedSentence::hash).sorted().toList());
  }
}
