package ductus.ink.layout;

import ductus.ink.Handwriting;
import ductus.ink.layout.Paragraph.Kind;
import ductus.ink.layout.Typesetter.TypesetLine;
import ductus.ink.layout.WrittenLine.WrittenWord;
import ductus.ink.page.Baselines;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.PageSetup;
import ductus.ink.page.PageSetup.Alignment;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets text on pages. Headings, lists, line breaks and gaps are as {@code TextDocument} reads them;
 * no word is lost, cut or hyphenated.
 *
 * <pre>{@code
 * List<Page> pages =
 *     PageLayout.pages(text, PageSetup.on(Paper.A5), CharacterWidths.AVERAGE, writer);
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

  private final Column column;
  private final List<Page> pages = new ArrayList<>();
  private Baselines baselines;
  private List<PlacedLine> lines = new ArrayList<>();
  private int next;
  private boolean afterGap;

  private PageLayout(PageSetup setup) {
    column = new Column(setup);
    baselines = Baselines.of(setup, true);
  }

  /**
   * Writes a text on as many pages as it needs.
   *
   * @param estimate how wide the hand is; the nearer it is, the fewer lines are written twice
   * @throws IllegalArgumentException if the text is empty or too long, if the page has no room for
   *     a line, or if a word is wider than the page
   */
  public static List<Page> pages(
      String text, PageSetup setup, CharacterWidths estimate, LineWriter writer) {
    PageLayout layout = new PageLayout(setup);
    TextDocument manuscript = TextDocument.parse(text);
    List<List<TypesetLine>> written = Typesetter.set(manuscript, layout.column, estimate, writer);
    for (int i = 0; i < written.size(); i++) {
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
    boolean block =
        column.setup().alignment() == Alignment.BLOCK && paragraph.kind() == Kind.TEXT && !last;
    List<WrittenWord> spaced = block ? spacing.filling(room) : spacing.within(room);
    double free = Math.max(0, room - new WordSpacing(spaced).width());
    double left = mark + free * shareAtTheLeft(paragraph);
    for (WrittenWord word : spaced) {
      placed.add(placed(paragraph, word, left));
    }
    return new PlacedLine(baselines.at(next), placed);
  }

  private double shareAtTheLeft(Paragraph paragraph) {
    if (paragraph.kind() == Kind.ITEM) {
      return 0;
    }
    return switch (column.setup().alignment()) {
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
