package ductus.music.abc.bar;

import ductus.math.Divisor;

/**
 * An exact length or position, in whole notes, in lowest terms.
 *
 * @param denominator 1 or more
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
  public static final Fraction ZERO = new Fraction(0, 1);
  public static final Fraction ONE = new Fraction(1, 1);

  public Fraction {
    if (denominator < 1) {
      throw new IllegalArgumentException("denominator must be 1 or more but was " + denominator);
    }
    long divisor = Divisor.greatestCommon(Math.abs(numerator), denominator);
    numerator /= divisor;
    denominator /= divisor;
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        Math.addExact(
            Math.multiplyExact(numerator, other.denominator),
            Math.multiplyExact(other.numerator, denominator)),
        Math.multiplyExact(denominator, other.denominator));
  }

  public Fraction minus(Fraction other) {
    return plus(new Fraction(-other.numerator, other.denominator));
  }

  public Fraction times(Fraction other) {
    return new Fraction(
        Math.multiplyExact(numerator, other.numerator),
        Math.multiplyExact(denominator, other.denominator));
  }

  public boolean isZero() {
    return numerator == 0;
  }

  /** The nearest tick to this position, at so many ticks a whole note. */
  public long ticks(int ticksPerWhole) {
    long twice = Math.multiplyExact(numerator, 2L * ticksPerWhole);
    return Math.floorDiv(Math.addExact(twice, denominator), Math.multiplyExact(denominator, 2));
  }

  /** The fraction as so many parts, such as 6/8 rather than 3/4, where that is exact. */
  public String in(int parts) {
    return parts % denominator == 0
        ? numerator * (parts / denominator) + "/" + parts
        : numerator + "/" + denominator;
  }

  @Override
  public int compareTo(Fraction other) {
    return Long.compare(
        Math.multiplyExact(numerator, other.denominator),
        Math.multiplyExact(other.numerator, denominator));
  }
}
