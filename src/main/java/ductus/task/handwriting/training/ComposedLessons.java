package ductus.task.handwriting.training;

import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.practice.TrainingText;
import ductus.ink.variation.HandVariation;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenSequence;
import ductus.model.pen.PenStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Lines that are composed of the drawings of a hand's characters; no line comes up twice. */
final class ComposedLessons implements StyleLessons {
  /** Times as often that a joined hand is practised: each stroke has more to tell apart. */
  private static final int JOINED = 2;

  private final LineComposer composer;
  private final TrainingText practice;

  ComposedLessons(Hand hand) {
    composer = new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING);
    practice = new TrainingText(hand.characters());
  }

  @Override
  public PenStyle style() {
    Hand hand = composer.hand();
    return PenStyle.of(hand.name(), hand.joined(), hand.counts());
  }

  /** The more drawings, the more often; joined ones twice that. */
  @Override
  public double share() {
    Hand hand = composer.hand();
    int drawings = hand.glyphs().values().stream().mapToInt(List::size).sum();
    return hand.joined() ? JOINED * drawings : drawings;
  }

  @Override
  public PenSequence line(
      int characters, @Nullable Alphabet alphabet, int style, RandomGenerator random) {
    return line(practice.draw(characters, random), alphabet, style, random);
  }

  @Override
  public List<PenSequence> heldOut(
      List<String> texts, @Nullable Alphabet alphabet, int style, RandomGenerator random) {
    List<PenSequence> lines = new ArrayList<>();
    for (String text : texts) {
      String available = Characters.substituted(text, composer.hand().characters());
      lines.add(line(available, alphabet, style, random));
    }
    return lines;
  }

  private PenSequence line(
      String text, @Nullable Alphabet alphabet, int style, RandomGenerator random) {
    ComposedLine line = composer.compose(text, random);
    return alphabet == null
        ? PenEncoding.encodeFree(line, style)
        : PenEncoding.encode(line, alphabet, style);
  }
}
