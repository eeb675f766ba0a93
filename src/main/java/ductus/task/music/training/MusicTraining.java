package ductus.task.music.training;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.corpus.Split;
import ductus.corpus.Steps;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.baseline.UnigramModel;
import ductus.model.Encoding;
import ductus.model.MergeLearning;
import ductus.model.MergedSequences;
import ductus.model.Merges;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.music.family.TuneFamilies;
import ductus.music.statistics.NoteLine;
import ductus.run.RunFolder;
import ductus.run.SampledEpochs;
import ductus.task.Preparing;
import ductus.task.Preparing.Stages;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.task.music.condition.Conditions;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.piece.TrainingNotes;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.BatchSource;
import ductus.train.MemoryPlan;
import ductus.train.TokenBatches;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A training run on a folder of music.
 *
 * @param <T> the kind of piece
 */
public final class MusicTraining<T> implements TrainingSetup<Network> {
  private final MusicKind<T> kind;
  private final MusicTrainingConfig config;

  /** The model whose weights the run begins with; null where they are drawn at random. */
  private final @Nullable MusicModel<T> begun;

  private final Split<MusicPiece<T>> split;
  private final List<LeftOut> leftOut;
  private final String programVersion;
  private final Conditions conditions;
  private final Merges merges;
  private final Sequences learned;
  private final Sequences measured;

  /** The network with the side features that the conditions need, and the merged tokens. */
  private final NetworkConfig shape;

  /**
   * Prepares a run.
   *
   * @param corpus of the configuration's folder
   * @param preparing told of the stages
   * @throws BadFileException if there are fewer than two pieces, or the model that the run begins
   *     with does not fit, or learned all of them
   */
  public MusicTraining(
      MusicKind<T> kind,
      MusicTrainingConfig config,
      Corpus<MusicPiece<T>> corpus,
      Preparing preparing)
      throws BadFileException, IOException {
    Path source = Path.of(config.corpus().folder());
    if (corpus.pieces().size() < 2) {
      throw new BadFileException(
          source,
          "training needs two tunes at least, found %d (%d files left out, %d duplicates)%s"
              .formatted(
                  corpus.pieces().size(),
                  corpus.leftOut().size(),
                  corpus.duplicates().size(),
                  LeftOutReasons.of(corpus, kind.encoding().name())));
    }
    this.kind = kind;
    leftOut = corpus.leftOut();
    programVersion = preparing.programVersion();
    Stages stages = preparing.stages();
    begun = config.from().isEmpty() ? null : FirstModel.open(config, kind);
    Split<MusicPiece<T>> drawn = split(kind, config, corpus, stages.begin("Comparing"));
    split = begun == null ? drawn : FirstModel.split(drawn, begun, source);
    MusicTrainingConfig.Keys keys = config.corpus().keys();
    List<Piece<MusicPiece<T>>> training = byHash(split.training());
    List<String> wanted = config.corpus().conditions();
    conditions =
        begun != null
            ? begun.conditions()
            : wanted.isEmpty()
                ? Conditions.NONE
                : Conditions.learn(wanted, PieceExamples.examples(kind, training, keys));
    String digest = digest(kind.encoding(), corpus, stages.begin("Encoding"));
    Steps measuring =
        new Steps(stages.begin("Measuring"), split.training().size() + split.validation().size());
    Sequences plain =
        PieceExamples.someOpen(kind, conditions, training, keys, config.plan().seed(), measuring);
    merges = begun == null ? merges(config, plain) : begun.merges();
    shape =
        begun == null
            ? config.network().fitting(encoding())
            : begun.file().header().network().withDropout(config.network().dropout());
    this.config =
        config
            .withDigest(digest)
            .withNetwork(begun == null ? config.network() : shape.fitting(kind.encoding()));
    learned = merged(plain);
    measured =
        merged(
            PieceExamples.of(
                kind, conditions, byHash(split.validation()), keys.heldOut(), measuring));
  }

  /**
   * Versions of a tune are learned or held out together: else one would measure what was learned.
   */
  private static <T> Split<MusicPiece<T>> split(
      MusicKind<T> kind,
      MusicTrainingConfig config,
      Corpus<MusicPiece<T>> corpus,
      ReadingListener listener) {
    Steps steps = new Steps(listener, TuneFamilies.LOOKS * corpus.pieces().size());
    return corpus.split(
        config.corpus().validation(),
        0,
        config.plan().seed(),
        pieces -> TuneFamilies.of(pieces, piece -> kind.tune(piece.music()), steps));
  }

  /** Merges learned from sequences without any; what these begin and end with never merges. */
  private Merges merges(MusicTrainingConfig config, Sequences sequences) {
    int size = kind.encoding().vocabularySize();
    if (config.corpus().merges() == 0) {
      return new Merges(size, List.of());
    }
    List<Sequence> all = sequences.all();
    int start = all.get(0).token(0);
    int end = all.get(0).token(all.get(0).length() - 1);
    return MergeLearning.of(
        all, size, token -> token != start && token != end, config.corpus().merges());
  }

