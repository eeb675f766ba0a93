package ductus.music.render;

import ductus.music.Bar;
import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Draws a picture of a drum pattern: time to the right, a line for each drum, a dot for each
 * stroke. The harder the stroke, the larger and darker the dot; it stands where the stroke sounds,
 * a little before or behind its grid step.
 */
public final class DrumGrid {
  /** Most bars in a picture. */
  public static final int MOST_BARS = 64;

  private static final double WIDTH = 1000;
  private static final double MARGIN = 24;
  private static final double LEFT = 104;

  /** Width of the room for strokes before the first beat of a row. */
  private static final double EARLY = 8;

  private static final double RIGHT = 976;
  private static final double NARROWEST_STEP = 12;
  private static final double LINE = 19;
  private static final double HEAD = 78;
  private static final double SYSTEM_HEAD = 18;
  private static final double GAP = 24;
  private static final double LEAST_RADIUS = 2;
  private static final double RADIUS_A_LEVEL = 0.6;
  private static final double LEAST_OPACITY = 0.35;

  /** The drums from the top down, as a kit stands; each has a color. */
  private static final List<Drum> LINES =
      List.of(
          Drum.CRASH,
          Drum.RIDE,
          Drum.OPEN_HAT,
          Drum.CLOSED_HAT,
          Drum.HIGH_TOM,
          Drum.MID_TOM,
          Drum.LOW_TOM,
          Drum.SNARE,
          Drum.KICK);

  private static final Map<Drum, Integer> COLORS =
      Map.of(
          Drum.CRASH,
          4,
          Drum.RIDE,
          3,
          Drum.OPEN_HAT,
          2,
          Drum.CLOSED_HAT,
          2,
          Drum.HIGH_TOM,
          5,
          Drum.MID_TOM,
          5,
          Drum.LOW_TOM,
          5,
          Drum.SNARE,
          1,
          Drum.KICK,
          0);

  private final SvgDocument svg;
  private final DrumPattern pattern;
  private final List<Drum> lines;
  private final double step;
  private String metre = "";

  private DrumGrid(SvgDocument svg, DrumPattern pattern, List<Drum> lines, double step) {
    this.svg = svg;
    this.pattern = pattern;
    this.lines = lines;
    this.step = step;
  }

  /** Draws an SVG document, 1000 pixels wide. The same pattern gives the same bytes. */
  public static byte[] svg(DrumPattern pattern, String title) {
    List<Bar> bars = pattern.bars();
    List<List<Bar>> systems = systems(bars.subList(0, Math.min(MOST_BARS, bars.size())));
    List<Drum> lines = lines(pattern);
    double longest = systems.stream().mapToDouble(DrumGrid::length).max().orElse(1);
    double systemHeight = SYSTEM_HEAD + lines.size() * LINE + GAP;
    double height = HEAD + systems.size() * systemHeight;
    String summary = summary(pattern, bars);
    SvgDocument svg = new SvgDocument(WIDTH, height, "px", title, "Drum pattern: " + summary + ".");
    DrumGrid grid = new DrumGrid(svg, pattern, lines, (RIGHT - LEFT - EARLY) / longest);
    svg.rectangle(0, 0, WIDTH, height, "fill", "#ffffff");
    svg.open("font-family", "sans-serif", "fill", Palette.INK);
    svg.text(MARGIN, 38, title, "font-size", "20", "font-weight", "bold");
    svg.text(MARGIN, 60, summary, "font-size", "13", "fill", Palette.PALE_INK);
    int first = 1;
    for (int i = 0; i < systems.size(); i++) {
      double top = HEAD + i * systemHeight + SYSTEM_HEAD;
      svg.open("transform", "translate(0 " + SvgDocument.number(top) + ")");
      grid.paint(systems.get(i), first);
      svg.close();
      first += systems.get(i).size();
    }
    svg.close();
    return svg.bytes();
  }

