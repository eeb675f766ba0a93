package ductus.lab.variant;

import ductus.file.BadFileException;
import ductus.lab.material.InkCorpus;
import ductus.lab.material.MelodyCorpus;
import ductus.lab.variant.VariantTask.ComparedNetwork;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.cell.CellConfig;
import ductus.model.pen.PenNetwork;
import ductus.picture.chart.Panel;
import ductus.task.handwriting.training.PenTraining;
import ductus.task.music.request.MusicTrainingConfig.Keys;
import ductus.train.TokenBatches;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.List;

/**
 * What the examination of variants is asked to do.
 *
 * @param weights of each network, about
 * @param melodies that they learn
 * @param ink that they learn; cells without a memory and a reservoir
 */
public record VariantSettings(long weights, Melodies melodies, Ink ink) {
  /**
   * How all networks learn: with Adam, the rate falling along half a cosine, gradients clipped to a
   * norm of 1.
   *
   * @param batchSize sequences an update
   */
  public record TrainingBudget(int batchSize, int epochs, double learningRate) {}

  /**
   * Melodies, each in the key of its mode that has no sharps and flats.
   *
   * @param corpus folder of the project or any other
   * @param cells side by side, as in {@link ductus.model.cell.CellConfig}
   * @param pieces to learn from
   * @param heldOut pieces to measure by
   */
  public record Melodies(
      String corpus,
      List<String> cells,
      int pieces,
      int heldOut,
      int embeddingSize,
      TrainingBudget practice)
      implements VariantTask {
    public Melodies {
      cells = List.copyOf(cells);
    }

    @Override
    public String name() {
      return "melodies";
    }

    @Override
    public String target() {
      return "token";
    }

    @Override
    public Panel.Range losses() {
      return Panel.Range.FROM_ZERO;
    }

    private NetworkConfig config(String cell, int hiddenSize) {
      return NetworkConfig.of(MelodyCorpus.KIND.encoding(), embeddingSize, cell, 1, hiddenSize, 0);
    }

    private int hiddenSize(String cell, long weights) {
      return HiddenSize.fitting(weights, size -> config(cell, size).weights());
    }

    @Override
    public void check(long weights) {
      cells.forEach(cell -> hiddenSize(cell, weights));
    }

    @Override
    public ComparedNetwork entry(String cell, long weights, long seed)
        throws BadFileException, IOException {
      MelodyCorpus tunes = MelodyCorpus.read(corpus, pieces, heldOut, seed);
      int hiddenSize = hiddenSize(cell, weights);
      Network network = new Network(config(cell, hiddenSize));
      TrainingPlan plan = plan(seed);
      return new ComparedNetwork(
          hiddenSize,
          network,
          plan,
          new TokenBatches(network, plan, tunes.lessons(Keys.COMMON), tunes.measured(Keys.COMMON)));
    }
  }

  /**
   * Lines of writing without a text that is followed.
   *
   * @param corpus folder of hands, of the project or any other
   * @param cells side by side, as in {@link ductus.model.cell.CellConfig}
   * @param longest characters of the longest lines
   * @param batches of an epoch
   * @param mixtures components of the mixture of Gaussians
   */
  public record Ink(
      String corpus,
      List<String> cells,
      int longest,
      int batches,
      int mixtures,
      TrainingBudget practice)
      implements VariantTask {
    public Ink {
      cells = List.copyOf(cells);
    }

    @Override
    public String name() {
      return "ink";
    }

    @Override
    public String target() {
      return "point";
    }

    @Override
    public Panel.Range losses() {
      return Panel.Range.ANY;
    }

    @Override
    public void check(long weights) {
      cells.forEach(cell -> CellConfig.parse(cell).requirePlain(name()));
    }

    @Override
    public ComparedNetwork entry(String cell, long weights, long seed)
        throws BadFileException, IOException {
      TrainingPlan plan = plan(seed);
      PenTraining training = InkCorpus.read(corpus).training(longest, batches, mixtures, plan);
      int hiddenSize =
          HiddenSize.fitting(weights, size -> InkCorpus.shape(training, cell, size).weights());
      PenNetwork network = new PenNetwork(InkCorpus.shape(training, cell, hiddenSize));
      return new ComparedNetwork(hiddenSize, network, plan, training.batches(network, Peers.NONE));
    }
  }

  /** What is learned. */
  List<VariantTask> subjects() {
    return List.of(melodies, ink);
  }
}
