package ductus.ink.layout;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.layout.PageChanges.ParagraphPlace;
import ductus.ink.layout.Paragraph.Kind;
import ductus.ink.layout.Typesetter.TypesetLine;
import ductus.ink.layout.WrittenLine.WrittenWord;
import ductus.ink.page.Baselines;
import ductus.ink.page.Margins;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.PageSetup;
import ductus.ink.page.PageSetup.Alignment;
import ductus.ink.page.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets text on pages. Headings, lists, line breaks and gaps are as {@code TextDocument} reads them;
 * no word is lost, cut or hyphenated.
 *
 * <pre>{@code
 * List<Page> pages =
 *     PageLayout.pages(
 *         text, PageSetup.on(Paper.A5), LineDrift.NONE, CharacterWidths.AVERAGE, writer);
 * }</pre>
 */
public final class PageLayout {
  /** Least distance between an item's mark and its text, in x-heights. */
  private static final double MARK_GAP = 0.5;

  /** Whoever writes lines by hand. */
  @FunctionalInterface
  public interface LineWriter {
    /**
     * Writes lines, all in the same hand.
     *
     * @param lines words with single spaces between them
     * @return one written line for each, in the same order; a line has the same number of words,
     *     even where its characters are others (an accent of its own, three dots for an ellipsis)
     */
    List<WrittenLine> write(List<String> lines);
  }

  /** Whoever writes a word anew that somebody did not like. */
  @FunctionalInterface
  public interface WordWriter {
    /**
     * Writes a word by itself.
     *
     * @param take decides its chance
     */
    WrittenLine write(String word, int take);
  }

  /** Parts of a line's stray that are tried, until the line stays within its bounds. */
  private static final double[] PARTS = {1, 0.5, 0.25};

  private final Column column;
  private final LineDrift drift;
  private ParagraphPlace place = new ParagraphPlace(0, null, 0, 0);
  private final List<Page> pages = new ArrayList<>();
  private Baselines baselines;
  private List<LineStray> strays;
  private List<PlacedLine> lines = new ArrayList<>();
  private int next;
  private boolean afterGap;

  private PageLayout(PageSetup setup, LineDrift drift) {
    column = new Column(setup);
    this.drift = drift;
    baselines = Baselines.of(setup, true);
    strays = drift.strays(1, baselines.count(), setup);
  }

  /**
   * Writes a text on as many pages as it needs.
   *
   * @param drift by which lines stray over a page; none leaves the paper by it
   * @param estimate how wide the hand is; the nearer it is, the fewer lines are written twice
   * @throws IllegalArgumentException if the text is empty or too long, if the page has no room for
   *     a line, or if a word is wider than the page
   */
  public static List<Page> pages(
      String text, PageSetup setup, LineDrift drift, CharacterWidths estimate, LineWriter writer) {
    return pages(
        text,
        setup,
        drift,
        estimate,
        writer,
        PageChanges.NONE,
        (word, take) -> writer.write(List.of(word)).get(0));
  }

  /**
   * Writes a text on as many pages as it needs, as somebody arranged it.
   *
   * @param drift by which lines stray over a page; none leaves the paper by it
   * @param estimate how wide the hand is; the nearer it is, the fewer lines are written twice
   * @param arrangement words to write anew, and paragraphs that stand elsewhere; what it says of
   *     lines and words that are not there does not count
   * @throws IllegalArgumentException if the text is empty or too long, if the page has no room for
   *     a line, or if a word is wider than the page
   */
  public static List<Page> pages(
      String text,
      PageSetup setup,
      LineDrift drift,
      CharacterWidths estimate,
      LineWriter writer,
      PageChanges arrangement,
      WordWriter words) {
    PageLayout layout = new PageLayout(setup, drift);
    TextDocument manuscript = TextDocument.parse(text);
    int firstLine = manuscript.firstLine();
    List<List<TypesetLine>> written =
        Typesetter.set(
            manuscript,
            layout.column,
            estimate,
            writer,
            new WordsAnew(arrangement, firstLine, words));
    for (int i = 0; i < written.size(); i++) {
      layout.place = arrangement.place(firstLine + i);
      layout.place(manuscript.paragraphs().get(i), written.get(i));
    }
    layout.turn();
    return List.copyOf(layout.pages);
  }

  private void place(Paragraph paragraph, List<TypesetLine> written) {
    if (paragraph.kind() == Kind.GAP) {
      skip();
    } else if (paragraph.kind() == Kind.HEADING) {
      // Space above it, since it is larger; and not alone at the foot of a page.
      if (!afterGap) {
        skip();
      }
      if (next + written.size() >= baselines.count()) {
        turn();
      }
    }
    for (int i = 0; i < written.size(); i++) {
      if (next == baselines.count()) {
        turn();
      }
      boolean last = i == written.size() - 1;
      lines.add(line(paragraph, written.get(i).words(), i == 0, last));
      next++;
    }
    afterGap = paragraph.kind() == Kind.GAP;
  }

  /** Leaves a line free, except at the top of a page. */
  private void skip() {
    if (next > 0 && next < baselines.count()) {
      next++;
    }
  }

