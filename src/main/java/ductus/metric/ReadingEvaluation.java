package ductus.metric;

import ductus.ink.Handwriting;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.recognition.LineReader;
import ductus.ink.variation.HandVariation;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well a reader reads hands, on composed lines or on lines of people, one line at a time.
 *
 * @param hands figures of each
 * @param millisecondsPerLine the middle of all lines' times
 */
public record ReadingEvaluation(List<OfHand> hands, double millisecondsPerLine) {
  /**
   * Figures of a hand.
   *
   * @param lines what was written and what was read
   */
  public record OfHand(String hand, CharacterErrors errors, List<ReadLine> lines)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** A line as it was written and as it was read. */
  public record ReadLine(String written, String read) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A hand that was read.
   *
   * @param milliseconds of each line
   */
  public record ReadHand(OfHand figures, List<Double> milliseconds) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Reads a hand.
     *
     * @param texts that it writes, substituted where it lacks a character
     * @param seed of the lines
     */
    public static ReadHand of(LineReader reader, Hand hand, List<String> texts, long seed) {
      LineComposer composer = new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING);
      CharacterErrors errors = CharacterErrors.NONE;
      List<ReadLine> lines = new ArrayList<>();
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        String text = Characters.substituted(texts.get(i), hand.characters());
        ComposedLine composed = composer.compose(text, Randomness.of(PlaceRandom.key(seed, i)));
        Handwriting line = composed.handwriting();
        long start = System.nanoTime();
        String read = reader.read(line);
        times.add((System.nanoTime() - start) / 1e6);
        String written = Normalizer.normalize(composed.text(), Normalizer.Form.NFC);
        lines.add(new ReadLine(written, read));
        errors = errors.plus(CharacterErrors.of(written, read));
      }
      return new ReadHand(new OfHand(hand.name(), errors, lines), times);
    }

    /**
     * Reads lines that somebody wrote.
     *
     * @param written prepared, with their texts
     */
    public static ReadHand of(LineReader reader, String writer, List<Handwriting> written) {
      CharacterErrors errors = CharacterErrors.NONE;
      List<ReadLine> lines = new ArrayList<>();
      List<Double> times = new ArrayList<>();
      for (Handwriting line : written) {
        String plain = Characters.plain(line.text().orElse(""));
        String text = Normalizer.normalize(plain, Normalizer.Form.NFC);
        long start = System.nanoTime();
        String read = reader.read(line);
        times.add((System.nanoTime() - start) / 1e6);
        lines.add(new ReadLine(text, read));
        errors = errors.plus(CharacterErrors.of(text, read));
      }
      return new ReadHand(new OfHand(writer, errors, lines), times);
    }
  }

  public ReadingEvaluation {
    hands = List.copyOf(hands);
  }

  /**
   * Measures.
   *
   * @param texts that each hand writes, substituted where it lacks a character
   * @param seed of the lines
   */
  public static ReadingEvaluation of(
      LineReader reader, List<Hand> hands, List<String> texts, long seed) {
    return of(hands.stream().map(hand -> ReadHand.of(reader, hand, texts, seed)).toList());
  }

  /** The evaluation of hands that were read. */
  public static ReadingEvaluation of(List<ReadHand> hands) {
    double[] times =
        hands.stream()
            .flatMap(hand -> hand.milliseconds().stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return new ReadingEvaluation(
        hands.stream().map(ReadHand::figures).toList(),
        times.length == 0 ? Double.NaN : times[times.length / 2]);
  }

  /** All hands together. */
  public CharacterErrors total() {
    return hands.stream().map(OfHand::errors).reduce(CharacterErrors.NONE, CharacterErrors::plus);
  }

  /** Number of lines of whose text next to nothing was found. */
  public int linesNotFound() {
    return (int) errorsOfLines().filter(CharacterErrors::findsNothing).count();
  }

  /** All lines together but for those of whose text next to nothing was found. */
  public CharacterErrors totalOfFound() {
    return errorsOfLines()
        .filter(errors -> !errors.findsNothing())
        .reduce(CharacterErrors.NONE, CharacterErrors::plus);
  }

  private Stream<CharacterErrors> errorsOfLines() {
    return hands.stream()
        .flatMap(hand -> hand.lines().stream())
        .map(line -> CharacterErrors.of(line.written(), line.read()));
  }

  /** The words that were read wrong, of all hands together. */
  public CharacterErrors words() {
    return hands.stream()
        .flatMap(hand -> hand.lines().stream())
        .map(line -> CharacterErrors.ofWords(line.written(), line.read()))
        .reduce(CharacterErrors.NONE, CharacterErrors::plus);
  }
}
