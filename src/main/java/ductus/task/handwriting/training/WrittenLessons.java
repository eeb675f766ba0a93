package ductus.task.handwriting.training;

import ductus.ink.Stroke;
import ductus.ink.encoding.PenEncoding;
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

  private static final int NONE = -1;

  private final PenStyle style;
  private final List<List<WrittenWord>> lines = new ArrayList<>();
  private final List<List<WrittenWord>> heldOut = new ArrayList<>();
  private final int characters;

  /**
   * The lessons of a person.
   *
   * @param lines in words, one or more
   */
  WrittenLessons(String name, List<List<WrittenWord>> lines) {
    for (int i = 0; i < lines.size(); i++) {
      (i % HELD_OUT == HELD_OUT - 1 ? heldOut : this.lines).add(lines.get(i));
    }
    SortedMap<Integer, Integer> seen = new TreeMap<>();
    double strokes = 0;
    double letters = 0;
    for (List<WrittenWord> line : this.lines) {
      for (WrittenWord word : line) {
        word.text().codePoints().filter(each -> each != ' ').forEach(each -> seen.put(each, 1));
        strokes += word.ink().strokes().size();
        letters += word.text().codePoints().filter(Character::isLetter).count();
      }
    }
    style = PenStyle.of(name, strokes < JOINED * letters, seen);
    characters = this.lines.stream().mapToInt(line -> length(line, 0, line.size())).sum();
  }

  @Override
  public PenStyle style() {
    return style;
  }

  /** The more somebody wrote, the more often, but by no means as often. */
  @Override
  public double share() {
    return Math.sqrt(characters);
  }

  @Override
  public PenSequence line(
      int wanted, @Nullable Alphabet alphabet, int number, RandomGenerator random) {
    List<WrittenWord> line = lines.get(random.nextInt(lines.size()));
    int last = line.size() - 1;
    while (last > 0 && length(line, last, line.size()) < wanted) {
      last--;
    }
    return part(line, random.nextInt(last + 1), wanted, alphabet, number);
  }

  /** As many words from one on as have about so many characters, one or more. */
  private static PenSequence part(
      List<WrittenWord> line, int from, int wanted, @Nullable Alphabet alphabet, int number) {
    int to = from + 1;
    while (to < line.size() && length(line, from, to + 1) <= wanted) {
      to++;
    }
    return encoded(line.subList(from, to), alphabet, number);
  }

  /** Characters of some words, with the spaces between them. */
  private static int length(List<WrittenWord> line, int from, int to) {
    int length = to - from - 1;
    for (WrittenWord word : line.subList(from, to)) {
      length += word.text().length();
    }
    return length;
  }

  @Override
  public List<PenSequence> heldOut(
      List<String> texts, @Nullable Alphabet alphabet, int number, RandomGenerator random) {
    return IntStream.range(0, Math.min(texts.size(), heldOut.size()))
        .mapToObj(i -> part(heldOut.get(i), 0, texts.get(i).length(), alphabet, number))
        .toList();
  }

  private static PenSequence encoded(
      List<WrittenWord> words, @Nullable Alphabet alphabet, int number) {
    List<Stroke> strokes = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    IntStream.Builder characters = IntStream.builder();
    for (WrittenWord word : words) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      for (int character : word.characters()) {
        characters.add(character < 0 ? NONE : text.length() + character);
      }
      text.append(word.text());
      strokes.addAll(word.ink().strokes());
    }
    return PenEncoding.encode(
        strokes, text.toString(), characters.build().toArray(), alphabet, number);
  }
}
