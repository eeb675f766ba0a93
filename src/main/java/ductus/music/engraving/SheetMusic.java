package ductus.music.engraving;

import ductus.music.Score;
import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.drawing.DrawingPdf;
import ductus.music.engraving.drawing.DrawingSvg;
import ductus.music.engraving.layout.SheetLayout;
import ductus.music.engraving.repeat.PrintedScore;
import ductus.music.engraving.staff.StaffScore;
import java.util.ArrayList;
import java.util.List;

/** Engraves a score. The same score gives the same bytes. */
public final class SheetMusic {
  /** Most notes of a piece that is engraved. */
  public static final int MOST_NOTES = 20_000;

  /** Most bars of a piece that is engraved. */
  public static final int MOST_BARS = 4000;

  /** Narrowest picture in pixels. */
  public static final int NARROWEST = 240;

  /** Widest picture in pixels. */
  public static final int WIDEST = 4000;

  private static final double PAPER_WIDTH = 210;
  private static final double PAPER_HEIGHT = 297;
  private static final double PAPER_MARGIN = 15;
  private static final double SPACE = 1.7;
  private static final double SCREEN_SPACE = 8;
  private static final double SMALL_SCREEN_SPACE = 6.5;
  private static final int SMALL_SCREEN = 600;
  private static final double SCREEN_MARGIN = 1.2;
  private static final double SYSTEM_GAP = 3;

  /** Share of a page that must be full for its systems to be spread over all of it. */
  private static final double NEARLY_FULL = 0.72;

  private SheetMusic() {}

  /**
   * Engraves a score as one long picture for a screen, without its title and with every bar, so
   * that each can be chosen by its number.
   *
   * @param width in pixels
   * @throws IllegalArgumentException if it has no notes or too many, or the width does not fit
   */
  public static byte[] screen(Score score, String title, int width) {
    if (width < NARROWEST || width > WIDEST) {
      throw new IllegalArgumentException(
          "width must be " + NARROWEST + " to " + WIDEST + " pixels but was " + width);
    }
    StaffScore staves = staves(score, title);
    double space = width < SMALL_SCREEN ? SMALL_SCREEN_SPACE : SCREEN_SPACE;
    double wide = width / space;
    Drawing page = new Drawing(0, 0);
    List<Drawing> systems = layout(PrintedScore.inFull(staves), wide - 2 * SCREEN_MARGIN);
    double height = stack(page, systems, SCREEN_MARGIN, SCREEN_MARGIN, SYSTEM_GAP) + SCREEN_MARGIN;
    return DrawingSvg.svg(page, title, wide, height, space, "px", false);
  }

  /**
   * Engraves a score as one long sheet as wide as a page of paper, black on white; what returns at
   * once is written with repeat signs.
   *
   * @throws IllegalArgumentException if it has no notes or too many
   */
  public static byte[] svg(Score score, String title) {
    StaffScore staves = staves(score, title);
    double space = space(staves);
    Drawing page = new Drawing(0, 0);
    double margin = PAPER_MARGIN / space;
    double wide = PAPER_WIDTH / space;
    double top = heading(page, staves, wide, margin);
    List<Drawing> systems = layout(PrintedScore.folded(staves), wide - 2 * margin);
    double height = stack(page, systems, margin, top, SYSTEM_GAP) + margin;
    return DrawingSvg.svg(page, title, wide, height, space, "mm", true);
  }

  /**
   * Engraves a score as a PDF of pages, likewise.
   *
   * @throws IllegalArgumentException if it has no notes or too many
   */
  public static byte[] pdf(Score score, String title) {
    StaffScore staves = staves(score, title);
    double space = space(staves);
    double margin = PAPER_MARGIN / space;
    double wide = PAPER_WIDTH / space;
    double high = PAPER_HEIGHT / space;
    List<Drawing> pages = new ArrayList<>();
    List<Drawing> systems = layout(PrintedScore.folded(staves), wide - 2 * margin);
    for (int from = 0; from < systems.size(); ) {
      Drawing page = new Drawing(0, 0);
      double top = pages.isEmpty() ? heading(page, staves, wide, margin) : margin;
      double room = high - margin - top;
      int to = from + 1;
      while (to < systems.size() && height(systems.subList(from, to + 1)) <= room) {
        to++;
      }
      List<Drawing> fitting = systems.subList(from, to);
      double used = height(fitting);
      boolean spread = to < systems.size() || used > NEARLY_FULL * room;
      double extra = spread && to > from + 1 ? Math.max(0, (room - used) / (to - from - 1)) : 0;
      stack(page, fitting, margin, top, SYSTEM_GAP + extra);
      if (!pages.isEmpty()) {
        String number = Integer.toString(pages.size() + 1);
        page.words(wide / 2, high - margin / 2, 1.8, 0.5, number, "page-number");
      }
      pages.add(page);
      from = to;
    }
    return DrawingPdf.pdf(pages, title, PAPER_WIDTH, PAPER_HEIGHT, space);
  }

  private static List<Drawing> layout(PrintedScore score, double width) {
    return new SheetLayout(score).systems(width);
  }

  /** Draws systems below each other; returns where the last one ends. */
  private static double stack(
      Drawing page, List<Drawing> systems, double left, double top, double gap) {
    double y = top;
    for (Drawing system : systems) {
      page.add(system, left, y - system.top());
      y += system.bottom() - system.top() + gap;
    }
    return y - gap;
  }

  /** Height of systems below each other. */
  private static double height(List<Drawing> systems) {
    double height = SYSTEM_GAP * (systems.size() - 1);
    for (Drawing system : systems) {
      height += system.bottom() - system.top();
    }
    return height;
  }

  private static StaffScore staves(Score score, String title) {
    if (score.notes().size() > MOST_NOTES) {
      throw new IllegalArgumentException(
          "the piece must have %d notes at most to be engraved but has %d"
              .formatted(MOST_NOTES, score.notes().size()));
    }
    StaffScore staves = StaffScore.of(score, title);
    if (staves.bars().size() > MOST_BARS) {
      throw new IllegalArgumentException(
          "the piece must have %d bars at most to be engraved but has %d"
              .formatted(MOST_BARS, staves.bars().size()));
    }
    return staves;
  }

  /** Millimeters of a staff space: less where a page would not hold a system. */
  private static double space(StaffScore score) {
    double high = score.staves().size() * 12.0 + 12;
    return Math.min(SPACE, (PAPER_HEIGHT - 2 * PAPER_MARGIN) / high);
  }

  /** Draws title and composer; returns where the music begins. */
  private static double heading(Drawing page, StaffScore score, double wide, double margin) {
    double y = margin + 3;
    page.words(wide / 2, y, 4, 0.5, score.title(), "title");
    if (!score.composer().isEmpty()) {
      y += 3;
      page.words(wide - margin, y, 2, 1, score.composer(), "composer");
    }
    return y + 3;
  }
}
