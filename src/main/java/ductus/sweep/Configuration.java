package ductus.sweep;

import ductus.task.TrainingConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the choices that a sweep compares.
 *
 * @param name of its files, such as {@code c07}
 * @param settings those in which it differs from others, in order, as the training command's
 *     options are called and written
 * @param training all that decides its runs but the seed
 */
public record Configuration(String name, Map<String, String> settings, TrainingConfig<?> training) {
  public Configuration {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * The settings of this configuration, such as {@code hidden 64, dropout 0.2}; its name where
   * there are none.
   */
  public String words() {
    return settings.isEmpty() ? name : words(settings);
  }

  static String words(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
