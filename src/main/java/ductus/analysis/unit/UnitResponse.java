package ductus.analysis.unit;

import ductus.analysis.unit.ReadPiece.Feature;
import ductus.nn.recurrent.RecurrentActivations;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a unit goes with a feature.
 *
 * @param layer from 0, the lowest
 * @param unit from 0
 * @param feature its name
 * @param correlation of its hidden state with the feature, over all steps that have it; −1 to 1
 */
public record UnitResponse(int layer, int unit, String feature, double correlation) {
  /**
   * The unit that goes most closely with a feature.
   *
   * @param readings of some pieces by one network, at least one
   * @param feature name of one of theirs
   * @return nothing if the feature never changes
   */
  public static Optional<UnitResponse> strongest(List<ReadPiece> readings, String feature) {
    int index = index(readings, feature);
    List<RecurrentActivations> layers = readings.get(0).layers();
    return IntStream.range(0, layers.size())
        .boxed()
        .flatMap(
            layer ->
                IntStream.range(0, layers.get(layer).units())
                    .mapToObj(unit -> of(readings, feature, index, layer, unit)))
        .filter(response -> Double.isFinite(response.correlation))
        .max(Comparator.comparingDouble(response -> Math.abs(response.correlation)));
  }

  /** The response of this unit to this feature in other pieces. */
  public UnitResponse in(List<ReadPiece> readings) {
    return of(readings, feature, index(readings, feature), layer, unit);
  }

  private static int index(List<ReadPiece> readings, String feature) {
    List<String> names = readings.get(0).features().stream().map(Feature::name).toList();
    if (!names.contains(feature)) {
      throw new IllegalArgumentException(
          "feature must be one of %s but was '%s'".formatted(names, feature));
    }
    return names.indexOf(feature);
  }

  private static UnitResponse of(
      List<ReadPiece> readings, String name, int feature, int layer, int unit) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (ReadPiece reading : readings) {
      List<Double> course = reading.features().get(feature).course();
      for (int row = 0; row < course.size(); row++) {
        double seen = course.get(row);
        if (Double.isNaN(seen)) {
          continue;
        }
        double state = reading.layers().get(layer).hidden(row, unit);
        n++;
        x += state;
        y += seen;
        xx += state * state;
        yy += seen * seen;
        xy += state * seen;
      }
    }
    double correlation = (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
    return new UnitResponse(layer, unit, name, correlation);
  }
}
