package ductus.task.music.frames;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
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
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.kind.PolyKind;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.BatchSource;
import ductus.train.FrameBatches;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A training run of a network that predicts each key of the next frame by itself: the kind of model
 * that published tables compare.
 */
public final class KeyTraining implements TrainingSetup<FrameNetwork> {
  /** Version of {@link KeyInputs}; a model made with another is refused. */
  public static final int VERSION = 1;

  private final MusicTrainingConfig config;
  private final FrameNetworkConfig shape;
  private final Split<MusicPiece<Frames>> split;
  private final List<LeftOut> leftOut;
  private final String programVersion;

  /**
   * Prepares a run.
   *
   * @param config whose network gives the sizes of the layers; what it reads and predicts does not
   *     count
   * @param programVersion for the model's header
   * @throws BadFileException if there are fewer than two pieces
   */
  public KeyTraining(
      MusicTrainingConfig config, Corpus<MusicPiece<Frames>> corpus, String programVersion)
      throws BadFileException {
    Path source = Path.of(config.corpus().folder());
    if (corpus.pieces().size() < 2) {
      throw new BadFileException(
          source, "training needs two pieces at least, found " + corpus.pieces().size());
    }
    this.config = config.withDigest(digest(corpus));
    leftOut = corpus.leftOut();
    this.programVersion = programVersion;
    split = corpus.split(config.corpus().validation(), 0, config.plan().seed());
    NetworkConfig sizes = config.network();
    shape =
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
  public TrainingMaterial material() {
    int pieces = split.training().size();
    int heldOut = split.validation().size();
    return new TrainingMaterial(
        pieces,
        heldOut,
        "pieces",
        "frame",
        String.format(Locale.ROOT, "%d pieces, %d held out", pieces, heldOut),
        leftOut);
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  @Override
  public FrameNetwork network() {
    return new FrameNetwork(shape);
  }

  @Override
  public BatchSource batches(FrameNetwork network, Peers peers) {
    return FrameBatches.of(
        network,
        config.plan(),
        sequences(split.training(), config.corpus().keys()),
        sequences(split.validation(), config.corpus().keys().heldOut()),
        peers);
  }

  private static List<FrameSequence> sequences(
      List<Piece<MusicPiece<Frames>>> pieces, MusicTrainingConfig.Keys keys) {
    PolyKind kind = new PolyKind();
    return pieces.stream()
        .flatMap(piece -> kind.forms(piece.value().music(), keys).stream())
        .map(KeyInputs::sequence)
        .toList();
  }

  @Override
  public ModelHeader<FrameNetworkConfig> header(FrameNetwork network, EpochMetrics metrics) {
    return new ModelHeader<>(
        FrameNetwork.ENCODING,
        VERSION,
        shape,
        summary(
                programVersion,
                String.format(
                    Locale.ROOT,
                    "%d pieces of %s",
                    split.training().size(),
                    Path.of(config.corpus().folder()).getFileName()),
                metrics)
            .withKeys(config.corpus().keys().label()),
        split.training().stream().map(Piece::hash).sorted().toList());
  }
}
