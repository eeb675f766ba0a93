package ductus.file;

/** What the values of a table stand between: commas, semicolons or tabs. */
public final class CsvSeparator {
  private static final String ALL = ",;\t";

  private CsvSeparator() {}

  /** The one that a table's first row has most of outside of quotes; else a comma. */
  public static char of(CharSequence firstRow) {
    int[] counts = new int[ALL.length()];
    boolean quoted = false;
    for (int i = 0; i < firstRow.length(); i++) {
      char c = firstRow.charAt(i);
      quoted ^= c == '"';
      int kind = ALL.indexOf(c);
      if (kind >= 0 && !quoted) {
        counts[kind]++;
      }
    }
    int most = 0;
    for (int kind = 1; kind < counts.length; kind++) {
      most = counts[kind] > counts[most] ? kind : most;
    }
    return ALL.charAt(most);
  }
}
