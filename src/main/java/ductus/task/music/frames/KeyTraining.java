package ductus.task.music.frames;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.model.ModelHeader;
import ductus.model.NetworkConfig;
import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameNetworkConfig;
import ductus.model.frame.FrameSequence;
import ductus.music.encoding.poly.KeyInputs;
import ductus.music.frames.Frames;
import ductus.run.Learner;
import ductus.run.RunFolder;
import ductus.run.ShareableRun;
import ductus.run.ThreadCount;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.kind.PolyKind;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.BatchSource;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.FrameBatches;
import ductus.train.MemoryPlan;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A training run of a network that predicts each key of the next frame by itself: the kind of model
 * that published tables compare.
 */
public final class KeyTraining implements ShareableRun {
  /** Version of {@link KeyInputs}; a model made with another is refused. */
  public static final int VERSION = 1;

  private final MusicTrainingConfig config;
  private final FrameNetworkConfig network;
  private final Split<MusicPiece<Frames>> split;
  private final String programVersion;

  /**
   * Prepares a run.
   *
   * @param config whose network gives the sizes of the layers; what it reads and predicts does not
   *     count
   * @param programVersion for the model's header
   * @throws BadFileException if there are fewer than two pieces, or other pieces than when the run
   *     began
   */
  public KeyTraining(
      MusicTrainingConfig config, Corpus<MusicPiece<Frames>> corpus, String programVersion)
      throws BadFileException {
    Path source = Path.of(config.corpus().folder());
    if (corpus.pieces().size() < 2) {
      throw new BadFileException(
          source, "training needs two pieces at least, found " + corpus.pieces().size());
    }
    String digest = digest(corpus);
    if (!config.corpus().digest().isEmpty() && !config.corpus().digest().equals(digest)) {
      throw new BadFileException(
          source,
          "holds other pieces than when this run began; begin a new run with another --out");
    }
    this.config = config.withDigest(digest);
    this.programVersion = programVersion;
    split = corpus.split(config.corpus().validation(), 0, config.plan().seed());
    NetworkConfig sizes = config.network();
    network =
        new FrameNetworkConfig(
            KeyInputs.outputs(),
            KeyInputs.PER_STEP,
            new FrameNetworkConfig.Stack(
                KeyInputs.tableSize(),
                sizes.embeddingSize(),
                sizes.cell(),
                sizes.layers(),
                sizes.hiddenSize(),
                sizes.dropout(),
                sizes.skip()));
  }

  private static String digest(Corpus<MusicPiece<Frames>> corpus) {
    String hashes =
        corpus.pieces().stream().map(Piece::hash).sorted().collect(Collectors.joining("\n"));
    return Sha256.hex(hashes.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public MusicTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingPlan plan() {
    return config.plan();
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
  public String target() {
    return "frame";
  }

  @Override
  public long size() {
    return network.weights();
  }

  /** A batch of windows is small beside the pieces, which are in memory by now. */
  @Override
  public void requireMemory() {
    MemoryPlan.ofWeights(size(), plan()).requireFits(Runtime.getRuntime().maxMemory());
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
    folder.writeConfig(config);
    FrameNetwork learner = new FrameNetwork(network);
    BatchSource lessons =
        FrameBatches.of(
            learner,
            config.plan(),
            sequences(split.training(), config.corpus().keys()),
            sequences(split.validation(), config.corpus().keys().heldOut()),
            peers);
    int crew = ThreadCount.of(config.network(), config.plan().batching().shardSize(), threads);
    return new Learner(learner, config.plan(), lessons, target(), this::header)
        .train(folder, resume, crew, listener, stop, peers);
  }

  private static List<FrameSequence> sequences(
      List<Piece<MusicPiece<Frames>>> pieces, MusicTrainingConfig.Keys keys) {
    PolyKind kind = new PolyKind();
    return pieces.stream()
        .flatMap(piece -> kind.forms(piece.value().music(), keys).stream())
        .map(KeyInputs::sequence)
        .toList();
  }

  private ModelHeader<FrameNetworkConfig> header(EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        FrameNetwork.ENCODING,
        VERSION,
        network,
        new ModelHeader.TrainingSummary(
            programVersion,
            "%d pieces of %s"
                .formatted(
                    split.training().size(), Path.of(config.corpus().folder()).getFileName()),
            config.corpus().keys().label(),
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        split.training().stream().map(Piece::hash).sorted().toList());
  }
}
