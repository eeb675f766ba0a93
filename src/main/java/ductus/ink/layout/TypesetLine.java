package ductus.ink.layout;

import java.util.List;

/** A line that is written and will stay so. */
record TypesetLine(List<WrittenWord> words) {
  TypesetLine {
    words = List.copyOf(words);
  }
}
