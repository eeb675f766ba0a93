package ductus.task.handwriting.evaluation;

/**
 * Words of a text of which nothing is read: all of their characters are left out where the text and
 * what was read are laid side by side with the fewest edits.
 */
final class MissingWords {
  private final int[] written;
  private final int[] read;

  /** Edits between the first characters of both [written + 1][read + 1]. */
  private final int[][] edits;

  private MissingWords(String written, String read) {
    this.written = written.codePoints().toArray();
    this.read = read.codePoints().toArray();
    edits = new int[this.written.length + 1][this.read.length + 1];
    for (int i = 0; i <= this.written.length; i++) {
      for (int j = 0; j <= this.read.length; j++) {
        edits[i][j] = i == 0 ? j : j == 0 ? i : least(i, j);
      }
    }
  }

  private int least(int i, int j) {
    return Math.min(replaced(i, j), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
  }

  private int replaced(int i, int j) {
    return edits[i - 1][j - 1] + (written[i - 1] == read[j - 1] ? 0 : 1);
  }

  /** Number of words of a text that are missing in what was read. */
  static int of(String written, String read) {
    MissingWords sides = new MissingWords(written, read);
    boolean[] seen = sides.seen();
    int missing = 0;
    int unseen = 0;
    int length = 0;
    for (int i = 0; i <= seen.length; i++) {
      if (i == seen.length || sides.written[i] == ' ') {
        missing += length > 0 && unseen == length ? 1 : 0;
        unseen = 0;
        length = 0;
      } else {
        unseen += seen[i] ? 0 : 1;
        length++;
      }
    }
    return missing;
  }

  /**
   * The characters of the text that were read, rightly or not, going back along the fewest edits.
   */
  private boolean[] seen() {
    boolean[] seen = new boolean[written.length];
    int i = written.length;
    int j = read.length;
    while (i > 0 && j > 0) {
      if (edits[i][j] == replaced(i, j)) {
        seen[--i] = true;
        j--;
      } else if (edits[i][j] == 1 + edits[i - 1][j]) {
        i--;
      } else {
        j--;
      }
    }
    return seen;
  }
}