  /** Begins a new page, if there is something on this one. */
  private void turn() {
    if (lines.isEmpty()) {
      return;
    }
    PageSetup setup = column.setup();
    pages.add(new Page(pages.size() + 1, setup.paper(), baselines.rules(setup), lines));
    baselines = Baselines.of(setup, false);
    strays = drift.strays(pages.size() + 1, baselines.count(), setup);
    lines = new ArrayList<>();
    next = 0;
  }

  private PlacedLine line(
      Paragraph paragraph, List<WrittenWord> words, boolean first, boolean last) {
    double room = column.width(paragraph);
    double mark = column.mark(paragraph);
    List<PlacedWord> placed = new ArrayList<>();
    List<WrittenWord> text = words;
    if (mark > 0 && first) {
      List<WrittenWord> marks = new WordSpacing(words.subList(0, 1)).within(mark);
      placed.add(placed(paragraph, marks.get(0), 0));
      mark = Math.max(mark, marks.get(0).box().map(box -> box.right() + MARK_GAP).orElse(0.0));
      text = words.subList(1, words.size());
    }
    WordSpacing spacing = new WordSpacing(text);
    boolean block = alignment() == Alignment.BLOCK && paragraph.kind() == Kind.TEXT && !last;
    List<WrittenWord> spaced = block ? spacing.filling(room) : spacing.within(room);
    double free = Math.max(0, room - new WordSpacing(spaced).width());
    double left = mark + free * shareAtTheLeft(paragraph);
    for (WrittenWord word : spaced) {
      placed.add(placed(paragraph, word, left));
    }
    double x = column.setup().margins().left() + column.indent(paragraph);
    double fixed = shareAtTheLeft(paragraph) * room * column.xHeight(paragraph);
    return pushed(
        strayed(
            new PlacedLine(baselines.at(next), placed),
            PenPoint.at(x + fixed, baselines.at(next)),
            block ? strays.get(next).withinEdges() : strays.get(next)));
  }

  private Alignment alignment() {
    Alignment own = place.alignment();
    return own == null ? column.setup().alignment() : own;
  }

  /** Returns a line where somebody pushed its paragraph to. */
  private PlacedLine pushed(PlacedLine line) {
    if (place.right() == 0 && place.up() == 0) {
      return line;
    }
    return line.moved(
        place.up(), point -> point.moved(point.x() + place.right(), point.y() + place.up()));
  }

  /** Returns a line with as much of its stray as leaves it on its part of the paper. */
  private PlacedLine strayed(PlacedLine line, PenPoint fixed, LineStray stray) {
    Optional<Box> straight = box(line);
    if (straight.isEmpty() || stray.equals(LineStray.NONE)) {
      return line;
    }
    Box bounds = bounds(straight.get());
    for (double part : PARTS) {
      LineStray tried = stray.times(part);
      PlacedLine moved = moved(line, fixed, tried);
      if (isWithin(box(moved).orElseThrow(), bounds)) {
        return moved;
      }
    }
    return line;
  }

  private PlacedLine moved(PlacedLine line, PenPoint fixed, LineStray stray) {
    double xHeight = column.setup().xHeight();
    return line.moved(stray.up() * xHeight, point -> stray.move(point, fixed, xHeight));
  }

  /** The paper without half of its margins, or more where the line reaches farther by itself. */
  private Box bounds(Box line) {
    Margins margins = column.setup().margins();
    Paper paper = column.setup().paper();
    return new Box(
        Math.min(line.left(), margins.left() / 2),
        Math.min(line.bottom(), margins.bottom() / 2),
        Math.max(line.right(), paper.width() - margins.right() / 2),
        Math.max(line.top(), paper.height() - margins.top() / 2));
  }

  private static boolean isWithin(Box box, Box bounds) {
    return box.left() >= bounds.left()
        && box.bottom() >= bounds.bottom()
        && box.right() <= bounds.right()
        && box.top() <= bounds.top();
  }

  private static Optional<Box> box(PlacedLine line) {
    return Box.around(line.strokes().flatMap(stroke -> stroke.points().stream()).toList());
  }

  private double shareAtTheLeft(Paragraph paragraph) {
    if (paragraph.kind() == Kind.ITEM) {
      return 0;
    }
    return switch (alignment()) {
      case LEFT, BLOCK -> 0;
      case CENTER -> 0.5;
      case RIGHT -> 1;
    };
  }

  /**
   * Moves a word to its place on the paper.
   *
   * @param left where the line's text begins, in the paragraph's x-heights
   */
  private PlacedWord placed(Paragraph paragraph, WrittenWord word, double left) {
    double scale = column.xHeight(paragraph);
    double x = column.setup().margins().left() + column.indent(paragraph) + scale * left;
    double y = baselines.at(next);
    Handwriting onPaper =
        Handwriting.of(word.strokes()).map(p -> p.moved(x + scale * p.x(), y + scale * p.y()));
    return new PlacedWord(word.text(), onPaper.strokes());
  }
}
