package ductus.analysis.surprise;

import java.util.BitSet;

/**
 * How rows that were taken for odd go with those that are known to be faulty.
 *
 * @param faults stretches of faulty rows
 * @param found of these, stretches of which a row is odd
 * @param faulty number of faulty rows
 * @param odd number of rows that were taken for odd
 * @param both rows that are faulty and were taken for odd
 * @param sound rows that are not faulty
 */
public record FaultComparison(int faults, int found, int faulty, int odd, int both, int sound) {
  /**
   * Compares the rows that were judged.
   *
   * @param faulty rows that are known to be
   * @param odd rows that were taken for odd
   * @param from first row that was judged
   * @param to row behind the last
   */
  public static FaultComparison of(BitSet faulty, BitSet odd, int from, int to) {
    int faults = 0;
    int found = 0;
    int first = faulty.nextSetBit(from);
    while (first >= 0 && first < to) {
      int end = Math.min(to, faulty.nextClearBit(first));
      int hit = odd.nextSetBit(first);
      faults++;
      found += hit >= 0 && hit < end ? 1 : 0;
      first = faulty.nextSetBit(end);
    }
    BitSet both = faulty.get(from, to);
    int faultyRows = both.cardinality();
    BitSet oddRows = odd.get(from, to);
    both.and(oddRows);
    return new FaultComparison(
        faults,
        found,
        faultyRows,
        oddRows.cardinality(),
        both.cardinality(),
        to - from - faultyRows);
  }

  /** Share of the odd rows that are faulty; NaN where none is odd. */
  public double precision() {
    return (double) both / odd;
  }

  /** Share of the faulty rows that are odd; NaN where none is faulty. */
  public double recall() {
    return (double) both / faulty;
  }

  /** Share of the sound rows that are odd; NaN where none is sound. */
  public double falseAlarmRate() {
    return (double) (odd - both) / sound;
  }
}
