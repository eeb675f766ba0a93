package ductus.lab.frames;

import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.model.signal.SignalSequence;
import ductus.music.frames.Frame;
import ductus.nn.Tape;
import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import ductus.picture.chart.HeatMap;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * True frames and, below them, what each cell expected in their place. The frames are kept as
 * curves of the trials, the numbers of a frame over their place in it.
 */
final class FramesPicture {
  private static final String FRAME = "frame ";

  /** Frames that are shown of balls, and how far apart. */
  private static final int BALLS = 8;

  private static final int APART = 4;

  /** Frames before the first that is shown. */
  private static final int BEFORE = 24;

  /** Steps of a piano roll that are shown. */
  private static final int ROLL = 48;

  /** Shades that are told apart, so that the files stay small. */
  private static final double SHADES = 20;

  private static final int LOWEST = 36;
  private static final int HIGHEST = 84;

  private static final double LEFT = 130;
  private static final double TOP = 64;
  private static final double SIDE = 76;
  private static final double GAP = 10;
  private static final double TITLE = 40;
  private static final double ROLL_HEIGHT = 110;

  private final FramesSettings settings;
  private final Results results;

  FramesPicture(FramesSettings settings, Results results) {
    this.settings = settings;
    this.results = results;
  }

  /** The true frames that are shown of a film. */
  static List<Curve> truth(FrameSource film) {
    SignalSequence sequence = film.heldOut(1).get(0);
    int size = sequence.targetsPerStep();
    float[] frames = new float[sequence.length() * size];
    for (int t = 0; t < sequence.length(); t++) {
      for (int n = 0; n < size; n++) {
        frames[t * size + n] = sequence.target(t, n);
      }
    }
    return shown(film, frames);
  }

  /** What a network expects in their place. */
  static List<Curve> expected(FrameSource film, FrameObjective errors, Tape tape) {
    return shown(film, errors.expected(film.heldOut(1).get(0), tape));
  }

  private static List<Curve> shown(FrameSource film, float[] frames) {
    int size = film.rows() * film.columns();
    boolean roll = film.rows() == 1;
    int from = roll ? LOWEST - Frame.LOWEST : 0;
    int to = roll ? HIGHEST + 1 - Frame.LOWEST : size;
    List<Curve> curves = new ArrayList<>();
    for (int t : times(roll, frames.length / size)) {
      List<Double> places = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      for (int n = from; n < to; n++) {
        places.add((double) n);
        values.add(Math.rint(SHADES * frames[t * size + n]) / SHADES);
      }
      curves.add(new Curve(FRAME + (t + 2), places, values));
    }
    return curves;
  }

  private static List<Integer> times(boolean roll, int length) {
    return (roll
            ? IntStream.range(0, ROLL)
            : IntStream.range(0, BALLS).map(i -> BEFORE + i * APART))
        .filter(t -> t < length)
        .boxed()
        .toList();
  }

  /** The picture; of trials that have not run there is nothing in it. */
  byte[] svg() {
    List<String> cells = new ArrayList<>();
    cells.add(FramePrediction.REPEAT);
    cells.addAll(settings.cells());
    double rollsTop = TOP + cells.size() * (SIDE + GAP) + TITLE;
    double width = LEFT + BALLS * (SIDE + GAP) + GAP;
    double height = rollsTop + cells.size() * (ROLL_HEIGHT + GAP) + GAP;
    SvgDocument svg =
        new SvgDocument(
            width,
            height,
            "px",
            "Frames that are expected",
            "True frames of bouncing balls and of a piano roll, and below them what each cell"
                + " expected in their place.");
    svg.rectangle(0, 0, width, height, "fill", "#ffffff");
    svg.open("font-family", "sans-serif", "font-size", "13", "fill", Palette.INK);
    svg.text(
        GAP,
        28,
        String.format(
            Locale.ROOT,
            "Bouncing balls: frames %d to %d, and what was expected of each from those before it",
            BEFORE + 2,
            BEFORE + 2 + (BALLS - 1) * APART),
        "font-size",
        "16",
        "font-weight",
        "bold");
    svg.text(
        GAP,
        rollsTop - 16,
        String.format(Locale.ROOT, "A piano roll, held out: %d steps", ROLL),
        "font-size",
        "16",
        "font-weight",
        "bold");
    for (int i = 0; i < cells.size(); i++) {
      double top = TOP + i * (SIDE + GAP);
      name(svg, "balls", cells.get(i), top + SIDE / 2);
      balls(svg, frames("balls", cells.get(i)), top);
      double rollTop = rollsTop + i * (ROLL_HEIGHT + GAP);
      name(svg, "rolls", cells.get(i), rollTop + ROLL_HEIGHT / 2);
      roll(svg, frames("rolls", cells.get(i)), rollTop, width - LEFT - GAP);
    }
    svg.close();
    return svg.bytes();
  }

  private void name(SvgDocument svg, String film, String cell, double y) {
    boolean truth = cell.equals(FramePrediction.REPEAT);
    svg.text(LEFT - GAP, y - 2, truth ? "true" : cell, "text-anchor", "end");
    results
        .figure(List.of(film, cell), 0)
        .ifPresent(
            error ->
                svg.text(
                    LEFT - GAP,
                    y + 15,
                    String.format(
                        Locale.ROOT, truth ? "repeated: %.2f" : "error %.2f", error.mean()),
                    "text-anchor",
                    "end",
                    "fill",
                    Palette.PALE_INK,
                    "font-size",
                    "11"));
  }

  private List<Curve> frames(String film, String cell) {
    Optional<Result> pictured =
        results.all().stream()
            .filter(result -> result.isOf(List.of(film, cell), settings.pictured()))
            .findFirst();
    return pictured.stream()
        .flatMap(result -> result.outcome().curves().stream())
        .filter(curve -> curve.name().startsWith(FRAME))
        .toList();
  }

  private void balls(SvgDocument svg, List<Curve> frames, double top) {
    int side = settings.balls().resolution();
    for (int i = 0; i < frames.size(); i++) {
      List<Double> values = frames.get(i).y();
      List<List<Double>> rows =
          IntStream.range(0, side)
              .mapToObj(row -> values.subList(row * side, (row + 1) * side))
              .toList();
      draw(svg, rows, LEFT + i * (SIDE + GAP), top, SIDE, SIDE);
    }
  }

  private static void roll(SvgDocument svg, List<Curve> frames, double top, double width) {
    if (frames.isEmpty()) {
      return;
    }
    int keys = frames.get(0).y().size();
    List<List<Double>> rows =
        IntStream.range(0, keys)
            .mapToObj(key -> frames.stream().map(frame -> frame.y().get(keys - 1 - key)).toList())
            .toList();
    draw(svg, rows, LEFT, top, width, ROLL_HEIGHT);
  }

  private static void draw(
      SvgDocument svg, List<List<Double>> rows, double x, double y, double width, double height) {
    List<String> names = rows.stream().map(row -> "").toList();
    new HeatMap(names, List.of(), rows, 1).draw(svg, new Rectangle2D.Double(x, y, width, height));
  }
}
