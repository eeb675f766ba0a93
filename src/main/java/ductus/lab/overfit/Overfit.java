package ductus.lab.overfit;

import ductus.file.BadFileException;
import ductus.lab.material.MelodyCorpus;
import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.nn.Tape;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import ductus.task.music.request.MusicTrainingConfig.Keys;
import ductus.train.DivergenceException;
import ductus.train.Loss;
import ductus.train.TokenBatches;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What keeps a network from learning a few melodies by heart? The loss on the melodies that it
 * learns and on others, with one cure at a time, after the same number of updates.
 */
public final class Overfit implements Examination<OverfitSettings> {
  private static final String TRAINING = "training";
  private static final String HELD_OUT = "held out";
  private static final int KEYS = 12;

  @Override
  public String name() {
    return "overfit";
  }

  @Override
  public String question() {
    return "what keeps a network from learning a few melodies by heart?";
  }

  @Override
  public Class<OverfitSettings> settings() {
    return OverfitSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("cure");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric("training", "nats a token of the melodies learned, at the end", 3),
        new TrialMetric("held out", "nats a token of other melodies, at the end", 3),
        new TrialMetric("gap", "held out less training", 3),
        new TrialMetric("lowest", "held-out nats a token of the best epoch", 3),
        new TrialMetric("updates", "until that epoch", 0));
  }

  @Override
  public List<Trial> trials(OverfitSettings settings) {
    return settings.cures().stream()
        .map(
            cure -> {
              // Both complain about what is wrong.
              shape(settings, cure);
              settings.plan(cure, 0);
              return new Trial(List.of(cure.name()), 1, bench -> learn(cure, settings, bench));
            })
        .toList();
  }

  private static NetworkConfig shape(OverfitSettings settings, RegularizationChoice cure) {
    return settings.network().config(MelodyCorpus.KIND.encoding(), cure.dropout());
  }

  private static Outcome learn(
      RegularizationChoice cure, OverfitSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    MelodyCorpus corpus =
        MelodyCorpus.read(settings.corpus(), settings.pieces(), settings.heldOut(), bench.seed());
    List<Sequence> learned = corpus.lessons(Keys.OWN);
    Network network = new Network(shape(settings, cure));
    TrainingPlan plan = settings.plan(cure, bench.seed());
    TokenBatches lessons =
        new TokenBatches(
            network,
            plan,
            cure.transposed() ? corpus.lessons(Keys.ALL) : repeated(learned),
            corpus.measured(Keys.OWN));
    TrainingHistory history = bench.train(network, plan, lessons, metrics -> false);
    Tape tape = new Tape(bench.kernels(), bench.workers());
    network.repack(tape);
    return outcome(history, Loss.of(network, learned, tape).perToken());
  }

  /** The sequences, repeated as often as there are keys. */
  private static List<Sequence> repeated(List<Sequence> sequences) {
    return Collections.nCopies(KEYS, sequences).stream().flatMap(List::stream).toList();
  }

  private static Outcome outcome(TrainingHistory history, double training) {
    double heldOut = history.last().validationNats();
    EpochMetrics best = history.best();
    return new Outcome(
        List.of(
            training, heldOut, heldOut - training, best.validationNats(), (double) best.updates()),
        List.of(history.curve(TRAINING, EpochMetrics::trainingNats), history.heldOut(HELD_OUT)));
  }

  @Override
  public byte[] picture(OverfitSettings settings, Results results) {
    List<Panel> panels = new ArrayList<>();
    for (RegularizationChoice cure : settings.cures()) {
      List<Series> lines =
          List.of(
              results.mean(List.of(cure.name()), TRAINING, "training, with the cure's noise"),
              results.mean(List.of(cure.name()), HELD_OUT, HELD_OUT));
      panels.add(
          new Panel(cure.name(), "updates", "nats a token", Panel.Scale.LINEAR, lines)
              .within(Panel.Range.FROM_ZERO));
    }
    return PanelChart.svg(
        String.format(Locale.ROOT, "Learning %d melodies, and others", settings.pieces()),
        3,
        panels);
  }
}
