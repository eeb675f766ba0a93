package ductus.task.handwriting.training;

import ductus.model.pen.Alphabet;
import ductus.model.pen.PenSequence;
import ductus.model.pen.PenStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lines that one person wrote, and parts of them that begin and end with a word. */
final class WrittenLessons implements StyleLessons {
  /** Strokes that somebody who joins letters needs for one at the most, on the mean. */
  private static final double JOINED = 0.75;

  /** Every so many lines one is held out. */
  private static final int HELD_OUT = 5;

  private final PenStyle style;
  private final List<AlignedLine> lines = new ArrayList<>();
  private final List<AlignedLine> heldOut = new ArrayList<>();

  /**
   * The lessons of a person.
   *
   * @param lines one or more
   */
  WrittenLessons(String name, List<AlignedLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      (i % HELD_OUT == HELD_OUT - 1 ? heldOut : this.lines).add(lines.get(i));
    }
    SortedMap<Integer, Integer> seen = new TreeMap<>();
    double strokes = 0;
    double letters = 0;
    for (AlignedLine line : this.lines) {
      for (AlignedWord word : line.words()) {
        word.text().codePoints().filter(each -> each != ' ').forEach(each -> seen.put(each, 1));
        strokes += word.ink().strokes().size();
        letters += word.text().codePoints().filter(Character::isLetter).count();
      }
    }
    style = PenStyle.of(name, strokes < JOINED * letters, seen);
  }

  /** Who wrote the lines. */
  LearnedPerson person() {
    return new LearnedPerson(style.name(), lines, heldOut);
  }

  @Override
  public PenStyle style() {
    return style;
  }

  /** The more somebody wrote, the more often, but by no means as often. */
  @Override
  public double share() {
    return Math.sqrt(lines.stream().mapToInt(AlignedLine::length).sum());
  }

  @Override
  public PenSequence line(
      int characters, @Nullable Alphabet alphabet, int number, RandomGenerator random) {
    AlignedLine line = lines.get(random.nextInt(lines.size()));
    int last = line.size() - 1;
    while (last > 0 && line.part(last, line.size()).length() < characters) {
      last--;
    }
    return line.partFrom(random.nextInt(last + 1), characters).encoded(alphabet, number);
  }

  @Override
  public List<PenSequence> heldOut(
      List<String> texts, @Nullable Alphabet alphabet, int number, RandomGenerator random) {
    return IntStream.range(0, Math.min(texts.size(), heldOut.size()))
        .mapToObj(i -> heldOut.get(i).partFrom(0, texts.get(i).length()).encoded(alphabet, number))
        .toList();
  }
}
