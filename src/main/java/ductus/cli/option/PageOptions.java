package ductus.cli.option;

import ductus.ink.page.Margins;
import ductus.ink.page.PageSetup;
import ductus.ink.page.PageSetup.Alignment;
import ductus.ink.page.PageSetup.Ruling;
import ductus.ink.page.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On what paper, and where on it; to be included with {@code @Mixin}. */
public final class PageOptions {
  @Option(
      names = "--paper",
      paramLabel = "SIZE",
      description =
          "a4, a5, a6, letter, index-card, envelope-dl, envelope-c6, or width x height in mm such"
              + " as 100x150; a5.")
  private String paper = "a5";

  @Option(names = "--landscape", description = "Turns the paper onto its longer side.")
  private boolean landscape;

  @Option(
      names = "--margins",
      paramLabel = "MM",
      split = ",",
      description = "One for all sides, or top,right,bottom,left; a tenth of the paper's width.")
  private List<Double> margins = List.of();

  @Option(
      names = "--size",
      paramLabel = "MM",
      description = "Height of a small letter such as x; 2.5.")
  private @Nullable Double size;

  @Option(
      names = "--line-spacing",
      paramLabel = "MM",
      description = "From line to line; 3.2 times the size.")
  private @Nullable Double lineSpacing;

  @Option(
      names = "--ruling",
      paramLabel = "KIND",
      description = "What is printed on the paper: ${COMPLETION-CANDIDATES}; plain.")
  private Ruling ruling = Ruling.PLAIN;

  @Option(
      names = "--preprinted",
      description = "The paper has its ruling already: it is followed, not drawn.")
  private boolean preprinted;

  @Option(
      names = "--align",
      paramLabel = "WHERE",
      description = "Where lines begin and end: ${COMPLETION-CANDIDATES}; left.")
  private Alignment alignment = Alignment.LEFT;

  @Option(
      names = "--head-space",
      paramLabel = "MM",
      description = "More that stays free above the first page's writing; 0.")
  private double headSpace;

  /**
   * What the page is to be like.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public PageSetup setup() {
    Paper sheet = Paper.parse(paper);
    PageSetup setup =
        PageSetup.on(landscape ? sheet.landscape() : sheet)
            .withRuling(ruling, ruling != Ruling.PLAIN && !preprinted)
            .withAlignment(alignment)
            .withHeadSpace(headSpace);
    if (!margins.isEmpty()) {
      setup = setup.withMargins(margins());
    }
    if (size != null) {
      setup = setup.withXHeight(size);
    }
    return lineSpacing == null ? setup : setup.withLineSpacing(lineSpacing);
  }

  private Margins margins() {
    if (margins.size() == 1) {
      return Margins.all(margins.get(0));
    }
    if (margins.size() != 4) {
      throw new IllegalArgumentException(
          "margins must be one length, or four as top,right,bottom,left, but were " + margins);
    }
    return new Margins(margins.get(0), margins.get(1), margins.get(2), margins.get(3));
  }
}
