package ductus.analysis.unit;

import ductus.analysis.unit.ReadPiece.Feature;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenSequence;
import ductus.nn.Tape;
import ductus.nn.attention.SoftWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** Reads lines of handwriting with a network that follows their text while it predicts them. */
public final class InkReader {
  /** Names of what is seen, in order. */
  public static final List<String> FEATURES =
      List.of(
          "the pen was lifted",
          "the pen went right",
          "the pen went up",
          "height on the line",
          "length of the step",
          "the stroke ends next",
          "a tall letter",
          "first letter of a word",
          "place in the line");

  private final PenNetwork network;
  private final Tape tape;

  /**
   * A reader.
   *
   * @param network with a window on the text, whose weights it packs
   */
  public InkReader(PenNetwork network, Workers workers) {
    this.network = network;
    tape = new Tape(KernelChoice.best(), workers);
    network.repack(tape);
  }

  /**
   * What it read of a line.
   *
   * @param reading a step a point
   * @param attention for each point what the window shows of each character [T×U]; the last column
   *     is what is past the text
   */
  public record Line(ReadPiece reading, List<List<Double>> attention) {
    public Line {
      attention = attention.stream().map(List::copyOf).toList();
    }
  }

  /** Reads a line from its beginning. */
  public Line read(PenSequence line, String text) {
    PenBatch batch = new PenBatch(List.of(line), network.config());
    tape.begin(batch.time(), 1, network.initialState(1));
    network.loss(batch, 1, 0, tape);
    ReadPiece reading = new ReadPiece(features(line, text, batch.time()), network.activities(tape));
    SoftWindow window =
        network
            .window()
            .orElseThrow(() -> new IllegalArgumentException("the network must follow a text"));
    FMatrixRMaj weights = window.weights(tape);
    List<List<Double>> attention = new ArrayList<>();
    for (int t = 0; t < batch.time(); t++) {
      List<Double> row = new ArrayList<>();
      for (int u = 0; u <= text.codePointCount(0, text.length()); u++) {
        row.add((double) weights.data[t * weights.numCols + u]);
      }
      attention.add(row);
    }
    return new Line(reading, attention);
  }

  /** The network is given the point before, and asked for the one that a row stands for. */
  private static List<Feature> features(PenSequence line, String text, int rows) {
    int[] characters = text.codePoints().toArray();
    List<Double> lifted = new ArrayList<>();
    List<Double> right = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    List<Double> height = new ArrayList<>();
    List<Double> speed = new ArrayList<>();
    List<Double> strokeEnds = new ArrayList<>();
    List<Double> tall = new ArrayList<>();
    List<Double> wordBegins = new ArrayList<>();
    List<Double> place = new ArrayList<>();
    double y = 0;
    for (int t = 0; t < rows; t++) {
      boolean known = t > 0 && t <= line.points();
      double dx = known ? line.deltaX(t - 1) : Double.NaN;
      double dy = known ? line.deltaY(t - 1) : Double.NaN;
      y += known ? dy : 0;
      lifted.add(known ? line.penUp(t - 1) ? 1.0 : 0.0 : Double.NaN);
      right.add(dx);
      up.add(dy);
      height.add(known ? y : Double.NaN);
      speed.add(StrictMath.hypot(dx, dy));
      boolean asked = t < line.points();
      strokeEnds.add(asked ? line.penUp(t) ? 1.0 : 0.0 : Double.NaN);
      int at = asked ? line.characterOfPoint(t) : PenBatch.NONE;
      boolean letter = at != PenBatch.NONE && at < characters.length;
      tall.add(letter ? isTall(characters[at]) ? 1.0 : 0.0 : Double.NaN);
      wordBegins.add(letter ? at == 0 || characters[at - 1] == ' ' ? 1.0 : 0.0 : Double.NaN);
      place.add(letter ? at / (double) characters.length : Double.NaN);
    }
    List<List<Double>> courses =
        List.of(lifted, right, up, height, speed, strokeEnds, tall, wordBegins, place);
    return IntStream.range(0, courses.size())
        .mapToObj(i -> new Feature(FEATURES.get(i), courses.get(i)))
        .toList();
  }

  private static boolean isTall(int character) {
    return Character.isUpperCase(character) || "bdfhklt".indexOf(character) >= 0;
  }
}
