package ductus.task.handwriting.training;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.recognition.LineAlignment;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A line that somebody wrote, or a part of one.
 *
 * @param words in their order, one or more
 */
public record AlignedLine(List<AlignedWord> words) {
  /** How far the pen moves at most without leaving the line, or the next word, x-heights. */
  private static final double FAR_UP = 5;

  private static final double FAR_ASIDE = 15;

  public AlignedLine {
    words = List.copyOf(words);
  }

  /** A line whose characters a reader found. */
  public static AlignedLine of(Handwriting line, LineAlignment alignment) {
    return new AlignedLine(AlignedWord.of(line, alignment));
  }

  /** A line of which nobody knows where its characters stand; cannot be cut. */
  public static AlignedLine unaligned(Handwriting line) {
    return new AlignedLine(List.of(AlignedWord.unaligned(line)));
  }

  /** Number of its words. */
  int size() {
    return words.size();
  }

  /** The words from one to before another. */
  AlignedLine part(int from, int to) {
    return new AlignedLine(words.subList(from, to));
  }

  /**
   * Cuts it between words.
   *
   * @param characters of a part at the most, but for longer words
   */
  public List<AlignedLine> parts(int characters) {
    List<AlignedLine> parts = new ArrayList<>();
    for (int from = 0; from < size(); from += parts.get(parts.size() - 1).size()) {
      parts.add(partFrom(from, characters));
    }
    return parts;
  }

  /** As many words from one on as have so many characters together, one or more. */
  AlignedLine partFrom(int from, int characters) {
    int to = from + 1;
    while (to < size() && part(from, to + 1).length() <= characters) {
      to++;
    }
    return part(from, to);
  }

  /** The line as handwriting, of unknown times and pressures. */
  public Handwriting handwriting() {
    return new Handwriting(strokes(), Optional.of(text()), Optional.empty());
  }

  /** What it says, as networks spell it. */
  public String text() {
    return words.stream().map(AlignedWord::text).collect(Collectors.joining(" "));
  }

  /** Number of its points. */
  public int points() {
    return words.stream().mapToInt(word -> word.characters().size()).sum();
  }

  /** Characters, with the spaces between words. */
  int length() {
    return words.size() - 1 + words.stream().mapToInt(word -> word.text().length()).sum();
  }

  /** Ink of a character on the mean, x-heights. */
  double inkOfCharacter() {
    return strokes().stream().mapToDouble(Stroke::length).sum() / length();
  }

  /** Whether the pen moves further than it does from stroke to stroke in a line. */
  public boolean strays() {
    List<Stroke> strokes = strokes();
    return IntStream.range(1, strokes.size())
        .anyMatch(i -> isFar(strokes.get(i - 1).last(), strokes.get(i).first()));
  }

  private static boolean isFar(PenPoint from, PenPoint to) {
    return Math.abs(from.y() - to.y()) > FAR_UP || Math.abs(from.x() - to.x()) > FAR_ASIDE;
  }

  private List<Stroke> strokes() {
    return words.stream().flatMap(word -> word.ink().strokes().stream()).toList();
  }

  /**
   * Encodes it.
   *
   * @param alphabet of the network; null where it writes freely
   * @param style number of the hand
   */
  public PenSequence encoded(@Nullable Alphabet alphabet, int style) {
    List<Stroke> strokes = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    IntStream.Builder characters = IntStream.builder();
    for (AlignedWord word : words) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      for (int character : word.characters()) {
        characters.add(character < 0 ? character : text.length() + character);
      }
      text.append(word.text());
      strokes.addAll(word.ink().strokes());
    }
    return PenEncoding.encode(
        strokes, text.toString(), characters.build().toArray(), alphabet, style);
  }
}
