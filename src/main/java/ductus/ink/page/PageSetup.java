package ductus.ink.page;

import ductus.picture.SvgDocument;

/**
 * The settings of a page. Lengths in mm.
 *
 * @param paper its size
 * @param margins what stays free around the writing
 * @param xHeight height of a small letter such as x
 * @param lineSpacing from baseline to baseline; on squared paper rounded up to whole squares
 * @param ruling what the paper has, or seems to have, printed on it
 * @param drawn whether the ruling is drawn, or only followed because the paper has it
 * @param alignment where lines begin and end
 * @param headSpace more that stays free at the top of the first page
 */
public record PageSetup(
    Paper paper,
    Margins margins,
    double xHeight,
    double lineSpacing,
    Ruling ruling,
    boolean drawn,
    Alignment alignment,
    double headSpace) {
  /** Distance of lines that neither touch nor fall apart, in x-heights. */
  private static final double SPACING = 3.2;

  private static final double DEFAULT_X_HEIGHT = 2.5;
  private static final double SMALLEST_X_HEIGHT = 0.5;
  private static final double LARGEST_X_HEIGHT = 100;
  private static final double LEAST_SPACING = 1.5;

  /** The places where lines begin and end. Headings and list items are never set as a block. */
  public enum Alignment {
    LEFT,
    CENTER,
    RIGHT,
    /** Lines fill the width by wider spaces between words, but for the last line of a paragraph. */
    BLOCK
  }

  /** The lines that are printed on paper to write by. */
  public enum Ruling {
    /** Plain paper, with nothing printed. */
    PLAIN,

    /** Paper with a line under each line of writing. */
    RULED,

    /** Paper with squares of 5 mm; lines of writing stand on them. */
    SQUARED;

    /** Side of a square, in mm. */
    public static final double SQUARE = 5;
  }

  public PageSetup {
    if (!(xHeight >= SMALLEST_X_HEIGHT) || !(xHeight <= LARGEST_X_HEIGHT)) {
      throw new IllegalArgumentException(
          "the x-height must be %s to %s mm but was %s"
              .formatted(
                  SvgDocument.number(SMALLEST_X_HEIGHT),
                  SvgDocument.number(LARGEST_X_HEIGHT),
                  xHeight));
    }
    if (!(lineSpacing >= LEAST_SPACING * xHeight) || Double.isInfinite(lineSpacing)) {
      throw new IllegalArgumentException(
          "line spacing must be at least %s x-heights (%s mm) but was %s mm"
              .formatted(
                  SvgDocument.number(LEAST_SPACING),
                  SvgDocument.number(LEAST_SPACING * xHeight),
                  lineSpacing));
    }
    if (!(headSpace >= 0) || Double.isInfinite(headSpace)) {
      throw new IllegalArgumentException("head space must be 0 mm or more but was " + headSpace);
    }
  }

  /**
   * Returns the setup of plain paper, an x-height of 2.5 mm, lines from the left, margins that suit
   * the paper.
   */
  public static PageSetup on(Paper paper) {
    return new PageSetup(
        paper,
        Margins.on(paper),
        DEFAULT_X_HEIGHT,
        SPACING * DEFAULT_X_HEIGHT,
        Ruling.PLAIN,
        false,
        Alignment.LEFT,
        0);
  }

  /** Width of the writing between the margins. */
  public double textWidth() {
    return paper.width() - margins.left() - margins.right();
  }

  /** Returns this setup with other margins. */
  public PageSetup withMargins(Margins other) {
    return new PageSetup(paper, other, xHeight, lineSpacing, ruling, drawn, alignment, headSpace);
  }

  /** Returns this setup with another x-height, and lines as far apart as suits it. */
  public PageSetup withXHeight(double other) {
    return new PageSetup(
        paper, margins, other, SPACING * other, ruling, drawn, alignment, headSpace);
  }

  /** Returns this setup with lines closer or farther apart. */
  public PageSetup withLineSpacing(double other) {
    return new PageSetup(paper, margins, xHeight, other, ruling, drawn, alignment, headSpace);
  }

  /** Returns this setup on paper with another ruling; see the record's parameters. */
  public PageSetup withRuling(Ruling other, boolean isDrawn) {
    return new PageSetup(
        paper, margins, xHeight, lineSpacing, other, isDrawn, alignment, headSpace);
  }

  /** Returns this setup with lines that begin and end elsewhere. */
  public PageSetup withAlignment(Alignment other) {
    return new PageSetup(paper, margins, xHeight, lineSpacing, ruling, drawn, other, headSpace);
  }

  /** Returns this setup with another space above the first page's writing. */
  public PageSetup withHeadSpace(double other) {
    return new PageSetup(paper, margins, xHeight, lineSpacing, ruling, drawn, alignment, other);
  }
}
