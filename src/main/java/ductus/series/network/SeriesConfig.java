package ductus.series.network;

import ductus.model.CoreConfig;
import ductus.model.ModelKind;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.Target;
import java.util.List;

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
 */
public record SeriesConfig(
    CoreConfig core,
    List<ColumnScale> columns,
    int season,
    List<List<Double>> errors,
    List<Double> surprises,
    Widening widening) {
  /** Name of the encoding in model files. */
  public static final String ENCODING = "series";

  /** Version of the encoding in model files. */
  public static final int VERSION = 1;

  /** The kind of model file that holds a network of a series. */
  public static final ModelKind<SeriesConfig, SignalNetwork> KIND =
      new ModelKind<>(
          List.of(ENCODING),
          SeriesConfig.class,
          config -> config.shape().weights(),
          config -> new SignalNetwork(config.shape()));

  /** Inputs for each column: value, change, flag. */
  static final int INPUTS = 3;

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
  }

  /** The network's shape. */
  public SignalConfig shape() {
    return new SignalConfig(INPUTS * columns.size(), core, Target.VALUES, columns.size());
  }

  /** Names of the columns that the network knows. */
  public List<String> names() {
    return columns.stream().map(ColumnScale::name).toList();
  }

  /** Creates a configuration of the shape alone, before anything is known of held-out steps. */
  public static SeriesConfig of(CoreConfig core, List<ColumnScale> columns, int season) {
    return new SeriesConfig(core, columns, season, List.of(), List.of(), Widening.NONE);
  }

  /** Returns this configuration with other errors and surprises of held-out steps. */
  public SeriesConfig withHeldOut(List<List<Double>> moreErrors, List<Double> moreSurprises) {
    return new SeriesConfig(core, columns, season, moreErrors, moreSurprises, widening);
  }

  /** Returns this configuration with another widening. */
  public SeriesConfig withWidening(Widening other) {
    return new SeriesConfig(core, columns, season, errors, surprises, other);
  }
}
