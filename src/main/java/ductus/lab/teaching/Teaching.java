package ductus.lab.teaching;

import ductus.file.BadFileException;
import ductus.lab.material.MelodyCorpus;
import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.trial.Examination;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.PlaceRandom;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.nn.Tape;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import ductus.task.music.request.MusicTrainingConfig.Keys;
import ductus.train.DivergenceException;
import ductus.train.TokenBatches;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How far back must a loss be followed (Williams and Peng 1990), and is it better to read true
 * tokens while one learns, or some of one's own (Bengio et al. 2015)? The same network on the same
 * melodies, taught in one way at a time.
 */
public final class Teaching implements Examination<TeachingSettings> {
  private static final String HELD_OUT = "held out";
  private static final String OWN = "own tokens";

  /** Shares of own tokens that networks are measured with. */
  private static final List<Double> SHARES = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

  /** Sets the tokens that are drawn for measuring apart from all others. */
  private static final long DRAWN = -4;

  @Override
  public String name() {
    return "teaching";
  }

  @Override
  public String question() {
    return "how far back must a loss be followed, and who copes with tokens of its own?";
  }

  @Override
  public Class<TeachingSettings> settings() {
    return TeachingSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("way");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric("updates", "of training", 0),
        new TrialMetric("lowest", "nats a token of other melodies, of the best pass", 3),
        new TrialMetric("held out", "the same at the end, true tokens read", 3),
        new TrialMetric(
            "own", "the same where each token read is drawn by the network behind true ones", 3),
        new TrialMetric("gap", "own less held out", 3));
  }

  @Override
  public List<Trial> trials(TeachingSettings settings) {
    // Both complain about what is wrong.
    shape(settings);
    settings.ways().forEach(way -> plan(way, settings, 0));
    return settings.ways().stream()
        .map(way -> new Trial(List.of(way.name()), 1, bench -> learn(way, settings, bench)))
        .toList();
  }

  private static NetworkConfig shape(TeachingSettings settings) {
    TeachingSettings.Shape network = settings.network();
    return NetworkConfig.of(
        MelodyCorpus.KIND.encoding(),
        network.embeddingSize(),
        network.cell(),
        1,
        network.hiddenSize(),
        0);
  }

  private static TrainingPlan plan(TeachingChoice way, TeachingSettings settings, long seed) {
    TeachingSettings.TrainingBudget practice = settings.practice();
    return way.plan(practice.batchSize(), practice.learningRate(), seed);
  }

  private static Outcome learn(TeachingChoice way, TeachingSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    MelodyCorpus corpus =
        MelodyCorpus.read(settings.corpus(), settings.pieces(), settings.heldOut(), bench.seed());
    List<Sequence> measured = corpus.measured(Keys.COMMON);
    Network network = new Network(shape(settings));
    TrainingPlan plan = plan(way, settings, bench.seed());
    TrainingHistory history =
        bench.train(
            network,
            plan,
            new TokenBatches(network, plan, corpus.lessons(Keys.COMMON), measured),
            metrics -> false);
    EpochMetrics last = history.last();
    Tape tape = new Tape(bench.kernels(), bench.workers());
    network.repack(tape);
    List<Double> losses = new ArrayList<>();
    for (double share : SHARES) {
      long seed = PlaceRandom.key(bench.seed(), DRAWN);
      losses.add(OwnTokens.loss(network, measured, share, seed, tape).perToken());
    }
    double heldOut = losses.get(0);
    double own = losses.get(losses.size() - 1);
    return new Outcome(
        List.of(
            (double) last.updates(), history.best().validationNats(), heldOut, own, own - heldOut),
        List.of(history.heldOut(HELD_OUT), new Curve(OWN, SHARES, losses)));
  }

  @Override
  public byte[] picture(TeachingSettings settings, Results results) {
    return PanelChart.svg(
        "Ways to teach a network melodies",
        2,
        List.of(
            panel("True tokens read", "updates", HELD_OUT, settings, results),
            panel("Own tokens read", "share of own tokens", OWN, settings, results)));
  }

  private static Panel panel(
      String title, String x, String curve, TeachingSettings settings, Results results) {
    List<Series> lines =
        settings.ways().stream()
            .map(way -> results.mean(List.of(way.name()), curve, way.name()))
            .toList();
    return new Panel(title, x, "held-out nats a token", Panel.Scale.LINEAR, lines)
        .within(Panel.Range.FROM_ZERO);
  }
}
