package ductus.ink.layout;

import java.util.List;

/**
 * The words between two line breaks of a text.
 *
 * @param level of a heading from 1 (largest), of an item from 0 (outermost); else 0
 * @param words none in a gap; an item's first is its mark, such as {@code -} or {@code 12.}
 */
record Paragraph(Kind kind, int level, List<String> words) {
  /** The kinds of paragraphs. */
  enum Kind {
    TEXT,
    HEADING,
    ITEM,
    /** An empty line between paragraphs. */
    GAP
  }

  private static final List<Double> HEADING_SIZES = List.of(1.6, 1.35, 1.15);

  Paragraph {
    words = List.copyOf(words);
  }

  /** How many times as large as the text the paragraph is written. */
  double size() {
    return kind == Kind.HEADING ? HEADING_SIZES.get(level - 1) : 1;
  }
}
