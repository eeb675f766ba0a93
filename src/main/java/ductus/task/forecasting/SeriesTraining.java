package ductus.task.forecasting;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.format.NumberText;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.signal.SignalNetwork;
import ductus.nn.Tape;
import ductus.run.RunFolder;
import ductus.series.Season;
import ductus.series.SeriesFile;
import ductus.series.TimeSeries;
import ductus.series.forecast.ForecastEvaluation;
import ductus.series.forecast.Forecaster;
import ductus.series.forecast.HeldOutErrors;
import ductus.series.forecast.TrustFit;
import ductus.series.forecast.WideningFit;
import ductus.series.linear.LinearFit;
import ductus.series.linear.LinearTerms;
import ductus.series.network.ColumnScale;
import ductus.series.network.SeriesBatches;
import ductus.series.network.SeriesConfig;
import ductus.series.network.SeriesObjective;
import ductus.series.network.SeriesParts;
import ductus.series.network.SeriesScorer;
import ductus.series.network.Widening;
import ductus.task.Report;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.train.BatchSource;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A training run of a network that predicts a series. */
public final class SeriesTraining implements TrainingSetup<SignalNetwork> {
  /** Rows that are read before the held-out ones are judged. */
  private static final int CONTEXT = 1000;

  private static final double DIGITS = 1e4;

  /** Paths of the forecasts that tell how wide intervals must be. */
  private static final int PATHS = 200;

  /** Paths of those that tell how much of the network is to be believed. */
  private static final int TRIED = 100;

  /** The calling thread alone, of which there is nothing to close. */
  private final Workers alone = new Workers(1);

  private final SeriesTrainingConfig config;
  private final @Nullable Integer steps;
  private final String programVersion;
  private final TimeSeries series;
  private final SeriesParts parts;
  private final SeriesConfig shape;

  /**
   * Prepares a run.
   *
   * @param steps ahead that the forecasts go which are measured at the end; null for the usual ones
   * @param programVersion for the model's header
   * @throws BadFileException if there is nothing to learn from
   */
  SeriesTraining(SeriesTrainingConfig config, @Nullable Integer steps, String programVersion)
      throws BadFileException, IOException {
    Path path = Path.of(config.file());
    series = SeriesFile.read(path);
    String digest = Sha256.hex(Files.readAllBytes(path));
    this.config = config.withLearned(config.learned().withDigest(digest));
    this.steps = steps;
    this.programVersion = programVersion;
    try {
      parts = SeriesParts.of(series.length());
      List<ColumnScale> columns = new ArrayList<>();
      for (int c = 0; c < series.columns().size(); c++) {
        columns.add(ColumnScale.of(series, c, parts.validation()));
      }
      int season = findSeason();
      shape =
          SeriesConfig.of(
              config.core(),
              columns,
              season,
              LinearFit.of(series, parts.validation(), season, LinearTerms.BASIS));
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(path, String.valueOf(unfit.getMessage()));
    }
    for (int c = 0; c < series.columns().size(); c++) {
      if (Double.isNaN(ofPart(c, parts.validation(), parts.test()))
          || Double.isNaN(ofPart(c, parts.test(), parts.length()))) {
        throw new BadFileException(
            path,
            "column \"%s\" must have numbers in both of its last tenths, which are held out, but"
                    .formatted(series.columns().get(c))
                + " has none in one of them");
      }
    }
  }

  /** Any value of a part; NaN if all are missing. */
  private double ofPart(int column, int from, int to) {
    for (int t = from; t < to; t++) {
      if (!Double.isNaN(series.value(t, column))) {
        return series.value(t, column);
      }
    }
    return Double.NaN;
  }

  /** The season of the first column that has one. */
  private int findSeason() {
    for (int c = 0; c < series.columns().size(); c++) {
      double[] learned = Arrays.copyOf(series.column(c), parts.validation());
      int season = Season.of(learned).orElse(0);
      if (season > 0) {
        return season;
      }
    }
    return 0;
  }

