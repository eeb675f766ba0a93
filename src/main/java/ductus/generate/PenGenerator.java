package ductus.generate;

import ductus.generate.MixtureSampler.MixtureSampling;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.pen.Alphabet;
import ductus.model.pen.OffsetScale;
import ductus.model.pen.PenFeatures;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenText;
import ductus.model.pen.TextRows;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.attention.SoftWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Draws lines of pen points, several side by side. A line of a text ends when the pen is lifted
 * behind the text's last character, a free one when it is lifted after enough points; what it draws
 * depends on its own text, style and seed alone.
 */
public final class PenGenerator {
  /** Most points of a line before those for each of its characters. */
  private static final int FIRST_POINTS = 60;

  private static final int POINTS_A_CHARACTER = 60;

  /** Key of the random numbers of a line's points. */
  private static final int POINTS_KEY = 0;

  private static final int FORMS_KEY = 1;

  /** Number of steps between two reports of how far the lines are. */
  private static final int REPORT_EVERY = 32;

  private final PenNetwork network;
  private final OffsetScale scale;
  private final Tape tape;
  private final IntConsumer reached;

  /** Creates a generator of a network; packs it. */
  public PenGenerator(PenNetwork network, Kernels kernels, Workers workers) {
    this(network, kernels, workers, characters -> {});
  }

  /**
   * Creates a generator of a network that reports how far it is; packs the network.
   *
   * @param reached told now and then how many characters of all lines under way are drawn
   */
  public PenGenerator(PenNetwork network, Kernels kernels, Workers workers, IntConsumer reached) {
    this.network = network;
    this.reached = reached;
    scale = network.config().scale();
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Draws lines that go on from a primer.
   *
   * @param texts numbers of the lines' characters in the network's alphabet, the end behind them
   * @param hands share of each of the network's hands in each line's style [B×hands]
   * @param primer what all lines go on from
   * @param seeds of each line
   */
  public List<PenTrajectory> draw(
      List<int[]> texts,
      FMatrixRMaj hands,
      HandPrimer primer,
      MixtureSampling sampling,
      long[] seeds) {
    SoftWindow window =
        network
            .window()
            .orElseThrow(
                () -> new IllegalArgumentException("a network must have a window to follow texts"));
    Alphabet alphabet = network.config().textWindow().alphabet();
    List<PenText> primed = new ArrayList<>();
    FormChoice choice = new FormChoice(network.config().letterforms(), hands);
    for (int b = 0; b < texts.size(); b++) {
      RandomGenerator random = Randomness.of(PlaceRandom.key(seeds[b], FORMS_KEY));
      primed.add(primer.before(choice.draw(texts.get(b), b, random), alphabet));
    }
    List<Line> lines = new ArrayList<>();
    for (int b = 0; b < texts.size(); b++) {
      int characters = texts.get(b).length - 1;
      int most = FIRST_POINTS + POINTS_A_CHARACTER * characters;
      int row = b;
      int first = primer.characters();
      IntSupplier character = () -> Math.max(0, window.character(row, tape) - first);
      PenTrajectory trail = new PenTrajectory(primer.height(), primed.get(b));
      lines.add(new Line(sampling, seeds[b], trail, character, characters, most));
    }
    network.open(new TextRows(primed, alphabet), hands, tape);
    return draw(lines, primer);
  }

  /**
   * Draws lines that follow no text: something that looks like writing, in a style.
   *
   * @param points about how many to draw of each line
   * @param hands share of each of the network's hands in each line's style [B×hands]
   * @param seeds of each line
   */
  public List<PenTrajectory> scribble(
      int points, FMatrixRMaj hands, MixtureSampling sampling, long[] seeds) {
    if (network.window().isPresent()) {
      throw new IllegalArgumentException("a network must have no window to write freely");
    }
    List<Line> lines = new ArrayList<>();
    for (long seed : seeds) {
      // Counts points as if they were characters: the line ends behind the last one.
      PenTrajectory trail = new PenTrajectory(0, PenText.NONE);
      lines.add(new Line(sampling, seed, trail, trail::points, points, 2 * points));
    }
    network.open(null, hands, tape);
    return draw(lines, HandPrimer.NONE);
  }

  private List<PenTrajectory> draw(List<Line> lines, HandPrimer primer) {
    State state = network.initialState(lines.size());
    FMatrixRMaj points = prime(primer, lines.size(), state);
    for (int step = 1; lines.stream().anyMatch(line -> !line.done); step++) {
      if (step % REPORT_EVERY == 0) {
        reached.accept(lines.stream().mapToInt(Line::reached).sum());
      }
      tape.begin(1, lines.size(), state);
      FMatrixRMaj raw = network.step(points, tape);
      for (int b = 0; b < lines.size(); b++) {
        if (!lines.get(b).done) {
          lines.get(b).draw(raw, b, points);
        }
      }
    }
    return lines.stream().map(line -> line.trail).toList();
  }

  /**
   * Runs the network over a primer; returns its output behind it.
   *
   * @param state modified
   * @return the features of the primer's last point, which the lines go on from [B×4]
   */
  private FMatrixRMaj prime(HandPrimer primer, int lines, State state) {
    FMatrixRMaj rows = primer.rows(scale, lines);
    int steps = primer.points().size();
    FMatrixRMaj last = new FMatrixRMaj(lines, PenFeatures.SIZE);
    System.arraycopy(rows.data, steps * last.data.length, last.data, 0, last.data.length);
    if (steps > 0) {
      tape.begin(steps, lines, state);
      network.step(rows, tape);
    }
    return last;
  }

  /** One line under way. */
  private final class Line {
    private final MixtureSampling sampling;
    private final MixtureSampler sampler = new MixtureSampler(network.config().mixtures());
    private final RandomGenerator random;
    private final IntSupplier character;
    private final int end;
    private final int most;
    private final PenTrajectory trail;
    private int at;
    private boolean done;

    /**
     * Begins a line.
     *
     * @param trail of its points, empty yet
     * @param character where it is now
     * @param end character behind which it ends when the pen is lifted
     * @param most points
     */
    Line(
        MixtureSampling sampling,
        long seed,
        PenTrajectory trail,
        IntSupplier character,
        int end,
        int most) {
      this.sampling = sampling;
      this.trail = trail;
      random = Randomness.of(PlaceRandom.key(seed, POINTS_KEY));
      this.character = character;
      this.end = end;
      this.most = most;
    }

    int reached() {
      return done ? end : at;
    }

    void draw(FMatrixRMaj raw, int row, FMatrixRMaj next) {
      at = Math.min(end, character.getAsInt());
      if (at >= end && trail.isPenUp()) {
        done = true;
        trail.end();
        return;
      }
      sampler.draw(raw.data, row * raw.numCols, sampling, random);
      double deltaX = scale.deltaX(sampler.deltaX());
      double deltaY = scale.deltaY(sampler.deltaY());
      trail.add(deltaX, deltaY, sampler.penUp(), Math.min(at, end - 1));
      PenFeatures.point(
          sampler.deltaX(),
          sampler.deltaY(),
          sampler.penUp(),
          trail.y(trail.points() - 1),
          next.data,
          row * PenFeatures.SIZE);
      done = trail.points() >= most;
    }
  }
}
