package ductus.ink.layout;

import ductus.ink.layout.Paragraph.Kind;
import ductus.ink.page.PageSetup;

/** The room between the margins, and what each paragraph has of it. */
record Column(PageSetup setup) {
  /** Distance by which a list within a list moves to the right, in x-heights of the text. */
  private static final double LEVEL = 2.2;

  /** Height of a paragraph's x, in mm. */
  double xHeight(Paragraph paragraph) {
    return setup.xHeight() * paragraph.size();
  }

  /** The place where a paragraph begins, its mark included: mm from the left margin. */
  double indent(Paragraph paragraph) {
    return paragraph.kind() == Kind.ITEM ? paragraph.level() * LEVEL * setup.xHeight() : 0;
  }

  /** Width of an item's mark with the space behind it, in x-heights; 0 for other paragraphs. */
  double mark(Paragraph paragraph) {
    if (paragraph.kind() != Kind.ITEM) {
      return 0;
    }
    String mark = paragraph.words().get(0);
    return mark.equals("-") ? 1.9 : 1 + 0.85 * mark.length();
  }

  /** Width of a paragraph's lines without its mark, in its x-heights. */
  double width(Paragraph paragraph) {
    return (setup.textWidth() - indent(paragraph)) / xHeight(paragraph) - mark(paragraph);
  }
}
