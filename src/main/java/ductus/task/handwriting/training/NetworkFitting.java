package ductus.task.handwriting.training;

import ductus.file.BadFileException;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.hand.Hand;
import ductus.ink.practice.TrainingText;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.pen.Alphabet;
import ductus.model.pen.OffsetScale;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.pen.PenStyle;
import ductus.task.handwriting.synthesis.HandModel;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Fits a network that writes to the hands that it is to learn. */
final class NetworkFitting {
  /** Lines of each hand by which offsets are scaled, and their characters. */
  private static final int SCALED_BY = 20;

  private static final int SCALED_LENGTH = 30;
  private static final long SCALE_KEY = -2;

  private NetworkFitting() {}

  /**
   * The shape of a network of some sizes.
   *
   * @param composers of lines of the hands, one or more
   * @param seed decides the lines by which offsets are scaled
   */
  static PenNetworkConfig of(PenShape shape, List<LineComposer> composers, long seed) {
    List<Hand> hands = composers.stream().map(LineComposer::hand).toList();
    PenShape.Window window = shape.window();
    return new PenNetworkConfig(
        window == null
            ? null
            : new PenNetworkConfig.TextWindow(
                alphabet(hands), window.components(), window.characterSize()),
        styles(hands),
        shape.styleSize(),
        scale(composers, seed),
        shape.layers(),
        shape.hiddenSize(),
        shape.mixtures(),
        shape.cell());
  }

  /**
   * The shape of a network that begins as a model: only its hands are others.
   *
   * @param folder where the hands are from
   * @throws BadFileException if the model does not know all their characters
   */
  static PenNetworkConfig like(HandModel model, List<Hand> hands, Path folder)
      throws BadFileException {
    PenNetworkConfig known = model.network().config();
    PenNetworkConfig.TextWindow window = known.window();
    if (window == null) {
      throw new BadFileException(
          folder,
          "the model %s writes freely and knows no characters: train without --from"
              .formatted(model.name()));
    }
    for (Hand hand : hands) {
      for (int character : hand.characters()) {
        if (!window.alphabet().has(character)) {
          throw new BadFileException(
              folder,
              "the hand %s has %s, which the model %s does not know: train without --from"
                  .formatted(hand.name(), Character.toString(character), model.name()));
        }
      }
    }
    return known.withStyles(styles(hands));
  }

  private static List<PenStyle> styles(List<Hand> hands) {
    return hands.stream()
        .map(hand -> PenStyle.of(hand.name(), hand.joined(), hand.counts()))
        .toList();
  }

  /** All characters of any of the hands, and the space. */
  private static Alphabet alphabet(List<Hand> hands) {
    TreeSet<Integer> characters = new TreeSet<>();
    characters.add((int) ' ');
    hands.forEach(hand -> characters.addAll(hand.characters()));
    return new Alphabet(characters.stream().map(Character::toString).collect(Collectors.joining()));
  }

  /** Mean and deviation of the offsets of some lines of all hands. */
  private static OffsetScale scale(List<LineComposer> composers, long seed) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(seed, SCALE_KEY));
    double sumX = 0;
    double sumY = 0;
    double squaresX = 0;
    double squaresY = 0;
    long count = 0;
    for (LineComposer composer : composers) {
      TrainingText practice = new TrainingText(composer.hand().characters());
      for (int i = 0; i < SCALED_BY; i++) {
        ComposedLine line = composer.compose(practice.draw(SCALED_LENGTH, random), random);
        for (int p = 1; p < line.points(); p++) {
          double deltaX = line.x(p) - line.x(p - 1);
          double deltaY = line.y(p) - line.y(p - 1);
          sumX += deltaX;
          sumY += deltaY;
          squaresX += deltaX * deltaX;
          squaresY += deltaY * deltaY;
          count++;
        }
      }
    }
    double meanX = sumX / count;
    double meanY = sumY / count;
    return new OffsetScale(
        meanX,
        meanY,
        Math.sqrt(squaresX / count - meanX * meanX),
        Math.sqrt(squaresY / count - meanY * meanY));
  }
}
