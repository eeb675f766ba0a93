package ductus.task.recognition.lessons;

import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.ReadingRows;
import ductus.ink.hand.Hand;
import ductus.ink.practice.TrainingText;
import ductus.ink.variation.HandVariation;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.pen.Alphabet;
import ductus.model.reading.LineRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Composes labelled lines of random texts, in the hands that a network learns. */
final class LabeledLineComposer {
  /** Distance of the points, x-heights: as dense as a tablet's. */
  private static final double SPACING = 0.1;

  /** Share of the lines that are written evenly, and when calm is full. */
  private static final double EVEN = 0.35;

  private static final double EVEN_IN_CALM = 0.5;

  /** Share of a reader's lines in hands that nobody has, and how many of those an epoch has. */
  private static final double MOSAICS = 0.4;

  private static final int MOSAICS_AN_EPOCH = 40;

  /**
   * A line to learn from.
   *
   * @param rows what a network sees of it
   * @param text what it says, decomposed
   * @param hand number of the hand that wrote it
   * @param path where its characters stand, if known
   */
  record LabeledLine(LineRows rows, String text, int hand, Optional<LabelPath> path) {}

  private final List<Hand> hands;
  private final Alphabet alphabet;
  private final long seed;
  private final boolean forReader;
  private final List<Writer> writers = new ArrayList<>();

  /** Numbers of hands, each as often as it should come up. */
  private final List<Integer> lots = new ArrayList<>();

  private List<Writer> mosaics = List.of();
  private int mosaicEpoch = -1;

  private LabeledLineComposer(List<Hand> hands, Alphabet alphabet, long seed, boolean forReader) {
    this.hands = List.copyOf(hands);
    this.alphabet = alphabet;
    this.seed = seed;
    this.forReader = forReader;
    for (int number = 0; number < hands.size(); number++) {
      Writer writer = new Writer(hands.get(number));
      writers.add(writer);
      for (int i = 0; i < (forReader ? writer.drawings() : 1); i++) {
        lots.add(number);
      }
    }
  }

  /**
   * Lines for a reader: widely varied, a hand the more often the more drawings it has, and many in
   * hands mixed from all.
   */
  static LabeledLineComposer forReader(List<Hand> hands, Alphabet alphabet, long seed) {
    return new LabeledLineComposer(hands, alphabet, seed, true);
  }

  /** Lines for a network that tells hands apart: each hand as often, and as itself. */
  static LabeledLineComposer forHands(List<Hand> hands, Alphabet alphabet, long seed) {
    return new LabeledLineComposer(hands, alphabet, seed, false);
  }

  /** A hand ready to write, in the alphabet. */
  private final class Writer {
    final LineComposer even;
    final LineComposer uneven;
    final TrainingText texts;

    Writer(Hand hand) {
      even = new LineComposer(hand, HandVariation.natural(), SPACING);
      uneven = forReader ? even.varying(HandVariation.wide()) : even;
      Set<Integer> available = new TreeSet<>(hand.characters());
      available.removeIf(character -> !alphabet.has(character));
      texts = new TrainingText(available);
    }

    /** Number of its letters and digits: how much there is to learn from the hand. */
    int drawings() {
      Hand hand = even.hand();
      return hand.characters().stream()
          .filter(character -> Character.isLetterOrDigit(character) && alphabet.has(character))
          .mapToInt(character -> hand.drawings(character).size())
          .sum();
    }
  }

  /**
   * A line.
   *
   * @param epoch decides which mixed hands there are
   */
  LabeledLine line(CurriculumStage stage, int epoch, RandomGenerator random) {
    if (forReader && random.nextDouble() < MOSAICS) {
      List<Writer> some = mosaics(epoch);
      return line(some.get(random.nextInt(some.size())), -1, stage, random);
    }
    int hand = lots.get(random.nextInt(lots.size()));
    return line(writers.get(hand), hand, stage, random);
  }

  private LabeledLine line(Writer writer, int hand, CurriculumStage stage, RandomGenerator random) {
    String text = writer.texts.draw(stage.length(), random);
    double even = EVEN + (EVEN_IN_CALM - EVEN) * stage.calm();
    LineComposer composer = random.nextDouble() < even ? writer.even : writer.uneven;
    ComposedLine line = composer.compose(text, random);
    boolean odd = forReader && !stage.aligned();
    List<Stroke> strokes = odd ? new PenHabits(random).rewrite(line) : line.handwriting().strokes();
    List<Stroke> drawn = forReader ? HasteDistortion.apply(strokes, random) : strokes;
    Handwriting seen = Handwriting.of(distortion(stage).apply(drawn, random));
    return new LabeledLine(
        ReadingRows.of(seen),
        line.text(),
        hand,
        stage.aligned()
            ? Optional.of(LabelPath.of(line, ReadingRows.points(seen)))
            : Optional.empty());
  }

  private Distortion distortion(CurriculumStage stage) {
    Distortion distortion = forReader ? Distortion.STRONG.calmed(stage.calm()) : Distortion.SLIGHT;
    return stage.aligned() ? distortion.withoutGaps() : distortion;
  }

  private List<Writer> mosaics(int epoch) {
    if (mosaics.isEmpty() || epoch != mosaicEpoch) {
      RandomGenerator random = Randomness.of(PlaceRandom.key(seed, epoch));
      List<Writer> some = new ArrayList<>();
      for (int i = 0; i < MOSAICS_AN_EPOCH; i++) {
        some.add(new Writer(HandMixture.of(hands, random)));
      }
      mosaics = some;
      mosaicEpoch = epoch;
    }
    return mosaics;
  }
}
