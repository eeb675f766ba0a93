package ductus.generate.translation;

import java.util.List;

/** A target that was found for a source. Immutable. */
public final class TranslationCandidate {
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

  /** Natural logarithm of the probability of all its characters and, where it ended, its end. */
  public double logProbability() {
    return logProbability;
  }

  /** Whether the network ended it; otherwise it was cut. */
  public boolean ended() {
    return ended;
  }

  /** Characters and, where it ended, the end: T; 0 without an attention. */
  public int glances() {
    return glances.size();
  }

  /** How much of its attention a character of the target gave to a step of the source. */
  public double glance(int target, int source) {
    return glances.get(target)[source];
  }
}
