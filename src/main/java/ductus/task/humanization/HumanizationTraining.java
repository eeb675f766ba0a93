package ductus.task.humanization;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.Sequences;
import ductus.task.Preparing;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.train.BatchSource;
import ductus.train.MemoryPlan;
import ductus.train.TokenBatches;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A training run of a network that learns a player's touch. */
final class HumanizationTraining implements TrainingSetup<Network> {
  private final HumanizationTrainingConfig config;
  private final String programVersion;
  private final List<String> hashes;
  private final TrainingMaterial material;
  private final Sequences learned;
  private final Sequences measured;

  /**
   * Prepares a run: reads what it learns.
   *
   * @throws BadFileException if there are fewer than two performances
   */
  HumanizationTraining(HumanizationTrainingConfig given, Preparing preparing)
      throws BadFileException, IOException {
    Path source = Path.of(given.source());
    Corpus<PlayedPiece> corpus =
        Corpus.read(
            source, PlayedPiece.kind(given.player()), preparing.threads(), preparing.reading());
    if (corpus.pieces().size() < 2) {
      preparing.stages().lacks(corpus.leftOut());
      throw new BadFileException(
          source,
          "must have two performances of a %s or more but has %d"
              .formatted(given.player().word(), corpus.pieces().size()));
    }
    config =
        given.withLearned(
            given
                .learned()
                .withDigest(Sha256.hexOfLines(corpus.pieces().stream().map(Piece::hash).sorted())));
    programVersion = preparing.programVersion();
    Split<PlayedPiece> split = corpus.split(given.validation(), 0, given.plan().seed());
    hashes = split.training().stream().map(Piece::hash).sorted().toList();
    learned = sequences(split.training());
    measured = sequences(split.validation());
    material =
        new TrainingMaterial(
            split.training().size(),
            split.validation().size(),
            "performances",
            "token",
            String.format(
                Locale.ROOT,
                "%d performances of %ss, %d of them held out",
                corpus.pieces().size(),
                given.player().word(),
                split.validation().size()),
            corpus.leftOut());
  }

  /** All takes, in an order that does not depend on the names of files. */
  private Sequences sequences(List<Piece<PlayedPiece>> pieces) {
    return new TakeSequences(
        config.player(),
        pieces.stream()
            .sorted(Comparator.comparing(Piece::hash))
            .flatMap(piece -> piece.value().takes().stream())
            .toList());
  }

  @Override
  public HumanizationTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return material;
  }

  @Override
  public long weights() {
    return config.network().weights();
  }

  @Override
  public MemoryPlan memory() {
    return MemoryPlan.of(config.network(), config.plan(), learned, measured);
  }

  @Override
  public Network network() {
    return new Network(config.network());
  }

  @Override
  public BatchSource batches(Network network, Peers peers) {
    return new TokenBatches(network, config.plan(), learned, measured, peers);
  }

  @Override
  public ModelHeader<?> header(Network network, EpochMetrics metrics) {
    return TouchModel.header(
        config.player(),
        config.network(),
        summary(programVersion, material.description(), metrics),
        hashes);
  }
}
