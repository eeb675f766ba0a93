package ductus.lab.inside;

/**
 * What is looked into.
 *
 * @param melodies model of melodies, by name or path
 * @param hands model that writes by hand, by name or path
 * @param hand that it reads lines of, one of those in {@code corpora/hands}
 * @param pieces that units are chosen on
 */
public record InsideSettings(String melodies, String hands, String hand, int pieces) {
  public InsideSettings {
    if (pieces < 1) {
      throw new IllegalArgumentException("pieces must be 1 or more but were " + pieces);
    }
  }
}
