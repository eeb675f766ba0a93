package ductus.ink.layout;

import java.util.List;

/** A line that is written and will stay so. */
record SetLine(List<WrittenWord> words) {
  SetLine {
    words = List.copyOf(words);
  }
}
