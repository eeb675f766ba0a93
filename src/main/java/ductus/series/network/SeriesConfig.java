package ductus.series.network;

import ductus.model.CoreConfig;
import ductus.model.ModelKind;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.Target;
import ductus.series.linear.LinearEquation;
import ductus.series.linear.LinearForecast;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a network that predicts a series, and what is known of it beside its weights.
 *
 * @param core its layers
 * @param columns units of the columns
 * @param season steps until the series repeats itself; 0 where it does not
 * @param errors what it was wrong by on held-out steps, in standard deviations that it foretold: a
 *     row a step, C each; few or none where little was held out
 * @param surprises nats of held-out steps, by {@link SeriesScorer}
 * @param widening of forecasts' intervals, as held-out steps ask for it
 * @param basis linear forecast that the network adds to; null in models of version 1, which add to
 *     the last value
 */
public record SeriesConfig(
    CoreConfig core,
    List<ColumnScale> columns,
    int season,
    List<List<Double>> errors,
    List<Double> surprises,
    Widening widening,
    @Nullable SeriesBasis basis) {
  /** Name of the encoding in model files. */
  public static final String ENCODING = "series";

  /** Version of the encoding in model files. */
  public static final int VERSION = 2;

  /** The version of models that know no linear forecast, which are still read. */
  public static final int WITHOUT_BASIS = 1;

  /** The kind of model file that holds a network of a series. */
  public static final ModelKind<SeriesConfig, SignalNetwork> KIND =
      new ModelKind<>(
          List.of(ENCODING),
          SeriesConfig.class,
          config -> config.shape().weights(),
          config -> new SignalNetwork(config.shape()));

  public SeriesConfig {
    if (core == null
        || columns == null
        || columns.isEmpty()
        || errors == null
        || season < 0
        || surprises == null
        || widening == null) {
      throw new IllegalArgumentException(
          "a network of series must have core, columns, season, errors, surprises and"
              + " widening");
    }
    columns = List.copyOf(columns);
    errors = errors.stream().map(List::copyOf).toList();
    surprises = List.copyOf(surprises);
    int count = columns.size();
    if (errors.stream().anyMatch(row -> row.size() != count)) {
      throw new IllegalArgumentException("errors must have %d numbers a row".formatted(count));
    }
    if (basis != null && basis.linear().equations().size() != count) {
      throw new IllegalArgumentException("basis must have %d equations".formatted(count));
    }
  }

  /** The network's shape. */
  public SignalConfig shape() {
    return new SignalConfig(SeriesSteps.inputs(this), core, Target.VALUES, columns.size());
  }

  /** Names of the columns that the network knows. */
  public List<String> names() {
    return columns.stream().map(ColumnScale::name).toList();
  }

  /** The linear forecast that the network adds to; without one the last values. */
  public LinearForecast linear() {
    if (basis != null) {
      return basis.linear();
    }
    List<LinearEquation> same = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      same.add(LinearEquation.lastValue(c, columns.get(c).change()));
    }
    return new LinearForecast(List.of(), same);
  }

  /** The share of what the network adds that is believed. */
  double trust() {
    return basis == null ? 1 : basis.trust();
  }

  /** How many rows before one must be known to foretell it, beside the network's state. */
  public int memory() {
    return basis == null ? 1 : Math.max(basis.linear().memory(), Math.max(1, season));
  }

  /** Creates a configuration of the shape alone, before anything is known of held-out steps. */
  public static SeriesConfig of(
      CoreConfig core, List<ColumnScale> columns, int season, LinearForecast linear) {
    return new SeriesConfig(
        core, columns, season, List.of(), List.of(), Widening.NONE, new SeriesBasis(linear, 1));
  }

  /** Returns this configuration with other errors and surprises of held-out steps. */
  public SeriesConfig withHeldOut(List<List<Double>> moreErrors, List<Double> moreSurprises) {
    return new SeriesConfig(core, columns, season, moreErrors, moreSurprises, widening, basis);
  }

  /** Returns this configuration with another widening. */
  public SeriesConfig withWidening(Widening other) {
    return new SeriesConfig(core, columns, season, errors, surprises, other, basis);
  }

  /** Returns this configuration with another share of the network that is believed. */
  public SeriesConfig withTrust(double share) {
    return new SeriesConfig(
        core, columns, season, errors, surprises, widening, new SeriesBasis(linear(), share));
  }
}
