package ductus.lab.surprise;

/**
 * What the examination of surprise is asked to do.
 *
 * @param series sines with faults
 * @param rate of false alarms that is asked for in the series
 * @param tunes folder of melodies, of the project or any other; those that the model has learned do
 *     not count
 * @param bars of each tune that are made odd, one at a time
 * @param hands folder of hands, of the project or any other
 * @param lines written in each hand
 */
public record SurpriseSettings(
    Sines series, double rate, String tunes, int bars, String hands, int lines) {
  /**
   * A series, and the network that learns its sound part.
   *
   * @param sound rows to learn
   * @param faulty rows to judge
   * @param faults in them
   * @param hiddenSize of one LSTM layer
   * @param epochs at most
   */
  public record Sines(int sound, int faulty, int faults, int hiddenSize, int epochs) {}

  public SurpriseSettings {
    if (series == null || tunes == null || hands == null) {
      throw new IllegalArgumentException("settings must have series, tunes and hands");
    }
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException("rate must be above 0 and below 1 but was " + rate);
    }
    if (bars < 1 || lines < 1 || series.faults() < 1 || series.sound() < 100) {
      throw new IllegalArgumentException(
          "bars, lines and faults must be 1 or more and sound rows 100 or more but were"
              + " %d, %d, %d and %d".formatted(bars, lines, series.faults(), series.sound()));
    }
  }
}
