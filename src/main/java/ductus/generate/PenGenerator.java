package ductus.generate;

import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.pen.OffsetScale;
import ductus.model.pen.PenFeatures;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.TextRows;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.attention.SoftWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Draws lines of pen points, several side by side. A line ends when the pen is lifted behind the
 * text's last character; what it draws depends on its own text, style and seed alone.
 */
public final class PenGenerator {
  /** Most points of a line: so many at least, and so many a character. */
  private static final int FIRST_POINTS = 60;

  private static final int POINTS_A_CHARACTER = 60;

  private final PenNetwork network;
  private final SoftWindow window;
  private final OffsetScale scale;
  private final Tape tape;

  /** A generator of a network that follows texts; packs it. */
  public PenGenerator(PenNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    window =
        network
            .window()
            .orElseThrow(
                () -> new IllegalArgumentException("a network must have a window to follow texts"));
    scale = network.config().scale();
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Draws lines.
   *
   * @param texts numbers of the lines' characters in the network's alphabet, the end behind them
   * @param styles vector of each line's style [B×S] in whole strips
   * @param seeds of each line
   */
  public List<PenTrail> draw(
      List<int[]> texts, FMatrixRMaj styles, MixtureSampling sampling, long[] seeds) {
    TextRows rows = new TextRows(texts, network.config().textWindow().alphabet());
    int lines = texts.size();
    List<Line> drawn = new ArrayList<>();
    for (int b = 0; b < lines; b++) {
      drawn.add(new Line(texts.get(b), seeds[b], sampling));
    }
    network.open(rows, styles, tape);
    State state = network.initialState(lines);
    FMatrixRMaj points = new FMatrixRMaj(lines, PenFeatures.SIZE);
    for (int b = 0; b < lines; b++) {
      PenFeatures.beginning(points.data, b * PenFeatures.SIZE);
    }
    while (drawn.stream().anyMatch(line -> !line.done)) {
      tape.begin(1, lines, state);
      FMatrixRMaj raw = network.step(points, tape);
      for (int b = 0; b < lines; b++) {
        Line line = drawn.get(b);
        if (!line.done) {
          line.draw(raw, b, window.character(b, tape), points);
        }
      }
    }
    return drawn.stream().map(line -> line.trail).toList();
  }

  /** One line under way. */
  private final class Line {
    private final int[] text;
    private final MixtureSampling sampling;
    private final MixtureSampler sampler = new MixtureSampler(network.config().mixtures());
    private final RandomGenerator random;
    private final PenTrail trail = new PenTrail();
    private boolean done;

    Line(int[] text, long seed, MixtureSampling sampling) {
      this.text = text;
      this.sampling = sampling;
      random = Randomness.of(PlaceRandom.key(seed, 0));
    }

    void draw(FMatrixRMaj raw, int row, int character, FMatrixRMaj next) {
      boolean atEnd = character >= text.length - 1;
      if (atEnd && trail.isPenUp()) {
        done = true;
        trail.end();
        return;
      }
      sampler.draw(raw.data, row * raw.numCols, sampling, random);
      double deltaX = scale.deltaX(sampler.deltaX());
      double deltaY = scale.deltaY(sampler.deltaY());
      trail.add(deltaX, deltaY, sampler.penUp(), Math.min(character, text.length - 2));
      PenFeatures.point(
          sampler.deltaX(),
          sampler.deltaY(),
          sampler.penUp(),
          trail.y(trail.points() - 1),
          next.data,
          row * PenFeatures.SIZE);
      done = trail.points() >= FIRST_POINTS + POINTS_A_CHARACTER * text.length;
    }
  }
}
