package ductus.task.music.evaluation;

import ductus.music.statistics.NoteLine;
import ductus.music.statistics.RunIndex;
import ductus.task.music.piece.TrainingNotes;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much stands note for note in the training pieces, transposed copies included.
 *
 * @param notes length of the runs, in notes or, of music without one line, in steps of the grid
 * @param generated share of the generated tunes' runs, pooled
 * @param heldOut share of the held-out tunes' runs, pooled: how much people copy
 * @param ratio of the two; null where the held-out tunes copy nothing
 * @param tenFold the same of all tunes in ten parts, each against the other nine: steadier, since
 *     it counts more tunes; null where the training pieces are not at hand
 * @param tenFoldRatio generated over tenFold; null where there is none, or 0
 */
public record TrainingOverlap(
    int notes,
    double generated,
    double heldOut,
    @Nullable Double ratio,
    @Nullable Double tenFold,
    @Nullable Double tenFoldRatio) {
  /** Lengths of runs that are counted, in notes or steps. */
  static final List<Integer> LENGTHS = List.of(4, 8, 12, 16, 32);

  private static final int FOLDS = 10;

  /**
   * The overlap for each length of runs that is known.
   *
   * @param index of the training pieces, and the lengths of its runs
   * @param people training and held-out pieces; empty where they are not all at hand
   */
  static List<TrainingOverlap> of(
      RunIndex index, List<NoteLine> generated, List<NoteLine> heldOut, List<NoteLine> people) {
    return index.lengths().stream()
        .map(
            n -> {
              double share = index.share(generated, n);
              double held = index.share(heldOut, n);
              Double tenFold = people.size() < 2 ? null : tenFold(people, n);
              return new TrainingOverlap(
                  n, share, held, ratio(share, held), tenFold, ratio(share, tenFold));
            })
        .toList();
  }

  /**
   * The runs that a model's pieces can be held against: of all lengths where the notes of its
   * training pieces are known, else those beside it.
   *
   * @param training all training pieces; empty where they are not at hand
   */
  static Optional<RunIndex> index(Optional<TrainingNotes> beside, List<NoteLine> training) {
    List<NoteLine> lines =
        training.isEmpty() ? beside.map(TrainingNotes::lines).orElse(List.of()) : training;
    return lines.isEmpty()
        ? beside.map(TrainingNotes::index)
        : Optional.of(RunIndex.build(lines, LENGTHS));
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
      RunIndex others = RunIndex.build(select(people, i -> i % FOLDS != part), List.of(notes));
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