  @Override
  public SeriesTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        parts.validation(),
        parts.test() - parts.validation(),
        "rows",
        "step",
        description(),
        List.of());
  }

  private String description() {
    return String.format(
        Locale.ROOT,
        "the first %,d of %s, %s%s%s",
        parts.validation(),
        NumberText.count(parts.length(), "row"),
        NumberText.count(series.columns().size(), "column"),
        series.missing() == 0 ? "" : ", " + NumberText.count(series.missing(), "missing value"),
        shape.season() == 0 ? "" : ", season of " + shape.season());
  }

  @Override
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("rows", parts.length());
    facts.put("columns", series.columns().size());
    facts.put("missing", series.missing());
    facts.put("season", shape.season());
    return facts;
  }

  @Override
  public long weights() {
    return shape.shape().weights();
  }

  @Override
  public SignalNetwork network() {
    return new SignalNetwork(shape.shape());
  }

  @Override
  public BatchSource batches(SignalNetwork network, Peers peers) {
    return SeriesBatches.of(
        new SeriesObjective(network, shape, new Tape(KernelChoice.best(), alone)),
        series,
        parts,
        shape.memory(),
        config.window(),
        config.plan());
  }

  @Override
  public ModelHeader<?> header(SignalNetwork network, EpochMetrics metrics) {
    return header(metrics, network, KernelChoice.best(), alone);
  }

  @Override
  public void complete(RunFolder folder, TrainingProgress progress, Workers workers)
      throws BadFileException, IOException {
    if (Files.exists(folder.model())) {
      temper(folder.model());
    }
  }

  /** Forecasts from rows that the network has not seen. */
  @Override
  public Report examine(Path model) throws BadFileException, IOException {
    int ahead = SeriesEvaluation.steps(parts.length() - parts.test(), steps);
    ForecastEvaluation evaluation =
        SeriesEvaluation.of(
            SeriesModel.find(model.toString()), series, parts.test(), ahead, config.plan().seed());
    return new Report(
        Map.of("forecasts", evaluation),
        System.lineSeparator() + ForecastFigures.text(evaluation),
        SeriesParts.caution(parts.length()).stream().toList(),
        List.of());
  }

  private ModelHeader<SeriesConfig> header(
      EpochMetrics metrics, SignalNetwork network, Kernels kernels, Workers workers) {
    return new ModelHeader<>(
        SeriesConfig.ENCODING,
        SeriesConfig.VERSION,
        withHeldOut(shape, network, kernels, workers),
        summary(
            programVersion,
            String.format(
                Locale.ROOT,
                "%,d of %,d rows of %s",
                parts.validation(),
                parts.length(),
                Path.of(config.file()).getFileName()),
            metrics),
        List.of());
  }

  /** What a network is wrong by, and how much it is surprised, on the second part. */
  private SeriesConfig withHeldOut(
      SeriesConfig of, SignalNetwork network, Kernels kernels, Workers workers) {
    Forecaster forecaster = new Forecaster(network, of, 1, kernels, workers);
    List<List<Double>> errors =
        HeldOutErrors.of(forecaster, series, parts.validation(), parts.test());
    return of.withHeldOut(errors, surprises(new SeriesScorer(network, of, kernels, workers), of));
  }

  /** The surprises of the second part in nats a row, read from some way before it. */
  private List<Double> surprises(SeriesScorer scorer, SeriesConfig of) {
    int from = Math.max(0, parts.validation() - CONTEXT - of.memory());
    double[] nats = scorer.nats(series.part(from, parts.test()), Double.POSITIVE_INFINITY);
    return Arrays.stream(nats, parts.validation() - from, nats.length)
        .filter(Double::isFinite)
        .map(each -> Math.rint(each * DIGITS) / DIGITS)
        .boxed()
        .toList();
  }

  /**
   * Writes the best model again with what the second part asks for: how much of the network is
   * believed, and how much wider intervals are.
   */
  private void temper(Path path) throws BadFileException, IOException {
    SeriesModel model = SeriesModel.find(path.toString());
    SignalNetwork network = model.file().network();
    Kernels kernels = KernelChoice.best();
    long seed = config.plan().seed();
    SeriesConfig narrow = model.config().withWidening(Widening.NONE);
    double trust =
        TrustFit.of(
            share -> new Forecaster(network, narrow.withTrust(share), TRIED, kernels, alone),
            narrow.columns(),
            series,
            parts,
            seed);
    SeriesConfig believed = withHeldOut(narrow.withTrust(trust), network, kernels, alone);
    Forecaster forecaster = new Forecaster(network, believed, PATHS, kernels, alone);
    Widening widening = WideningFit.of(forecaster, series, parts.validation(), parts.test(), seed);
    ModelHeader<SeriesConfig> header = model.file().header();
    ModelFile.write(
        path,
        new ModelHeader<>(
            header.encoding(),
            header.encodingVersion(),
            believed.withWidening(widening),
            header.training(),
            header.pieces()),
        network);
  }
}
