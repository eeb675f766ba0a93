package ductus.ink.plotter;

import ductus.ink.PenPoint;
import ductus.ink.page.Page;
import ductus.ink.plotter.MotionPlan.Moment;
import ductus.ink.plotter.PagePlot.Layer;
import ductus.ink.plotter.PlotterProfile.Language;
import ductus.ink.plotter.PlotterSettings.Origin;
import ductus.picture.SvgDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A page as commands of the EiBotBoard (EBB) that drives an AxiDraw, one a line: {@code
 * XM,ms,right,down} moves evenly by steps of 1/80 mm, so that speed comes and goes in many short
 * moves. Lines that begin with a semicolon are for people, and {@code ; pause:} for who sends the
 * file; the board gets none of them. See the EBB command set, version 2.8.
 */
public final class Ebb {
  /** Steps of the X and the Y axis at 1/16 microstepping: 2,032 an inch. */
  public static final int STEPS_PER_MILLIMETER = 80;

  /** What a line begins with where the plotter is to wait; what to do follows. */
  public static final String PAUSE = "; pause: ";

  /** Fastest that a motor turns, in steps a millisecond; the board refuses 25 and more. */
  private static final double FASTEST = 24.9;

  /**
   * Shortest move but for the last of a way, in ms: a shorter one may be done before the next
   * command has come over the wire.
   */
  private static final int SHORTEST = 4;

  /** Longest even move, in ms. */
  private static final int LONGEST = 500;

  /** Longest time for one step, in ms; the board refuses 1.31 steps a second and less. */
  private static final int SLOWEST = 700;

  /** Time in which the speed is taken as even, in seconds. */
  private static final double SLICE = 0.025;

  private static final double SECONDS = 60;

  /** Heights of the pen: 60 and 30 % of the way of the standard servo, and how fast it turns. */
  private static final List<String> SERVO =
      List.of("SC,4,20641", "SC,5,15248", "SC,11,1618", "SC,12,1079");

  private final PlotterSettings settings;
  private final PagePlot plot;
  private final StringBuilder code = new StringBuilder();

  /** Where the pen is, in steps to the right and down from its corner. */
  private int right;

  private int down;

  private Ebb(Page page, PlotterSettings settings) {
    this.settings = settings;
    plot = PagePlot.of(page, settings);
  }

  /**
   * Writes the commands for a page.
   *
   * @throws IllegalArgumentException if the page leaves its paper or does not fit the plotter, or
   *     the settings are those of another kind of plotter
   */
  public static byte[] of(Page page, PlotterSettings settings) {
    PlotterSettings driven = settings.in(Language.EBB);
    if (driven.origin() != Origin.TOP_LEFT) {
      throw new IllegalArgumentException(
          "an AxiDraw's pen begins in the upper left corner: take --origin top_left");
    }
    return new Ebb(page, driven).commands(page.number());
  }

  private byte[] commands(int page) {
    line(
        String.format(
            Locale.ROOT,
            "; Ductus, page %d: %s by %s mm, from the upper left corner",
            page,
            SvgDocument.number(plot.paper().width()),
            SvgDocument.number(plot.paper().height())));
    if (plot.turned()) {
      line("; The paper lies a quarter turn to the left: its top is on the left");
    }
    line("EM,1,1");
    SERVO.forEach(this::line);
    line(settings.penUp());
    for (Layer layer : plot.layers()) {
      if (layer.pen() > 1) {
        settings.profile().pause(layer.message()).forEach(this::line);
      }
      PenPoint at = plot.start();
      for (List<PenPoint> path : layer.paths()) {
        move(List.of(at, path.get(0)), settings.travel());
        line(settings.penDown());
        move(path, settings.feed());
        line(settings.penUp());
        at = path.get(path.size() - 1);
      }
      move(List.of(at, plot.start()), settings.travel());
    }
    settings.profile().end().forEach(this::line);
    return code.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void move(List<PenPoint> way, double speed) {
    MotionPlan plan = new MotionPlan(way, speed / SECONDS, settings.driven().acceleration());
    List<Moment> moments = plan.moments(SLICE, LONGEST / 1000.0);
    long done = 0;
    for (int i = 1; i < moments.size(); i++) {
      Moment moment = moments.get(i);
      boolean isLast = i == moments.size() - 1;
      long time = Math.round(moment.seconds() * 1000) - done;
      if (time < SHORTEST && !isLast) {
        continue;
      }
      int byRight = steps(moment.x() - plot.start().x()) - right;
      int byDown = steps(plot.start().y() - moment.y()) - down;
      int most = Math.abs(byRight) + Math.abs(byDown);
      if (most == 0 && (isLast || time < LONGEST)) {
        continue;
      }
      if (most > 0 && time > SLOWEST) {
        line(String.format(Locale.ROOT, "XM,%d,0,0", time - LONGEST));
        done += time - LONGEST;
        time = LONGEST;
      }
      time = Math.max(Math.max(1, time), (long) Math.ceil(most / FASTEST));
      line(String.format(Locale.ROOT, "XM,%d,%d,%d", time, byRight, byDown));
      right += byRight;
      down += byDown;
      done += time;
    }
  }

  private static int steps(double millimeters) {
    return (int) Math.round(millimeters * STEPS_PER_MILLIMETER);
  }

  private void line(String line) {
    code.append(line).append('\n');
  }
}
