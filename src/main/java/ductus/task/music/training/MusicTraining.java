package ductus.task.music.training;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Encoding;
import ductus.model.MergeLearning;
import ductus.model.MergedSequences;
import ductus.model.Merges;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.music.statistics.NoteLine;
import ductus.run.RecordedRun;
import ductus.run.RunFolder;
import ductus.run.SampledEpochs;
import ductus.run.ShareableRun;
import ductus.run.TokenCourse;
import ductus.run.TrainingEstimate;
import ductus.task.music.condition.Conditions;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.piece.TrainingNotes;
import ductus.task.music.request.TrainingConfig;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.Trainer;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A training run on a folder of music, from its corpus to its model file.
 *
 * @param <T> the kind of piece
 */
public final class MusicTraining<T> implements ShareableRun {
  private final MusicKind<T> kind;
  private final TrainingConfig config;
  private final Split<MusicPiece<T>> split;
  private final String programVersion;
  private final Conditions conditions;
  private final Merges merges;

  /** Of a network with the side features that the conditions need, and the merged tokens. */
  private final TokenCourse course;

  /**
   * Prepares a run.
   *
   * @param corpus of the configuration's folder
   * @param programVersion for the model's header
   * @throws BadFileException if there are fewer than two pieces, or the folder holds other pieces
   *     than when the run began
   */
  public MusicTraining(
      MusicKind<T> kind, TrainingConfig config, Corpus<MusicPiece<T>> corpus, String programVersion)
      throws BadFileException {
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
    String digest = digest(kind.encoding(), corpus);
    if (!config.corpus().digest().isEmpty() && !config.corpus().digest().equals(digest)) {
      throw new BadFileException(
          source, "holds other tunes than when this run began; begin a new run with another --out");
    }
    this.kind = kind;
    this.config = config.withDigest(digest);
    this.programVersion = programVersion;
    split = corpus.split(config.corpus().validation(), 0, config.plan().seed());
    TrainingConfig.Keys keys = config.corpus().keys();
    List<Piece<MusicPiece<T>>> learned = byHash(split.training());
    List<String> wanted = config.corpus().conditions();
    conditions =
        wanted.isEmpty()
            ? Conditions.NONE
            : Conditions.learn(wanted, PieceExamples.examples(kind, learned, keys));
    Sequences plain = PieceExamples.someOpen(kind, conditions, learned, keys, config.plan().seed());
    merges = merges(plain);
    course =
        new TokenCourse(
            config.network().fitting(encoding()),
            config.plan(),
            merged(plain),
            merged(PieceExamples.of(kind, conditions, byHash(split.validation()), keys.heldOut())));
  }

  /** Learned from sequences without merges; what they begin and end with never merges. */
  private Merges merges(Sequences sequences) {
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

  /** Of pieces that may be like anything. */
  private Encoding<T> encoding() {
    return conditions.encoding(merges.encoding(kind.encoding()), conditions.open());
  }

  @Override
  public TrainingPlan plan() {
    return config.plan();
  }

  @Override
  public TrainingConfig config() {
    return config;
  }

  /** Pieces to learn from, and those held out. */
  public Split<MusicPiece<T>> split() {
    return split;
  }

  @Override
  public int pieces() {
    return split.training().size();
  }

  @Override
  public int heldOut() {
    return split.validation().size();
  }

  @Override
  public long size() {
    return course.shape().weights();
  }

  /** Tokens to predict in an epoch. */
  public long targets() {
    return course.targets();
  }

  @Override
  public long memoryBytes() {
    return course.memory().totalBytes();
  }

  @Override
  public void requireMemory() {
    course.requireMemory();
  }

  /**
   * Foretells what the run would take, by its plan and, where that fits, by a few updates.
   *
   * @param threads most threads of the engine
   * @throws IllegalArgumentException if a batch has more activations than an array can hold
   */
  public TrainingEstimate forecast(int threads) throws DivergenceException {
    return course.forecast(pieces(), heldOut(), threads);
  }

  @Override
  public TrainingProgress run(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop,
      Peers peers)
      throws BadFileException, DivergenceException, IOException {
    requireMemory();
    folder.writeConfig(config);
    writeRuns(folder);
    Kernels kernels = KernelChoice.best();
    try (Workers workers = new Workers(course.crew(threads))) {
      Network network = new Network(course.shape());
      Trainer trainer =
          new Trainer(
              network,
              config.plan(),
              course.lessons(network, peers),
              folder.checkpoint(),
              kernels,
              workers,
              peers);
      SampledEpochs sampled = new SampledEpochs(targets());
      RecordedRun.Sampling sampling =
          metrics -> {
            if (sampled.includes(metrics.epoch())) {
              MusicSample.write(
                  kind,
                  encoding(),
                  folder.samples(),
                  metrics.epoch(),
                  config.plan().seed(),
                  network,
                  kernels,
                  workers);
            }
          };
      return new RecordedRun(folder, trainer, network, "token", this::header, sampling, listener)
          .run(resume, stop);
    }
  }

  /** What tells, later on, how much a new piece copies; nothing where there are too many notes. */
  private void writeRuns(RunFolder folder) throws IOException {
    // In the order in which shards have them, since each piece is made anew.
    if (lines(byHash(split.training())).mapToLong(NoteLine::length).sum()
        <= TrainingNotes.MOST_INDEXED) {
      TrainingNotes.of(lines(split.training()).toList()).write(folder.runs());
    }
  }

  private Stream<NoteLine> lines(List<Piece<MusicPiece<T>>> pieces) {
    return pieces.stream().map(piece -> kind.line(piece.value().music()));
  }

  /** Of all that is learned from the pieces: their tokens, whatever their names. */
  private static <T> String digest(Encoding<T> encoding, Corpus<MusicPiece<T>> corpus) {
    Stream<byte[]> lines =
        byHash(corpus.pieces()).stream()
            .map(piece -> piece.hash() + encoding.encode(piece.value().music()) + "\n")
            .map(line -> line.getBytes(StandardCharsets.US_ASCII));
    return Sha256.hex(lines);
  }

  /** An order that does not depend on the names of files. */
  private static <T> List<Piece<MusicPiece<T>>> byHash(List<Piece<MusicPiece<T>>> pieces) {
    return pieces.stream().sorted(Comparator.comparing(Piece::hash)).toList();
  }

  private ModelHeader<NetworkConfig> header(EpochMetrics metrics) {
    String description =
        "%d tunes of %s"
            .formatted(split.training().size(), Path.of(config.corpus().folder()).getFileName());
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        kind.encoding().name(),
        kind.encoding().version(),
        course.shape(),
        new ModelHeader.TrainingSummary(
            programVersion,
            description,
            config.corpus().keys().label(),
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        split.training().stream().map(Piece::hash).sorted().toList(),
        conditions.all(),
        merges.pairs());
  }
}
