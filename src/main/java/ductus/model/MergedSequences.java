package ductus.model;

/** Sequences with their tokens merged when they are needed; their lengths are found at once. */
public final class MergedSequences implements Sequences {
  private final Sequences plain;
  private final Merges merges;
  private final int[] lengths;

  /** Merges the tokens of some sequences. */
  public MergedSequences(Sequences plain, Merges merges) {
    this.plain = plain;
    this.merges = merges;
    lengths = plain.stream().mapToInt(each -> merges.merge(each.tokens()).length).toArray();
  }

  @Override
  public int size() {
    return plain.size();
  }

  @Override
  public int length(int number) {
    return lengths[number];
  }

  @Override
  public Sequence get(int number) {
    return merges.merge(plain.get(number));
  }
}
