package ductus.lab.turing;

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
import ductus.model.signal.SignalNetwork;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who has learned to copy, and who has learned sequences of a length by heart? The first experiment
 * of Graves, Wayne and Danihelka (2014): networks learn to copy short sequences and are tested on
 * up to six times longer ones.
 */
public final class Turing implements Examination<TuringSettings> {
  /** Lengths that are tested, in multiples of the longest that was learned. */
  static final int MULTIPLES = 6;

  /** Curve of the wrong bits over the lengths. */
  static final String WRONG = "wrong bits";

  /** Curve of the error over the updates. */
  static final String LEARNING = "learning";

  @Override
  public String name() {
    return "ntm";
  }

  @Override
  public String question() {
    return "who has learned to copy, and goes on doing so beyond the lengths that were learned?";
  }

  @Override
  public Class<TuringSettings> settings() {
    return TuringSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("network");
  }

  @Override
  public List<TrialMetric> measures() {
    List<TrialMetric> measures = new ArrayList<>();
    measures.add(new TrialMetric("updates", "of training", 0));
    for (int i = 1; i <= MULTIPLES; i++) {
      String length = i == 1 ? "as long as the longest learned" : i + " times as long";
      measures.add(new TrialMetric("x" + i, "wrong bits of a sequence " + length, 2));
    }
    return measures;
  }

  @Override
  public List<Trial> trials(TuringSettings settings) {
    return settings.candidates().stream().map(candidate -> trial(candidate, settings)).toList();
  }

  private static Trial trial(ExaminedNetwork candidate, TuringSettings settings) {
    TaskTrainingPlan practice = candidate.practice();
    double weights = settings.task().network(candidate.core()).weights();
    return new Trial(
        List.of(candidate.name()),
        weights * practice.updates() * practice.batchSize() * settings.longest(),
        bench -> examine(candidate, settings, bench));
  }

  private static Outcome examine(
      ExaminedNetwork candidate, TuringSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    VectorCopying task = settings.task();
    SignalNetwork network = new SignalNetwork(task.network(candidate.core()));
    List<Integer> lengths = IntStream.rangeClosed(1, settings.longest()).boxed().toList();
    TrainingHistory history =
        bench.train(
            candidate.start(network),
            candidate.practice().plan(bench.seed()),
            candidate.practice().lessons(network, task, lengths, bench.seed()),
            metrics -> metrics.validationNats() < settings.enough());
    CopyTest test = new CopyTest(network, task, bench);
    List<Double> figures = new ArrayList<>();
    figures.add((double) history.last().updates());
    List<Double> tested = new ArrayList<>();
    for (int i = 1; i <= MULTIPLES; i++) {
      tested.add((double) i * settings.longest());
      figures.add(test.wrongBits(i * settings.longest(), settings.tested()));
    }
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve(WRONG, tested, figures.subList(1, figures.size())));
    curves.add(history.heldOut(LEARNING));
    curves.addAll(test.weightings(settings.longest()));
    return new Outcome(figures, curves);
  }

  @Override
  public byte[] picture(TuringSettings settings, Results results) {
    return new TuringPicture(settings, results).svg();
  }
}
