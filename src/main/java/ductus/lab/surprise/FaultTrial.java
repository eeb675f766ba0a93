package ductus.lab.surprise;

import ductus.analysis.surprise.AnomalyThreshold;
import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.trial.TrialContext;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalNetwork;
import ductus.nn.Tape;
import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import ductus.series.known.FaultySines;
import ductus.series.known.FaultySines.Fault;
import ductus.series.linear.LinearFit;
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
import java.util.List;

/** A network learns two sines, and judges rows among which there are faults. */
final class FaultTrial {
  private static final int WINDOW = 128;
  private static final int BATCH = 16;
  private static final double LEARNING_RATE = 0.005;
  private static final int WARMUP = 50;

  private FaultTrial() {}

  static Outcome run(SurpriseSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    SurpriseSettings.Sines asked = settings.series();
    int length = asked.sound() + asked.faulty();
    FaultySines sines = FaultySines.of(length, asked.sound(), asked.faults(), bench.seed());
    TimeSeries series = new TimeSeries(TimeAxis.rows(length), List.of("value"), sines.values());
    SeriesParts parts = SeriesParts.of(asked.sound());
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
    SeriesScorer scorer = new SeriesScorer(network, config, bench.kernels(), bench.workers());
    double[] sound = scorer.nats(series.part(0, asked.sound()), Double.POSITIVE_INFINITY);
    AnomalyThreshold alarm =
        AnomalyThreshold.of(
            Arrays.stream(sound, parts.validation(), sound.length).boxed().toList(),
            settings.rate());
    return outcome(sines, asked.sound(), alarm, scorer.nats(series, alarm.limit()));
  }

  private static Outcome outcome(
      FaultySines sines, int from, AnomalyThreshold alarm, double[] nats) {
    int odd = 0;
    int faulty = 0;
    int both = 0;
    for (int t = from; t < nats.length; t++) {
      boolean rings = alarm.ringsAt(nats[t]);
      odd += rings ? 1 : 0;
      faulty += sines.isFaulty(t) ? 1 : 0;
      both += rings && sines.isFaulty(t) ? 1 : 0;
    }
    int found = 0;
    for (Fault fault : sines.faults()) {
      boolean any = false;
      for (int t = fault.from(); t < fault.to(); t++) {
        any |= alarm.ringsAt(nats[t]);
      }
      found += any ? 1 : 0;
    }
    int count = sines.faults().size();
    int all = nats.length - from;
    return new Outcome(
        List.of(
            (double) count,
            (double) found / count,
            Double.NaN,
            odd == 0 ? Double.NaN : (double) both / odd,
            (double) both / faulty,
            (double) (odd - both) / (all - faulty)),
        List.of());
  }
}
