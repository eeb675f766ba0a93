package ductus.task.handwriting.training;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.practice.HeldOutText;
import ductus.ink.variation.HandVariation;
import ductus.model.ModelHeader;
import ductus.model.pen.HandWeights;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.pen.PenStyle;
import ductus.nn.Parameter;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.train.BatchSource;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A training run of a network that writes, on lines composed of the hands of a folder. */
public final class PenTraining implements TrainingSetup<PenNetwork> {
  private final PenTrainingConfig config;
  private final HandFolder folder;
  private final List<LineComposer> composers;
  private final @Nullable HandModel begun;
  private final PenNetworkConfig shape;
  private final String programVersion;

  /**
   * Prepares a run.
   *
   * @param folder what the configuration's folder holds
   * @param programVersion for the model's header
   * @throws BadFileException if the model that it begins as does not know the hands' characters
   */
  public PenTraining(PenTrainingConfig config, HandFolder folder, String programVersion)
      throws BadFileException, IOException {
    this.folder = folder;
    this.programVersion = programVersion;
    composers =
        folder.hands().stream()
            .map(hand -> new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING))
            .toList();
    begun = config.from() == null ? null : HandModel.open(config.from());
    shape =
        begun == null
            ? NetworkFitting.of(config.network(), composers, config.plan().seed())
            : NetworkFitting.like(begun, folder.hands(), Path.of(config.folder()));
    config.plan().requireFitting(0, shape.weights());
    this.config =
        config
            .withLearned(config.learned().withDigest(HandFolder.digest(folder.hands())))
            .withNetwork(begun == null ? config.network() : PenShape.of(shape));
  }

  @Override
  public PenTrainingConfig config() {
    return config;
  }

  /** The shape of the network, with its alphabet, styles and scale. */
  public PenNetworkConfig shape() {
    return shape;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        composers.size(),
        composers.size() * PenBatches.HELD_OUT,
        "texts",
        "pen point",
        NumberText.count(composers.size(), "hand"),
        folder.leftOut());
  }

  @Override
  public String pieceName() {
    return "hands";
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  @Override
  public PenNetwork network() {
    return new PenNetwork(shape);
  }

  @Override
  public BatchSource batches(PenNetwork network, Peers peers) {
    return new PenBatches(
        network,
        composers,
        config.plan(),
        config.batches(),
        config.longest(),
        HeldOutText.sentences(),
        peers);
  }

  /** Takes over a model's weights; a hand that it has not learned begins as its first one. */
  @Override
  public void setFirstWeights(PenNetwork network) {
    if (begun == null) {
      return;
    }
    PenNetwork known = begun.network();
    for (Parameter parameter : network.parameters()) {
      for (Parameter same : known.parameters()) {
        if (same.name().equals(parameter.name())
            && same.value().getNumElements() == parameter.value().getNumElements()) {
          parameter.value().setTo(same.value());
        }
      }
    }
    List<PenStyle> styles = network.config().styles();
    for (int hand = 0; hand < styles.size(); hand++) {
      PenStyle style = styles.get(hand);
      int like = Math.max(0, known.config().styleNames().indexOf(style.name()));
      HandWeights.like(known, like, style).copyTo(network, hand);
    }
  }

  @Override
  public ModelHeader<PenNetworkConfig> header(PenNetwork network, EpochMetrics metrics) {
    return new ModelHeader<>(
        PenEncoding.NAME,
        PenEncoding.VERSION,
        shape,
        summary(programVersion, "lines composed of %d hands".formatted(composers.size()), metrics),
        List.of());
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("hands", shape.styleNames());
  }
}
