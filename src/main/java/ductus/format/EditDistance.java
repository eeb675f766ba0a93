package ductus.format;

import java.util.List;

/** How many parts one has to insert, leave out or replace to make one sequence of another. */
public final class EditDistance {
  private EditDistance() {}

  /** The least number for texts (Levenshtein 1966), in code points. */
  public static int of(String from, String to) {
    return of(from.codePoints().boxed().toList(), to.codePoints().boxed().toList());
  }

  /** The least number for lists. */
  public static <T> int of(List<T> from, List<T> to) {
    int[] row = new int[to.size() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.get(i - 1).equals(to.get(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.size()];
  }
}
