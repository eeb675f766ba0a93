package ductus.workbench.drawing;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.layout.WrittenLine;
import ductus.ink.variation.Variation;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * How well a model writes: texts that it was not trained on are written in each of its hands, and
 * composed of that hand's drawings; a reader reads both.
 *
 * @param hands figures of each hand
 * @param sessions mean {@link LetterDistance} of two drawings of a letter by one of those people
 *     who drew each letter twice; NaN where nobody did
 */
public record WritingEvaluation(List<OfHand> hands, double sessions) {
  /**
   * Figures of a hand.
   *
   * @param lines written
   * @param composedErrors share of characters that the reader misreads of composed lines
   * @param writtenErrors the same of written ones
   * @param unfinished lines that did not end by themselves
   * @param skipped characters that got no ink
   * @param redrawn drawings that were thrown away
   * @param named share of the written lines whose hand is recognized; NaN where nobody asked
   * @param letters mean {@link LetterDistance} of two of its drawings of one letter
   */
  public record OfHand(
      String hand,
      int lines,
      double composedErrors,
      double writtenErrors,
      int unfinished,
      int skipped,
      int redrawn,
      double named,
      double letters) {}

  /** Says whose hand lines are in. */
  @FunctionalInterface
  public interface Naming {
    /** The nearest hand of each line. */
    List<String> name(List<Handwriting> lines);
  }

  public WritingEvaluation {
    hands = List.copyOf(hands);
  }

  /**
   * Writes and measures.
   *
   * @param drawn drawings of the hands to be evaluated, by the names of the model's styles
   * @param texts to write, with substitutes where a hand lacks a character
   * @param seed decides all chance
   */
  public static WritingEvaluation of(
      HandModel model,
      List<Hand> drawn,
      List<String> texts,
      PenManner manner,
      LineReading reader,
      Optional<LineReading> check,
      Optional<Naming> naming,
      long seed,
      Kernels kernels,
      Workers workers) {
    List<OfHand> figures = new ArrayList<>();
    for (Hand hand : drawn) {
      StyleChoice style = StyleChoice.of(hand.name());
      List<String> lines =
          texts.stream()
              .map(text -> Characters.substituted(text, style.characters(model)))
              .toList();
      NetworkLineWriter writer =
          new NetworkLineWriter(model, style, manner, seed, check, kernels, workers);
      List<WrittenLine> written = writer.write(lines);
      WritingFigures went = writer.figures(lines);
      List<Handwriting> ink = written.stream().map(WrittenLine::ink).toList();
      figures.add(
          new OfHand(
              hand.name(),
              lines.size(),
              errors(lines, reader.read(composed(hand, lines, seed))),
              errors(lines, reader.read(ink)),
              went.unfinished(),
              went.skipped(),
              went.redrawn(),
              naming.map(by -> share(by.name(ink), hand.name())).orElse(Double.NaN),
              letters(written)));
    }
    return new WritingEvaluation(figures, sessions(drawn));
  }

  private static List<Handwriting> composed(Hand hand, List<String> texts, long seed) {
    LineComposer composer = new LineComposer(hand, Variation.natural(), PenEncoding.SPACING);
    List<Handwriting> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      RandomGenerator random = Randomness.of(PlaceRandom.key(seed, i));
      lines.add(composer.compose(texts.get(i), random).handwriting());
    }
    return lines;
  }

  private static double errors(List<String> texts, List<String> read) {
    long errors = 0;
    long characters = 0;
    for (int i = 0; i < texts.size(); i++) {
      String text = Normalizer.normalize(Characters.plain(texts.get(i)), Normalizer.Form.NFC);
      errors += EditDistance.of(text, read.get(i));
      characters += text.codePointCount(0, text.length());
    }
    return (double) errors / characters;
  }

  private static double share(List<String> names, String name) {
    return (double) names.stream().filter(name::equals).count() / names.size();
  }

  /** Mean distance of each drawing of a letter from the next drawing of it. */
  private static double letters(List<WrittenLine> lines) {
    Map<Integer, List<PenPoint>> last = new TreeMap<>();
    double sum = 0;
    int pairs = 0;
    for (WrittenLine line : lines) {
      int[] text = Characters.of(line.text());
      Map<Integer, List<PenPoint>> drawn = new TreeMap<>();
      int point = 0;
      for (Stroke stroke : line.ink().strokes()) {
        for (PenPoint at : stroke.points()) {
          drawn.computeIfAbsent(line.characters().get(point++), any -> new ArrayList<>()).add(at);
        }
      }
      for (Map.Entry<Integer, List<PenPoint>> letter : drawn.entrySet()) {
        int character = text[letter.getKey()];
        if (Character.isLowerCase(character)) {
          List<PenPoint> before = last.put(character, letter.getValue());
          if (before != null) {
            sum += LetterDistance.of(before, letter.getValue());
            pairs++;
          }
        }
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }

  /** Of the lower-case letters that hands have two drawings of, where people drew them. */
  private static double sessions(List<Hand> hands) {
    double sum = 0;
    int pairs = 0;
    for (Hand hand : hands) {
      for (Map.Entry<Integer, List<Glyph>> letter : hand.glyphs().entrySet()) {
        if (hand.name().startsWith("uji-")
            && Character.isLowerCase(letter.getKey())
            && letter.getValue().size() == 2) {
          sum +=
              LetterDistance.of(points(letter.getValue().get(0)), points(letter.getValue().get(1)));
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }

  private static List<PenPoint> points(Glyph glyph) {
    return glyph.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
  }
}