  private static String summary(DrumPattern pattern, List<Bar> bars) {
    String more = bars.size() > MOST_BARS ? " · the first " + MOST_BARS + " are shown" : "";
    return String.format(
        Locale.ROOT,
        "%s · %d quarter notes a minute · %d %s · %d strokes%s",
        bars.get(0).metre(),
        Math.round(pattern.quartersPerMinute()),
        bars.size(),
        bars.size() == 1 ? "bar" : "bars",
        pattern.hits().size(),
        more);
  }

  /** The drums that are played; of a silent pattern, kick and snare. */
  private static List<Drum> lines(DrumPattern pattern) {
    Set<Drum> played = EnumSet.noneOf(Drum.class);
    pattern.hits().forEach(hit -> played.add(hit.drum()));
    if (played.isEmpty()) {
      played.addAll(List.of(Drum.KICK, Drum.SNARE));
    }
    return LINES.stream().filter(played::contains).toList();
  }

  /** Divides bars into rows, as many in a row as fit. */
  private static List<List<Bar>> systems(List<Bar> bars) {
    List<List<Bar>> systems = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= bars.size(); to++) {
      if (to == bars.size() || length(bars.subList(from, to + 1)) * NARROWEST_STEP > RIGHT - LEFT) {
        systems.add(bars.subList(from, to));
        from = to;
      }
    }
    return systems;
  }

  private static double length(List<Bar> bars) {
    return bars.get(bars.size() - 1).end() - bars.get(0).start();
  }

  private void paint(List<Bar> bars, int first) {
    long start = bars.get(0).start();
    long end = bars.get(bars.size() - 1).end();
    double bottom = lines.size() * LINE;
    double right = x((double) end - start);
    for (int i = 0; i < lines.size(); i++) {
      if (i % 2 == 0) {
        svg.rectangle(LEFT, i * LINE, right - LEFT, LINE, "fill", Palette.SHADE);
      }
      svg.text(
          LEFT - 6,
          (i + 0.5) * LINE + 4,
          lines.get(i).label(),
          "text-anchor",
          "end",
          "font-size",
          "12");
    }
    for (int i = 0; i < bars.size(); i++) {
      bar(bars.get(i), start, first + i, bottom);
    }
    svg.line(right, 0, right, bottom, "stroke", Palette.GRID);
    for (int i = 0; i < lines.size(); i++) {
      strokes(i, start, end);
    }
  }

  private void bar(Bar bar, long start, int number, double bottom) {
    double beat = bar.metre().quartersPerBeat() * pattern.stepsPerQuarter();
    for (long at = 1; at < bar.length(); at++) {
      boolean onBeat = at / beat == Math.rint(at / beat);
      double x = x((double) bar.start() + at - start);
      svg.line(x, 0, x, bottom, "stroke", onBeat ? Palette.GRID : Palette.PALE_GRID);
    }
    double x = x((double) bar.start() - start);
    svg.line(x, -4, x, bottom, "stroke", Palette.INK);
    svg.text(x + 3, -5, number + changed(bar.metre()), "font-size", "11", "fill", Palette.PALE_INK);
  }

  /** The metre where it is a new one, to stand behind the bar's number. */
  private String changed(TimeSignature now) {
    boolean same = metre.equals(now.toString());
    metre = now.toString();
    return same ? "" : "  " + metre;
  }

  private void strokes(int line, long start, long end) {
    Drum drum = lines.get(line);
    svg.open("fill", Palette.series(COLORS.getOrDefault(drum, 0)));
    for (DrumHit hit : pattern.hits()) {
      if (hit.drum() == drum && hit.step() >= start && hit.step() < end) {
        double strength = (double) hit.level() / DrumHit.LEVELS;
        svg.circle(
            x(hit.time() - start),
            (line + 0.5) * LINE,
            LEAST_RADIUS + RADIUS_A_LEVEL * hit.level(),
            "fill-opacity",
            SvgDocument.number(LEAST_OPACITY + (1 - LEAST_OPACITY) * strength));
      }
    }
    svg.close();
  }

  /** The place of a step; half a step of room before the first beat is left to its bar line. */
  private double x(double steps) {
    return LEFT + EARLY + steps * step;
  }
}
