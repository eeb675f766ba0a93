package ductus.workbench.inside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
   * For each feature the units that go with it most closely.
   *
   * @param readings of some pieces by one network, at least one
   * @param count units of each feature
   * @return by feature, the strongest first; features that never change are left out
   */
  public static List<UnitResponse> strongest(List<Reading> readings, int count) {
    List<UnitResponse> all = new ArrayList<>();
    Reading first = readings.get(0);
    for (int f = 0; f < first.features().size(); f++) {
      List<UnitResponse> some = new ArrayList<>();
      for (int layer = 0; layer < first.layers().size(); layer++) {
        for (int unit = 0; unit < first.layers().get(layer).units(); unit++) {
          double correlation = correlation(readings, f, layer, unit);
          if (Double.isFinite(correlation)) {
            some.add(new UnitResponse(layer, unit, first.features().get(f).name(), correlation));
          }
        }
      }
      some.sort(Comparator.comparingDouble(each -> -Math.abs(each.correlation())));
      all.addAll(some.subList(0, Math.min(count, some.size())));
    }
    return all;
  }

  private static double correlation(List<Reading> readings, int feature, int layer, int unit) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (Reading reading : readings) {
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
    return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
  }
}
