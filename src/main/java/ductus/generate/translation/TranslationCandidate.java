package ductus.generate.translation;

import java.util.List;

/** A target that was found for a source. Immutable. */
public final class TranslationCandidate {
  private static final double EVEN = 0.5;

  private final String text;
  private final double logProbability;
  private final boolean ended;
  private final List<float[]> glances;

  TranslationCandidate(String text, double logProbability, boolean ended, List<float[]> glances) {
    this.text = text;
    this.logProbability = logProbability;
    this.ended = ended;
    this.glances = List.copyOf(glances);
  }

  public String text() {
    return text;
  }

  /**
   * Natural logarithm of the probability of all characters of the target and, where it ended, its
   * end.
   */
  public double logProbability() {
    return logProbability;
  }

  /** The probability of the whole target, 0 to 1. */
  public double probability() {
    return Math.min(1, StrictMath.exp(logProbability));
  }

  /** The mean of the logarithm over the characters, the end among them where there is one. */
  public double meanLogProbability() {
    int steps = text.codePointCount(0, text.length()) + (ended ? 1 : 0);
    return logProbability / Math.max(1, steps);
  }

  /** Whether the network itself thinks all other targets together likelier than this one. */
  public boolean isDoubtful() {
    return probability() < EVEN;
  }

  /** Whether the network ended the target; otherwise it was cut. */
  public boolean ended() {
    return ended;
  }

  /** Number of characters of the target and, where it ended, its end: T; 0 without an attention. */
  public int glances() {
    return glances.size();
  }

  /** Share of its attention that a character of the target gave to a step of the source. */
  public double glance(int target, int source) {
    return glances.get(target)[source];
  }
}
