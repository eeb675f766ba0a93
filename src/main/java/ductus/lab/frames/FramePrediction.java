package ductus.lab.frames;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.task.TaskTrainingPlan;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import ductus.music.frames.Frame;
import ductus.nn.Tape;
import ductus.train.DivergenceException;
import ductus.train.Example;
import ductus.train.ExampleBatches;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How well does each cell foresee the next frame? Balls that bounce (Sutskever, Hinton and Taylor
 * 2008) and piano rolls, beside who expects the last frame again.
 */
public final class FramePrediction implements Examination<FramesSettings> {
  /** The name of the baseline that expects the last frame again. */
  static final String REPEAT = "repeat";

  private static final int WARMUP = 20;

  @Override
  public String name() {
    return "frames";
  }

  @Override
  public String question() {
    return "how well does each cell foresee the next frame of a film, or of a piano roll?";
  }

  @Override
  public Class<FramesSettings> settings() {
    return FramesSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("film", "cell");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric(
            "error",
            "squared error of a held-out frame, summed over its pixels or keys, when training"
                + " ends; balls published: 2.11 of an RTRBM, 0.96 of an RNN-RBM"
                + " (Boulanger-Lewandowski et al. 2012)",
            3),
        new TrialMetric("weights", "of the network", 0),
        new TrialMetric("lowest", "the lowest of these errors while it learned", 3),
        new TrialMetric("updates", "until then", 0));
  }

  /** Makes a film. */
  @FunctionalInterface
  private interface FrameSourceFactory {
    FrameSource film() throws BadFileException, IOException;
  }

  @Override
  public List<Trial> trials(FramesSettings settings) {
    List<Trial> trials = new ArrayList<>();
    FramesSettings.Balls balls = settings.balls();
    FramesSettings.Rolls rolls = settings.rolls();
    FrameSource film = balls.film();
    int pixels = film.rows() * film.columns();
    add(trials, film.name(), () -> film, film.steps(), pixels, balls.practice(), settings);
    add(trials, "rolls", rolls::film, rolls.steps(), Frame.KEYS, rolls.practice(), settings);
    return trials;
  }

  private static void add(
      List<Trial> trials,
      String name,
      FrameSourceFactory cinema,
      int steps,
      int size,
      TaskTrainingPlan practice,
      FramesSettings settings) {
    trials.add(
        new Trial(
            List.of(name, REPEAT), 1, bench -> repeat(cinema.film(), practice, settings, bench)));
    for (String cell : settings.cells()) {
      CoreConfig core = new CoreConfig(cell, 1, settings.hiddenSize(), 0, true);
      trials.add(
          new Trial(
              List.of(name, cell),
              (double) steps * practice.updates() * practice.batchSize() * core.weights(size),
              bench -> learn(cinema.film(), core, practice, settings, bench)));
    }
  }

  private static Outcome repeat(
      FrameSource film, TaskTrainingPlan practice, FramesSettings settings, TrialContext bench) {
    List<SignalSequence> heldOut = film.heldOut(practice.heldOut());
    List<Curve> frames =
        bench.seed() == settings.pictured() ? FramesPicture.truth(film) : List.of();
    double error = FrameObjective.ofRepeating(heldOut);
    return new Outcome(List.of(error, 0.0, error, 0.0), frames);
  }

  private static Outcome learn(
      FrameSource film,
      CoreConfig core,
      TaskTrainingPlan practice,
      FramesSettings settings,
      TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    int size = film.rows() * film.columns();
    SignalNetwork network = new SignalNetwork(new SignalConfig(size, core, Target.SWITCHES, size));
    FrameObjective teaching = new FrameObjective(network);
    TrainingPlan plan =
        practice
            .plan(bench.seed())
            .withLearningRate(
                new LearningRate(practice.learningRate(), WARMUP, LearningRate.Shape.COSINE));
    int examples = practice.updates() / practice.checks() * practice.batchSize();
    TrainingHistory history =
        bench.train(
            network,
            plan,
            new ExampleBatches<>(
                teaching,
                plan,
                Collections.nCopies(examples, new Scene(film)),
                film.heldOut(practice.heldOut())),
            metrics -> false);
    List<Curve> curves = new ArrayList<>();
    curves.add(history.heldOut("error"));
    if (bench.seed() == settings.pictured()) {
      Tape tape = new Tape(bench.kernels(), bench.workers());
      network.repack(tape);
      curves.addAll(FramesPicture.expected(film, teaching, tape));
    }
    EpochMetrics best = history.best();
    return new Outcome(
        List.of(
            history.last().validationNats(),
            (double) network.size(),
            best.validationNats(),
            (double) best.updates()),
        curves);
  }

  /** A place in a batch that holds other frames each time. */
  private record Scene(FrameSource film) implements Example<SignalSequence> {
    @Override
    public int length() {
      return film.steps();
    }

    @Override
    public SignalSequence draw(RandomGenerator random) {
      return film.draw(random);
    }
  }

  @Override
  public byte[] picture(FramesSettings settings, Results results) {
    return new FramesPicture(settings, results).svg();
  }
}
