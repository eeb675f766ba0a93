package ductus.task.handwriting.adaptation;

import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.ink.practice.TrainingText;
import ductus.ink.variation.HandVariation;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lines composed of the drawings of a hand, as many as one likes. */
final class ComposedTrainingLines implements HandTrainingLines {
  /** Lines of an update, and their characters. */
  private static final int LINES = 24;

  private static final int LENGTH = 24;
  private static final int MEASURED = 12;
  private static final long SEED = 1;

  private final LineComposer composer;
  private final TrainingText practice;
  private final Alphabet alphabet;

  ComposedTrainingLines(Hand hand, Alphabet alphabet) {
    composer = new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING);
    practice = new TrainingText(hand.characters());
    this.alphabet = alphabet;
  }

  @Override
  public List<PenSequence> heldOut(int hand) {
    List<PenSequence> lines = new ArrayList<>();
    for (String sentence : HeldOutText.sentences()) {
      String text = Characters.substituted(sentence, composer.hand().characters()).strip();
      if (lines.size() < MEASURED && !text.isEmpty()) {
        lines.add(line(text, hand, Randomness.of(PlaceRandom.key(SEED, lines.size()))));
      }
    }
    return lines;
  }

  @Override
  public List<PenSequence> lines(int hand, RandomGenerator random) {
    List<PenSequence> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(line(practice.draw(LENGTH, random), hand, random));
    }
    return lines;
  }

  private PenSequence line(String text, int hand, RandomGenerator random) {
    return PenEncoding.encode(composer.compose(text, random), alphabet, hand);
  }
}
