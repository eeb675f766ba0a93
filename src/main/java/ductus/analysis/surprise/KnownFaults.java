package ductus.analysis.surprise;

import ductus.analysis.surprise.Surprise.ScoredPart;
import ductus.file.BadFileException;
import ductus.series.SeriesFile;
import ductus.series.TimeSeries;
import ductus.series.linear.LinearStep;
import ductus.series.network.SeriesConfig;
import ductus.task.forecasting.SeriesModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of a series that are known to be faulty, those at which a column of its file is not 0 or
 * empty; and how far all rows are from a linear forecast, to compare with.
 */
public final class KnownFaults {
  private final BitSet faulty;

  /** How far each row is from the linear forecast [T]; NaN where that cannot be said. */
  private final double[] errors;

  private KnownFaults(BitSet faulty, double[] errors) {
    this.faulty = faulty;
    this.errors = errors;
  }

  /**
   * The judgement of a network, and of a plain rule beside it.
   *
   * @param linear as many rows as the network calls odd, those farthest from the linear forecast
   */
  public record Compared(FaultComparison network, FaultComparison linear) {}

  /**
   * Reads which rows are faulty.
   *
   * @param column of the file, that the model did not learn
   * @throws BadFileException if there is none, it is one of the model's, or one of these is missing
   */
  static KnownFaults read(Path file, String column, SeriesModel model)
      throws BadFileException, IOException {
    if (model.config().names().contains(column)) {
      throw new BadFileException(
          file, "column \"%s\" is what the model foretells, not what is faulty".formatted(column));
    }
    TimeSeries all = SeriesFile.read(file);
    int place = all.columns().indexOf(column);
    if (place < 0) {
      throw new BadFileException(
          file,
          "must have a column \"%s\" that says what is faulty but has %s"
              .formatted(column, String.join(", ", all.columns())));
    }
    BitSet faulty = new BitSet();
    for (int t = 0; t < all.length(); t++) {
      double value = all.value(t, place);
      faulty.set(t, !Double.isNaN(value) && value != 0);
    }
    return new KnownFaults(faulty, errors(model.columns(file, all), model.config()));
  }

  /** How far each row is from the linear forecast: the mean of its columns, in their changes. */
  private static double[] errors(TimeSeries series, SeriesConfig config) {
    double[] distances = LinearStep.errors(config.linear(), series);
    int columns = config.columns().size();
    return IntStream.range(0, series.length())
        .mapToDouble(
            t ->
                IntStream.range(0, columns)
                    .mapToDouble(c -> distances[t * columns + c] / config.columns().get(c).change())
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }

  /** Compares a report on the same series, over the rows from the first that it judges. */
  public Compared with(AnomalyReport report) {
    List<ScoredPart> parts = report.surprise().parts();
    int from = (int) parts.stream().takeWhile(part -> Double.isNaN(part.surprise())).count();
    BitSet odd = new BitSet();
    report.odd().forEach(odd::set);
    BitSet farthest = new BitSet();
    IntStream.range(from, parts.size())
        .boxed()
        .filter(t -> !Double.isNaN(errors[t]))
        .sorted(Comparator.comparing(t -> -errors[t]))
        .limit(odd.cardinality())
        .forEach(farthest::set);
    return new Compared(
        FaultComparison.of(faulty, odd, from, parts.size()),
        FaultComparison.of(faulty, farthest, from, parts.size()));
  }
}
