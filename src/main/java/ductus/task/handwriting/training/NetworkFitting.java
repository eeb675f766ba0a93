package ductus.task.handwriting.training;

import ductus.file.BadFileException;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.pen.OffsetScale;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.pen.PenSequence;
import ductus.model.pen.PenStyle;
import ductus.task.handwriting.synthesis.HandModel;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

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
   * @param hands one or more
   * @param seed decides the lines by which offsets are scaled
   */
  static PenNetworkConfig of(PenShape shape, TaughtHands hands, long seed) {
    PenShape.Window window = shape.window();
    return new PenNetworkConfig(
        window == null
            ? null
            : new PenNetworkConfig.TextWindow(
                hands.alphabet(), window.components(), window.characterSize()),
        hands.styles(),
        shape.styleSize(),
        scale(hands, seed),
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
  static PenNetworkConfig like(HandModel model, TaughtHands hands, Path folder)
      throws BadFileException {
    PenNetworkConfig known = model.network().config();
    PenNetworkConfig.TextWindow window = known.window();
    if (window == null) {
      throw new BadFileException(
          folder,
          "the model %s writes freely and knows no characters: train without --from"
              .formatted(model.name()));
    }
    for (PenStyle hand : hands.styles()) {
      for (int character : hand.codePoints()) {
        if (!window.alphabet().has(character)) {
          throw new BadFileException(
              folder,
              "the hand %s has %s, which the model %s does not know: train without --from"
                  .formatted(hand.name(), Character.toString(character), model.name()));
        }
      }
    }
    return known.withStyles(hands.styles());
  }

  /** Mean and deviation of the offsets of some lines of all hands. */
  private static OffsetScale scale(TaughtHands hands, long seed) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(seed, SCALE_KEY));
    double sumX = 0;
    double sumY = 0;
    double squaresX = 0;
    double squaresY = 0;
    long count = 0;
    for (StyleLessons lessons : hands.all()) {
      for (int i = 0; i < SCALED_BY; i++) {
        PenSequence line = lessons.line(SCALED_LENGTH, null, 0, random);
        for (int p = 1; p < line.points(); p++) {
          double deltaX = line.deltaX(p);
          double deltaY = line.deltaY(p);
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
