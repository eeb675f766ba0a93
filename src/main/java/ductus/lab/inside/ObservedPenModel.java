package ductus.lab.inside;

import ductus.analysis.unit.InkReader;
import ductus.analysis.unit.ReadPiece;
import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.practice.HeldOutText;
import ductus.ink.practice.TrainingText;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenSequence;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** A model that writes by hand, and lines composed of the drawings of one of its hands. */
final class ObservedPenModel implements ObservedModel {
  private static final int LENGTH = 30;
  private static final int HELD_OUT = 10;
  private static final long HELD_OUT_SEED = 1;

  private final HandModel model;
  private final LineComposer composer;
  private final int style;

  private ObservedPenModel(HandModel model, Hand hand, int style) {
    this.model = model;
    this.style = style;
    composer = new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING);
  }

  /**
   * Opens a model and a hand.
   *
   * @throws BadFileException if the model does not know the hand, or writes no texts
   */
  static ObservedPenModel open(String name, String hand) throws BadFileException, IOException {
    HandModel model = HandModel.open(name);
    Path folder = ShippedCorpora.folder().resolve("hands");
    Hand drawn = HandFile.read(folder.resolve(hand + ".json"));
    int style = model.network().config().styleNames().indexOf(drawn.name());
    if (style < 0 || model.network().window().isEmpty()) {
      throw new BadFileException(
          Path.of(name), "does not write texts in the hand '%s'".formatted(drawn.name()));
    }
    return new ObservedPenModel(model, drawn, style);
  }

  /** A line and its text. */
  private record Line(String text, PenSequence points) {}

  private Line line(String text, RandomGenerator random) {
    Alphabet alphabet = model.network().config().textWindow().alphabet();
    return new Line(text, PenEncoding.encode(composer.compose(text, random), alphabet, style));
  }

  @Override
  public List<ReadPiece> practice(int count, RandomGenerator random, Workers workers) {
    TrainingText practice = new TrainingText(composer.hand().characters());
    List<Line> lines = new ArrayList<>();
    while (lines.size() < count) {
      lines.add(line(practice.draw(LENGTH, random), random));
    }
    return readings(lines, workers);
  }

  @Override
  public List<ReadPiece> heldOut(Workers workers) {
    return readings(heldOutLines(), workers);
  }

  private List<Line> heldOutLines() {
    RandomGenerator random = Randomness.of(HELD_OUT_SEED);
    return HeldOutText.sentences().stream()
        .sorted(Comparator.comparingInt(String::length))
        .limit(HELD_OUT)
        .map(text -> line(text, random))
        .toList();
  }

  private List<ReadPiece> readings(List<Line> lines, Workers workers) {
    InkReader reader = new InkReader(model.network(), workers);
    return lines.stream().map(line -> reader.read(line.points, line.text).reading()).toList();
  }

  /** What the window shows while held-out lines are read. */
  List<WindowView> windows(Workers workers) {
    InkReader reader = new InkReader(model.network(), workers);
    return heldOutLines().stream()
        .map(
            line ->
                new WindowView(
                    line.text, line.points, reader.read(line.points, line.text).attention()))
        .toList();
  }

  /** The drawn line as a route. */
  PiecePath route() {
    PenSequence line = heldOutLines().get(0).points;
    PiecePath route = new PiecePath();
    // The network is given the point before: its first step has none, and the last has the last.
    route.rest();
    double x = 0;
    double y = 0;
    for (int t = 0; t < line.points(); t++) {
      double toX = x + line.deltaX(t);
      double toY = y + line.deltaY(t);
      if (t > 0 && !line.penUp(t - 1)) {
        route.add(x, y, toX, toY);
      } else {
        route.rest();
      }
      x = toX;
      y = toY;
    }
    return route;
  }
}
