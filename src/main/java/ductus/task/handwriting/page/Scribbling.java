package ductus.task.handwriting.page;

import ductus.generate.PenGenerator;
import ductus.generate.PenTrajectory;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.page.Baselines;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.PageSetup;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Workers;
import ductus.task.handwriting.page.PageWriting.WrittenPages;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.WritingFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Fills a page with what looks like writing in a hand but says nothing (Graves 2013, §4). */
final class Scribbling {
  /** Points that take the room of an x-height. */
  private static final int POINTS = 18;

  private Scribbling() {}

  /** Lines that it draws side by side. */
  static int lines(WritingRequest request) {
    return baselines(request.page()).count();
  }

  private static Baselines baselines(PageSetup setup) {
    return Baselines.of(setup, true);
  }

  /**
   * A full page.
   *
   * @param model that writes freely, without a text
   * @throws IllegalArgumentException if it follows texts, or has not learned the hand, or there is
   *     a text to write
   */
  static WrittenPages write(
      HandModel model, WritingRequest request, Kernels kernels, Workers workers) {
    if (!request.isScribble()) {
      throw new IllegalArgumentException(
          "a text must be empty for a network that writes freely but was " + request.text());
    }
    PageSetup setup = request.page();
    Baselines baselines = baselines(setup);
    double room = setup.textWidth() / setup.xHeight();
    int count = baselines.count();
    List<PenTrajectory> trails =
        new PenGenerator(model.network(), kernels, workers)
            .scribble(
                (int) Math.ceil(POINTS * room),
                request.style().shares(model, count),
                request.manner().sampling(),
                LongStream.range(0, count)
                    .map(line -> PlaceRandom.key(request.seed(), line))
                    .toArray());
    List<PlacedLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double left = setup.margins().left();
      double baseline = baselines.at(i);
      double scale = setup.xHeight();
      List<Stroke> placed =
          Handwriting.of(within(trails.get(i), room))
              .map(p -> p.moved(left + scale * p.x(), baseline + scale * p.y()))
              .strokes();
      lines.add(new PlacedLine(baseline, List.of(new PlacedWord("", placed))));
    }
    Page page = new Page(1, setup.paper(), baselines.rules(setup), lines);
    return new WrittenPages(List.of(page), new WritingFigures(count, 0, 0, 0, 0, -1));
  }

  /** The strokes of a line up to the first that leaves the room for it. */
  private static List<Stroke> within(PenTrajectory trail, double room) {
    List<Stroke> strokes = new ArrayList<>();
    List<PenPoint> stroke = new ArrayList<>();
    for (int i = 0; i < trail.points() && trail.x(i) <= room; i++) {
      stroke.add(PenPoint.at(Math.max(0, trail.x(i)), trail.y(i)));
      if (trail.penUp(i)) {
        strokes.add(new Stroke(stroke));
        stroke.clear();
      }
    }
    return strokes;
  }
}
