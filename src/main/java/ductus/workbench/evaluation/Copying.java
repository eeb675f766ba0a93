package ductus.workbench.evaluation;

import ductus.music.statistics.NoteLine;
import ductus.music.statistics.RunIndex;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much stands note for note in the training pieces, transposed copies included.
 *
 * @param notes length of the runs
 * @param generated share of the generated tunes' runs, pooled
 * @param heldOut share of the held-out tunes' runs, pooled: how much people copy
 * @param ratio of the two; null where the held-out tunes copy nothing
 * @param tenFold the same of all tunes in ten parts, each against the other nine: steadier, since
 *     it counts more tunes; null where the training pieces are not at hand
 * @param tenFoldRatio generated over tenFold; null where there is none, or 0
 */
public record Copying(
    int notes,
    double generated,
    double heldOut,
    @Nullable Double ratio,
    @Nullable Double tenFold,
    @Nullable Double tenFoldRatio) {
  private static final int FOLDS = 10;

  /**
   * One for each length in the index.
   *
   * @param people training and held-out tunes; empty where they are not all at hand
   */
  static List<Copying> of(
      RunIndex runs, List<NoteLine> generated, List<NoteLine> heldOut, List<NoteLine> people) {
    return RunIndex.LENGTHS.stream()
        .map(
            n -> {
              double share = runs.share(generated, n);
              double held = runs.share(heldOut, n);
              Double tenFold = people.size() < 2 ? null : tenFold(people, n);
              return new Copying(
                  n, share, held, ratio(share, held), tenFold, ratio(share, tenFold));
            })
        .toList();
  }

  private static @Nullable Double ratio(double share, @Nullable Double people) {
    return people == null || people == 0 ? null : (Double) (share / people);
  }

  private static double tenFold(List<NoteLine> people, int notes) {
    double copied = 0;
    long total = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      int part = fold;
      List<NoteLine> tested = select(people, i -> i % FOLDS == part);
      RunIndex others = RunIndex.build(select(people, i -> i % FOLDS != part));
      long runs = tested.stream().mapToLong(m -> Math.max(0, m.length() - notes + 1)).sum();
      copied += runs * others.share(tested, notes);
      total += runs;
    }
    return total == 0 ? 0 : copied / total;
  }

  private static List<NoteLine> select(List<NoteLine> lines, IntPredicate which) {
    return IntStream.range(0, lines.size()).filter(which).mapToObj(lines::get).toList();
  }
}
