package ductus.studio.write;

import java.util.List;
import java.util.Set;

/**
 * What a page that is being typed looks like is to be told.
 *
 * @param letter as it would be written now
 * @param desk names the open page, so that its newer requests end its older ones
 * @param have keys of lines that the page shows already
 */
record LiveRequest(WriteRequest letter, String desk, List<String> have) {
  private static final int LONGEST_NAME = 40;
  private static final int MOST_LINES = 5_000;

  LiveRequest {
    if (letter == null || desk == null || have == null) {
      throw new IllegalArgumentException("a letter, a desk and the lines it has must be named");
    }
    if (desk.length() > LONGEST_NAME || have.size() > MOST_LINES) {
      throw new IllegalArgumentException(
          "a desk must be called in %d characters and have %d lines at most"
              .formatted(LONGEST_NAME, MOST_LINES));
    }
    have = List.copyOf(have);
  }

  Set<String> known() {
    return Set.copyOf(have);
  }
}
