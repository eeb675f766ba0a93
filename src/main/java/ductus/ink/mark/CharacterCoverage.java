package ductus.ink.mark;

import ductus.ink.hand.Characters;
import java.io.Serializable;
import java.util.Set;

/**
 * How a hand comes by the characters of Western languages.
 *
 * @param learned that were learned, with their marks
 * @param composed that are put together of letters, marks and symbols
 * @param missing that cannot be written
 */
public record CharacterCoverage(String learned, String composed, String missing)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Beside ASCII and the rest of Latin-1. */
  private static final String OTHERS =
      "ĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲų"
          + "ŴŵŶŷŸŹźŻżŽžȘșȚțẞ‘’‚“”„‹›–—…•†‡‰′″€™←↑→↓⇒−√∞≈≠≤≥";

  /** Sorts the characters. */
  public static CharacterCoverage of(Set<Integer> learned, Symbols symbols) {
    Set<Integer> writable = symbols.writable(learned);
    Set<Integer> own = symbols.withoutSigns(learned);
    StringBuilder known = new StringBuilder();
    StringBuilder composed = new StringBuilder();
    StringBuilder missing = new StringBuilder();
    for (int character : western()) {
      int[] parts =
          Characters.plain(Character.toString(character), symbols.characters())
              .codePoints()
              .toArray();
      StringBuilder list = known;
      for (int i = 0; i < parts.length; i++) {
        if (!writable.contains(parts[i])) {
          list = missing;
        } else if (list == known
            && (!own.contains(parts[i])
                || (i > 0 && Symbols.form(parts[i - 1], parts[i]) != parts[i]))) {
          list = composed;
        }
      }
      list.appendCodePoint(character);
    }
    return new CharacterCoverage(known.toString(), composed.toString(), missing.toString());
  }

  private static int[] western() {
    StringBuilder western = new StringBuilder();
    for (char c = '!'; c <= '~'; c++) {
      western.append(c);
    }
    for (char c = '¡'; c <= 'ÿ'; c++) {
      // The soft hyphen is not written.
      western.append(c == '\u00AD' ? "" : Character.toString(c));
    }
    return western.append(OTHERS).codePoints().toArray();
  }
}
