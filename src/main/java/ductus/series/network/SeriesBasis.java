package ductus.series.network;

import ductus.series.linear.LinearForecast;
import java.util.Objects;

/**
 * What a network of series begins with: a linear forecast, of which it learns what is left.
 *
 * @param linear forecast, an equation for each column
 * @param trust the share of what the network adds to it that is believed, 0 to 1, as held-out rows
 *     ask for it
 */
public record SeriesBasis(LinearForecast linear, double trust) {
  public SeriesBasis {
    Objects.requireNonNull(linear);
    if (!(trust >= 0 && trust <= 1)) {
      throw new IllegalArgumentException("trust must be 0 to 1 but was " + trust);
    }
  }
}