  private Sequences merged(Sequences plain) {
    return merges.count() == 0 ? plain : new MergedSequences(plain, merges);
  }

  /** The encoding of pieces that may be like anything. */
  private Encoding<T> encoding() {
    return conditions.encoding(merges.encoding(kind.encoding()), conditions.open());
  }

  @Override
  public MusicTrainingConfig config() {
    return config;
  }

  /** Pieces to learn from, and those held out. */
  public Split<MusicPiece<T>> split() {
    return split;
  }

  @Override
  public TrainingMaterial material() {
    int pieces = split.training().size();
    int heldOut = split.validation().size();
    return new TrainingMaterial(
        pieces,
        heldOut,
        "tunes",
        "token",
        String.format(Locale.ROOT, "%d tunes, %d held out", pieces, heldOut),
        leftOut);
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  /** Tokens to predict in an epoch. */
  public long targets() {
    return learned.targets();
  }

  @Override
  public MemoryPlan memory() {
    return MemoryPlan.of(shape, config.plan(), learned, measured);
  }

  @Override
  public Network network() {
    return new Network(shape);
  }

  @Override
  public void setFirstWeights(Network network) {
    if (begun != null) {
      network.setWeights(begun.file().network());
    }
  }

  @Override
  public OptionalDouble countingNats(ReadingListener listener) {
    Steps steps = new Steps(listener, learned.size() + measured.size());
    return OptionalDouble.of(UnigramModel.nats(shape.vocabularySize(), learned, measured, steps));
  }

  @Override
  public BatchSource batches(Network network, Peers peers) {
    return new TokenBatches(network, config.plan(), learned, measured, peers);
  }

  /** Writes what tells how much a new piece copies; nothing where there are too many notes. */
  @Override
  public void begin(RunFolder folder) throws IOException {
    // In the order in which shards have them, since each piece is made anew.
    if (lines(byHash(split.training())).mapToLong(NoteLine::length).sum()
        <= TrainingNotes.MOST_INDEXED) {
      TrainingNotes.of(lines(split.training()).toList()).write(folder.runs());
    }
  }

  /** Writes a piece to listen to. */
  @Override
  public void sample(Network network, EpochMetrics metrics, RunFolder folder, Workers workers)
      throws IOException {
    if (new SampledEpochs(targets()).includes(metrics.epoch())) {
      MusicSample.write(
          kind,
          encoding(),
          folder.samples(),
          metrics.epoch(),
          config.plan().seed(),
          network,
          KernelChoice.best(),
          workers);
    }
  }

  private Stream<NoteLine> lines(List<Piece<MusicPiece<T>>> pieces) {
    Stream<NoteLine> known =
        Stream.ofNullable(begun)
            .flatMap(model -> model.runs().stream())
            .flatMap(runs -> runs.lines().stream());
    return Stream.concat(known, pieces.stream().map(piece -> kind.line(piece.value().music())));
  }

  /** The digest of all that is learned from the pieces: their tokens, whatever their names. */
  private static <T> String digest(
      Encoding<T> encoding, Corpus<MusicPiece<T>> corpus, ReadingListener listener) {
    Steps steps = new Steps(listener, corpus.pieces().size());
    Stream<byte[]> lines =
        byHash(corpus.pieces()).stream()
            .map(steps::step)
            .map(piece -> piece.hash() + encoding.encode(piece.value().music()) + "\n")
            .map(line -> line.getBytes(StandardCharsets.US_ASCII));
    return Sha256.hex(lines);
  }

  /** The pieces in an order that does not depend on the names of files. */
  private static <T> List<Piece<MusicPiece<T>>> byHash(List<Piece<MusicPiece<T>>> pieces) {
    return pieces.stream().sorted(Comparator.comparing(Piece::hash)).toList();
  }

  @Override
  public ModelHeader<NetworkConfig> header(Network network, EpochMetrics metrics) {
    String description =
        String.format(
            Locale.ROOT,
            "%d tunes of %s%s",
            split.training().size(),
            Path.of(config.corpus().folder()).getFileName(),
            begun == null ? "" : ", behind " + begun.file().header().training().corpus());
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        kind.encoding().name(),
        kind.encoding().version(),
        shape,
        summary(programVersion, description, metrics).withKeys(config.corpus().keys().label()),
        Stream.concat(
                Stream.ofNullable(begun).flatMap(model -> model.file().header().pieces().stream()),
                split.training().stream().map(Piece::hash))
            .sorted()
            .distinct()
            .toList(),
        conditions.all(),
        merges.pairs());
  }
}
