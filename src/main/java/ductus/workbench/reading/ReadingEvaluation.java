package ductus.workbench.reading;

import ductus.ink.Handwriting;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.variation.Variation;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a reader reads hands, on composed lines, one line at a time.
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
  public record OfHand(String hand, CharacterErrors errors, List<ReadLine> lines) {}

  /** A line as it was written and as it was read. */
  public record ReadLine(String written, String read) {}

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
    List<OfHand> figures = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (Hand hand : hands) {
      LineComposer composer = new LineComposer(hand, Variation.natural(), PenEncoding.SPACING);
      CharacterErrors errors = CharacterErrors.NONE;
      List<ReadLine> lines = new ArrayList<>();
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
      figures.add(new OfHand(hand.name(), errors, lines));
    }
    times.sort(null);
    return new ReadingEvaluation(
        figures, times.isEmpty() ? Double.NaN : times.get(times.size() / 2));
  }

  /** All hands together. */
  public CharacterErrors total() {
    return hands.stream().map(OfHand::errors).reduce(CharacterErrors.NONE, CharacterErrors::plus);
  }
}
