package ductus.studio.write;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.layout.TextWords;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.Page.Rule;
import ductus.ink.plotter.PenTravel;
import ductus.ink.plotter.PlotterMachine;
import ductus.ink.plotter.PlotterProfile;
import ductus.ink.plotter.PlotterSettings;
import ductus.ink.render.Ink;
import ductus.ink.render.WordPath;
import ductus.math.PlaceRandom;
import ductus.studio.write.WritingHands.PreparedLetter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Pages as the page draws them, in mm from the upper left corner of the paper.
 *
 * @param seed as text
 * @param color of the ink
 * @param nib width of a stroke; 0 where paths are outlines
 * @param plotSeconds that a plotter takes; null where it cannot draw them
 * @param cannotPlot why a plotter cannot draw them; null if it can
 */
record LiveView(
    String seed,
    String color,
    double nib,
    @Nullable Double plotSeconds,
    @Nullable String cannotPlot,
    Map<String, String> substitutes,
    List<LivePage> pages) {
  private static final double HUNDREDTHS = 100;
  private static final int BITS = 16;

  /** A sheet of paper, with the numbers of its printed lines in fours: x, y, x, y. */
  record LivePage(double width, double height, List<List<Double>> rules, List<LiveLine> lines) {}

  /**
   * A line.
   *
   * @param key the same for the same ink in the same place
   * @param words null where the page has them
   */
  record LiveLine(String key, @Nullable List<LiveWord> words) {}

  /**
   * A word.
   *
   * @param line of the text, from 0
   * @param word in it, from 0
   * @param d path data
   * @param box left, top, width and height; empty where there is no ink
   */
  record LiveWord(String text, int line, int word, String d, List<Double> box) {}

  /**
   * Shows pages.
   *
   * @param have keys of lines that need not be told
   */
  static LiveView of(PreparedLetter letter, List<Page> pages, Set<String> have) {
    Ink ink = letter.request().look().ink();
    Iterator<TextWords.Place> places = TextWords.of(letter.request().text()).iterator();
    List<LivePage> shown = new ArrayList<>();
    for (Page page : pages) {
      double height = page.paper().height();
      List<LiveLine> lines = new ArrayList<>();
      for (PlacedLine line : page.lines()) {
        List<LiveWord> words = new ArrayList<>();
        String key = key(line, page.number(), ink);
        boolean known = have.contains(key);
        for (PlacedWord word : line.words()) {
          TextWords.Place place = places.next();
          if (!known) {
            words.add(word(word, place, height, ink));
          }
        }
        lines.add(new LiveLine(key, known ? null : words));
      }
      shown.add(new LivePage(page.paper().width(), height, rules(page), lines));
    }
    Double seconds = null;
    String trouble = null;
    try {
      seconds = travel(letter, pages).seconds();
    } catch (IllegalArgumentException leavesThePaper) {
      trouble = String.valueOf(leavesThePaper.getMessage());
    }
    return new LiveView(
        Long.toString(letter.request().seed()),
        ink.color(),
        ink.pressure() ? 0 : ink.nibWidth(),
        seconds,
        trouble,
        letter.substitutes(),
        shown);
  }

  private static PenTravel travel(PreparedLetter letter, List<Page> pages) {
    PlotterSettings plotter = letter.request().look().plotter();
    PlotterMachine machine = plotter.machine();
    PlotterProfile profile = machine == null ? PlotterProfile.Z_AXIS : machine.profile();
    return PenTravel.of(pages, plotter, profile.language());
  }

  private static LiveWord word(PlacedWord word, TextWords.Place place, double height, Ink ink) {
    List<PenPoint> points =
        word.strokes().stream().map(Stroke::points).flatMap(List::stream).toList();
    List<Double> box =
        Box.around(points)
            .map(
                around ->
                    List.of(
                        rounded(around.left()),
                        rounded(height - around.top()),
                        rounded(around.width()),
                        rounded(around.top() - around.bottom())))
            .orElse(List.of());
    return new LiveWord(
        word.text(), place.line(), place.word(), WordPath.of(word.strokes(), height, ink), box);
  }

  private static double rounded(double millimeters) {
    return Math.rint(HUNDREDTHS * millimeters) / HUNDREDTHS;
  }

  private static List<List<Double>> rules(Page page) {
    double height = page.paper().height();
    return page.rules().stream().map(rule -> rule(rule, height)).toList();
  }

  private static List<Double> rule(Rule rule, double height) {
    return List.of(
        rounded(rule.x1()),
        rounded(height - rule.y1()),
        rounded(rule.x2()),
        rounded(height - rule.y2()));
  }

  private static String key(PlacedLine line, int page, Ink ink) {
    LongStream ofInk =
        LongStream.of(page, ink.pressure() ? Double.doubleToLongBits(ink.nibWidth()) : 0);
    LongStream ofText = line.text().chars().asLongStream();
    LongStream ofPoints =
        line.strokes()
            .flatMap(stroke -> stroke.points().stream())
            .flatMapToLong(
                point ->
                    LongStream.of(
                        Double.doubleToLongBits(point.x()), Double.doubleToLongBits(point.y())));
    long key =
        PlaceRandom.key(LongStream.concat(ofInk, LongStream.concat(ofText, ofPoints)).toArray());
    return Long.toUnsignedString(key, BITS);
  }
}
