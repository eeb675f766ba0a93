package ductus.lab.surprise;

import ductus.analysis.surprise.AnomalyThreshold;
import ductus.analysis.surprise.FaultComparison;
import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.trial.TrialContext;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalNetwork;
import ductus.nn.Tape;
import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import ductus.series.known.FaultySines;
import ductus.series.linear.LinearFit;
import ductus.series.linear.LinearForecast;
import ductus.series.linear.LinearStep;
import ductus.series.linear.LinearTerms;
import ductus.series.network.ColumnScale;
import ductus.series.network.SeriesBatches;
import ductus.series.network.SeriesConfig;
import ductus.series.network.SeriesObjective;
import ductus.series.network.SeriesParts;
import ductus.series.network.SeriesScorer;
import ductus.train.DivergenceException;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A network or a linear forecast learns two sines, and judges rows among which are faults. */
final class FaultTrial {
  private static final int WINDOW = 128;
  private static final int BATCH = 16;
  private static final double LEARNING_RATE = 0.005;
  private static final int WARMUP = 50;

  private FaultTrial() {}

  static Outcome run(SurpriseSettings settings, Judge judge, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    SurpriseSettings.Sines asked = settings.series();
    int length = asked.sound() + asked.faulty();
    FaultySines sines = FaultySines.of(length, asked.sound(), asked.faults(), bench.seed());
    TimeSeries series = new TimeSeries(TimeAxis.rows(length), List.of("value"), sines.values());
    SeriesParts parts = SeriesParts.of(asked.sound());
    return switch (judge) {
      case NETWORK -> {
        SeriesScorer scorer = learned(asked, series, parts, bench);
        AnomalyThreshold alarm =
            alarm(
                scorer.nats(series.part(0, asked.sound()), Double.POSITIVE_INFINITY),
                parts,
                settings);
        yield outcome(sines, asked.sound(), alarm, scorer.nats(series, alarm.limit()));
      }
      case RULE -> {
        double[] errors = linearErrors(series, parts.validation());
        AnomalyThreshold alarm = alarm(Arrays.copyOf(errors, asked.sound()), parts, settings);
        yield outcome(sines, asked.sound(), alarm, errors);
      }
    };
  }

  private static AnomalyThreshold alarm(
      double[] sound, SeriesParts parts, SurpriseSettings settings) {
    return AnomalyThreshold.of(
        Arrays.stream(sound, parts.validation(), sound.length).boxed().toList(), settings.rate());
  }

  /** How far each value is from what an autoregression, fitted to the first rows, expects [T]. */
  private static double[] linearErrors(TimeSeries series, int fitted) {
    LinearForecast forecast = LinearFit.of(series, fitted, 0, LinearTerms.OWN);
    return LinearStep.errors(forecast, series);
  }

  private static SeriesScorer learned(
      SurpriseSettings.Sines asked, TimeSeries series, SeriesParts parts, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    List<ColumnScale> columns = List.of(ColumnScale.of(series, 0, parts.validation()));
    SeriesConfig config =
        SeriesConfig.of(
            new CoreConfig("lstm", 1, asked.hiddenSize(), 0, true),
            columns,
            0,
            LinearFit.of(series, parts.validation(), 0, LinearTerms.BASIS));
    SignalNetwork network = new SignalNetwork(config.shape());
    TrainingPlan plan =
        TrainingPlan.of(
            asked.epochs(),
            bench.seed(),
            new Batching(BATCH, 0),
            new LearningRate(LEARNING_RATE, WARMUP, LearningRate.Shape.COSINE));
    bench.train(
        network,
        plan,
        SeriesBatches.of(
            new SeriesObjective(network, config, new Tape(bench.kernels(), bench.workers())),
            series,
            parts,
            config.memory(),
            WINDOW,
            plan),
        metrics -> false);
    return new SeriesScorer(network, config, bench.kernels(), bench.workers());
  }

  private static Outcome outcome(
      FaultySines sines, int from, AnomalyThreshold alarm, double[] nats) {
    BitSet faulty = new BitSet();
    BitSet odd = new BitSet();
    for (int t = from; t < nats.length; t++) {
      faulty.set(t, sines.isFaulty(t));
      odd.set(t, alarm.ringsAt(nats[t]));
    }
    FaultComparison compared = FaultComparison.of(faulty, odd, from, nats.length);
    return new Outcome(
        List.of(
            (double) compared.faults(),
            (double) compared.found() / compared.faults(),
            Double.NaN,
            compared.precision(),
            compared.recall(),
            compared.falseAlarmRate()),
        List.of());
  }
}
