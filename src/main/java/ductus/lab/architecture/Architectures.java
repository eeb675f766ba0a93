package ductus.lab.architecture;

import ductus.file.BadFileException;
import ductus.lab.architecture.ArchitectureSettings.ComparedLayers;
import ductus.lab.architecture.ArchitectureSettings.Lag;
import ductus.lab.architecture.ArchitectureSettings.Melodies;
import ductus.lab.material.MelodyCorpus;
import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.task.LongLagTask;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.Heap;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.Randomness;
import ductus.math.Strips;
import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.SequenceBatch;
import ductus.model.SequenceNetwork;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.nn.Indices;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import ductus.task.music.request.MusicTrainingConfig.Keys;
import ductus.train.BatchSource;
import ductus.train.DivergenceException;
import ductus.train.TokenBatches;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/**
 * Must a network that reads sequences be recurrent? Recurrent cells, a temporal convolution (Bai,
 * Kolter and Koltun 2018) and causal self-attention (Vaswani et al. 2017) of about as many weights,
 * with the same plan: what they learn, and how fast they are at learning and at generating.
 */
public final class Architectures implements Examination<ArchitectureSettings> {
  private static final String HELD_OUT = "held out";
  private static final String MELODIES = "melodies";
  private static final int TRAINED = 4;
  private static final int STEP = 5;

  @Override
  public String name() {
    return "architectures";
  }

  @Override
  public String question() {
    return "recurrent, convolution or attention: which learns more, and which is faster?";
  }

  @Override
  public Class<ArchitectureSettings> settings() {
    return ArchitectureSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("task", "network");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric("layers", "one above the other", 0),
        new TrialMetric("hidden", "hidden size", 0),
        new TrialMetric("weights", "of the network", 0),
        new TrialMetric(
            "loss",
            "lowest on what is held out: nats a token of melodies, the mean squared error of adding"
                + " (1/6 by guessing), the share of wrong symbols of copy (7/8)",
            4),
        new TrialMetric(
            "trained",
            "thousand time steps a second of a thread, a batch there and back, no optimizer",
            0),
        new TrialMetric(
            "step",
            "microseconds of a thread for a single sequence's step, as while generating",
            1),
        new TrialMetric("memory", "that training takes on Java's heap, megabytes", 1));
  }

  @Override
  public boolean isTimed() {
    return true;
  }

  @Override
  public List<Trial> trials(ArchitectureSettings settings) {
    List<Trial> trials = new ArrayList<>();
    Melodies melodies = settings.melodies();
    melodies.plan(0);
    ArchitectureSettings.requireAlike(
        MELODIES,
        melodies.networks().stream().map(layers -> melodies.config(layers).weights()).toList());
    for (ComparedLayers layers : melodies.networks()) {
      trials.add(
          new Trial(
              List.of(MELODIES, layers.cell()), 1, bench -> continued(melodies, layers, bench)));
    }
    for (Lag lag : settings.lags()) {
      LongLagTask task = lag.found();
      ArchitectureSettings.requireAlike(
          lag.label(),
          lag.networks().stream().map(layers -> task.network(layers.core()).weights()).toList());
      for (ComparedLayers layers : lag.networks()) {
        trials.add(
            new Trial(
                List.of(lag.label(), layers.cell()),
                1,
                bench -> remembered(lag, task, layers, bench)));
      }
    }
    return trials;
  }

  private static Outcome continued(Melodies melodies, ComparedLayers layers, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    MelodyCorpus tunes =
        MelodyCorpus.read(melodies.corpus(), melodies.pieces(), melodies.heldOut(), bench.seed());
    Network network = new Network(melodies.config(layers));
    TrainingPlan plan = melodies.plan(bench.seed());
    List<Sequence> lessons = tunes.lessons(Keys.COMMON);
    Batch batch =
        Batch.of(
            lessons.subList(0, Math.min(lessons.size(), melodies.batchSize())),
            network.config().vocabularySize());
    int[] rows = new int[batch.perStep()];
    Arrays.fill(rows, -1);
    rows[0] = 1;
    return learn(
        network,
        layers,
        plan,
        new TokenBatches(network, plan, lessons, tunes.measured(Keys.COMMON)),
        new TimedInput<>(batch, new Indices(rows, rows.length)),
        bench);
  }

  private static Outcome remembered(
      Lag lag, LongLagTask task, ComparedLayers layers, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    SignalNetwork network = new SignalNetwork(task.network(layers.core()));
    RandomGenerator random = Randomness.of(bench.seed());
    List<SignalSequence> sequences =
        Stream.generate(() -> task.draw(lag.lag(), random))
            .limit(lag.practice().batchSize())
            .toList();
    return learn(
        network,
        layers,
        lag.practice().plan(bench.seed()),
        lag.practice().lessons(network, task, lag.lag(), bench.seed()),
        new TimedInput<>(
            new SignalBatch(sequences), new FMatrixRMaj(1, Strips.padded(task.inputs()))),
        bench);
  }

  /**
   * What a network's time is measured with.
   *
   * @param batch as they are learned
   * @param step a single step's input
   */
  private record TimedInput<I, T>(SequenceBatch<I, T> batch, I step) {}

  private static <I, T> Outcome learn(
      SequenceNetwork<?, I, T> network,
      ComparedLayers layers,
      TrainingPlan plan,
      BatchSource lessons,
      TimedInput<I, T> timed,
      TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    Heap heap = new Heap();
    TrainingHistory history =
        bench.train(
            network,
            plan,
            lessons,
            metrics -> {
              if (metrics.epoch() == plan.epochs()) {
                heap.look();
              }
              return false;
            });
    EpochMetrics best = history.best();
    return new Outcome(
        List.of(
            (double) layers.layers(),
            (double) layers.hiddenSize(),
            (double) network.size(),
            best.validationNats(),
            PassTime.trainedStepsPerSecond(network, timed.batch(), bench) / 1e3,
            PassTime.microsAStep(network, timed.step(), bench),
            heap.megabytes()),
        List.of(history.heldOut(HELD_OUT)));
  }

  @Override
  public byte[] picture(ArchitectureSettings settings, Results results) {
    List<Panel> panels = new ArrayList<>();
    Melodies melodies = settings.melodies();
    panels.add(losses(MELODIES, melodies.networks(), "nats a token", results));
    for (Lag lag : settings.lags()) {
      panels.add(losses(lag.label(), lag.networks(), "held-out error", results));
    }
    List<ComparedLayers> networks = melodies.networks();
    panels.add(bars(networks, "thousand steps a second, learning", TRAINED, results));
    panels.add(bars(networks, "microseconds a step, generating", STEP, results));
    return PanelChart.svg("Recurrent, convolution, attention: loss and speed", 2, panels);
  }

  private static Panel losses(
      String task, List<ComparedLayers> networks, String unit, Results results) {
    List<Series> lines =
        networks.stream()
            .map(each -> results.mean(List.of(task, each.cell()), HELD_OUT, each.cell()))
            .toList();
    return new Panel(task, "updates", unit, Panel.Scale.LINEAR, lines)
        .within(Panel.Range.FROM_ZERO);
  }

  private static Panel bars(
      List<ComparedLayers> networks, String unit, int measure, Results results) {
    List<Series> bars = new ArrayList<>();
    for (ComparedLayers each : networks) {
      String cell = each.cell();
      bars.add(results.bar(List.of(MELODIES, cell), measure, cell, bars.size() + 1, 1));
    }
    return Panel.ofBars(MELODIES, "", unit, bars).within(Panel.Range.FROM_ZERO);
  }
}
