package ductus.task.handwriting.adaptation;

import ductus.math.Randomness;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenSequence;
import ductus.task.handwriting.training.AlignedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Lines that somebody wrote; where there are enough, some are held out. Where it is not known which
 * point belongs to which character, the network's window has to find its way.
 */
final class WrittenTrainingLines implements HandTrainingLines {
  /** Points of an update, about as many as in composed lines. */
  private static final int POINTS = 10_000;

  /** The number of lines from which on every fifth is held out. */
  private static final int ENOUGH = 8;

  private static final int EVERY = 5;
  private static final int MOST_HELD_OUT = 12;

  private final List<AlignedLine> learned = new ArrayList<>();
  private final List<AlignedLine> heldOut = new ArrayList<>();
  private final Alphabet alphabet;

  /**
   * Lessons of lines.
   *
   * @param lines one or more, or parts of lines
   */
  WrittenTrainingLines(List<AlignedLine> lines, Alphabet alphabet) {
    this.alphabet = alphabet;
    Map<Integer, Long> left = occurrences(lines);
    for (int i = 0; i < lines.size(); i++) {
      Map<Integer, Long> here = occurrences(List.of(lines.get(i)));
      // A character that would be left in no line to learn from keeps its line there.
      if (lines.size() >= ENOUGH
          && i % EVERY == EVERY - 1
          && heldOut.size() < MOST_HELD_OUT
          && here.entrySet().stream()
              .allMatch(c -> c.getValue() < left.getOrDefault(c.getKey(), 0L))) {
        heldOut.add(lines.get(i));
        here.forEach((character, count) -> left.merge(character, -count, Long::sum));
      } else {
        learned.add(lines.get(i));
      }
    }
  }

  private static Map<Integer, Long> occurrences(List<AlignedLine> lines) {
    return lines.stream()
        .flatMap(line -> line.text().codePoints().boxed())
        .collect(Collectors.groupingBy(character -> character, Collectors.counting()));
  }

  @Override
  public List<PenSequence> heldOut(int hand) {
    return encoded(heldOut.isEmpty() ? learned : heldOut, hand);
  }

  @Override
  public List<PenSequence> lines(int hand, RandomGenerator random) {
    List<AlignedLine> shuffled = new ArrayList<>(learned);
    Randomness.shuffle(shuffled, random);
    int points = 0;
    int count = 0;
    while (count < shuffled.size() && points < POINTS) {
      points += shuffled.get(count++).points();
    }
    return encoded(shuffled.subList(0, count), hand);
  }

  private List<PenSequence> encoded(List<AlignedLine> lines, int hand) {
    return lines.stream().map(line -> line.encoded(alphabet, hand)).toList();
  }
}
