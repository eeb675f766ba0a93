package ductus.lab.temperature;

import java.util.List;

/**
 * What the examination of temperature is asked to do.
 *
 * @param model of melodies, by name or path
 * @param corpus folder of melodies, of the project or any other, some of which the model has not
 *     learned
 * @param tunes that are drawn at each temperature
 * @param temperatures side by side, above 0
 * @param shown those of them whose next token is drawn as a picture
 */
public record TemperatureSettings(
    String model, String corpus, int tunes, List<Double> temperatures, List<Double> shown) {
  public TemperatureSettings {
    temperatures = List.copyOf(temperatures);
    shown = List.copyOf(shown);
    if (tunes < 1) {
      throw new IllegalArgumentException("tunes must be 1 or more but were " + tunes);
    }
    for (double temperature : temperatures) {
      if (!(temperature > 0)) {
        throw new IllegalArgumentException("temperatures must be above 0 but were " + temperatures);
      }
    }
    if (temperatures.isEmpty()) {
      throw new IllegalArgumentException("temperatures must be one or more but there are none");
    }
    if (!temperatures.containsAll(shown)) {
      throw new IllegalArgumentException(
          "shown must be some of the temperatures %s but was %s".formatted(temperatures, shown));
    }
  }
}
