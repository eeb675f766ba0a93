package ductus.task.humanization;

import ductus.music.touch.PlayedNote;
import ductus.music.touch.Player;
import ductus.music.touch.TouchClasses;
import ductus.music.touch.WrittenNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * How a player touches some parts.
 *
 * @param loudness standard deviation, in steps of velocity
 * @param loudnessKept correlation of a note's loudness with that of the last note of its role
 * @param loudnessOverlap with that of people: what the distributions of classes have in common, in
 *     each role at each place of the quarter note; 1 where they are the same
 * @param shift standard deviation in milliseconds
 * @param shiftKept correlation of a note's shift with that of the last note of its role
 * @param shiftOverlap likewise of shifts
 * @param spread milliseconds from the first to the last of the notes that are struck together, mean
 */
public record TouchFigures(
    double loudness,
    double loudnessKept,
    double loudnessOverlap,
    double shift,
    double shiftKept,
    double shiftOverlap,
    double spread) {
  private static final int STEPS = WrittenNote.STEPS_PER_QUARTER;

  /** Figures of some takes, beside those of people that play the same. */
  static TouchFigures of(
      Player player, List<List<PlayedNote>> takes, List<List<PlayedNote>> people) {
    return new TouchFigures(
        deviation(takes, PlayedNote::loudness),
        kept(player, takes, PlayedNote::loudness),
        overlap(
            player,
            takes,
            people,
            TouchClasses.LOUDNESSES,
            note -> TouchClasses.ofLoudness(note.loudness())),
        deviation(takes, PlayedNote::shift),
        kept(player, takes, PlayedNote::shift),
        overlap(
            player, takes, people, TouchClasses.SHIFTS, note -> TouchClasses.ofShift(note.shift())),
        spread(takes));
  }

  /** Standard deviation of a figure over all notes of some takes; 0 where there are none. */
  static double deviation(List<List<PlayedNote>> takes, ToDoubleFunction<PlayedNote> figure) {
    double[] all = takes.stream().flatMap(List::stream).mapToDouble(figure).toArray();
    double mean = 0;
    double square = 0;
    for (double each : all) {
      mean += each / all.length;
      square += each * each / all.length;
    }
    return Math.sqrt(Math.max(0, square - mean * mean));
  }

  /** The notes of each onset. */
  private static List<List<PlayedNote>> onsets(List<PlayedNote> take) {
    List<List<PlayedNote>> onsets = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= take.size(); i++) {
      if (i == take.size() || take.get(i).written().step() != take.get(from).written().step()) {
        onsets.add(take.subList(from, i));
        from = i;
      }
    }
    return onsets;
  }

  /** Correlation of neighbors of a role around the role's mean in a take; 0 where none varies. */
  private static double kept(
      Player player, List<List<PlayedNote>> takes, ToDoubleFunction<PlayedNote> figure) {
    double products = 0;
    double squares = 0;
    for (List<PlayedNote> take : takes) {
      Map<Integer, List<Double>> byRole = new TreeMap<>();
      for (int i = 0; i < take.size(); i++) {
        byRole
            .computeIfAbsent(TouchBaselines.role(player, take, i), role -> new ArrayList<>())
            .add(figure.applyAsDouble(take.get(i)));
      }
      for (List<Double> row : byRole.values()) {
        double mean = row.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        for (int i = 1; i < row.size(); i++) {
          products += (row.get(i) - mean) * (row.get(i - 1) - mean);
          squares += (row.get(i) - mean) * (row.get(i) - mean);
        }
      }
    }
    return squares == 0 ? 0 : products / squares;
  }

  private static double overlap(
      Player player,
      List<List<PlayedNote>> takes,
      List<List<PlayedNote>> people,
      int classes,
      ToIntFunction<PlayedNote> classOf) {
    Map<Integer, double[]> own = histograms(player, takes, classes, classOf);
    Map<Integer, double[]> theirs = histograms(player, people, classes, classOf);
    double shared = 0;
    double all = 0;
    for (Map.Entry<Integer, double[]> each : theirs.entrySet()) {
      // What is played is the same, so both have as many notes in each circumstance.
      double[] row = own.getOrDefault(each.getKey(), new double[classes]);
      for (int c = 0; c < classes; c++) {
        shared += Math.min(row[c], each.getValue()[c]);
        all += each.getValue()[c];
      }
    }
    return all == 0 ? 0 : shared / all;
  }

  private static Map<Integer, double[]> histograms(
      Player player, List<List<PlayedNote>> takes, int classes, ToIntFunction<PlayedNote> classOf) {
    Map<Integer, double[]> histograms = new HashMap<>();
    for (List<PlayedNote> take : takes) {
      for (int i = 0; i < take.size(); i++) {
        int place = take.get(i).written().place().step() % STEPS;
        histograms
            .computeIfAbsent(
                TouchBaselines.role(player, take, i) * STEPS + place, each -> new double[classes])[
            classOf.applyAsInt(take.get(i))]++;
      }
    }
    return histograms;
  }

  private static double spread(List<List<PlayedNote>> takes) {
    return takes.stream()
        .flatMap(take -> onsets(take).stream())
        .filter(onset -> onset.size() > 1)
        .mapToDouble(
            onset ->
                onset.stream().mapToDouble(PlayedNote::shift).max().orElseThrow()
                    - onset.stream().mapToDouble(PlayedNote::shift).min().orElseThrow())
        .average()
        .orElse(0);
  }
}
