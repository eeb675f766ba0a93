package ductus.music.abc.bar;

/**
 * What a bar line says.
 *
 * @param repeatEnd how many times more what ends here is played
 * @param repeatStart whether a repeat begins here
 * @param strong whether it is more than a plain bar line
 */
public record AbcBarLine(int repeatEnd, boolean repeatStart, boolean strong) {
  private static final int MOST_REPEATS = 8;

  /** The plain bar line. */
  public static final AbcBarLine PLAIN = new AbcBarLine(0, false, false);

  /** A double bar. */
  public static final AbcBarLine DOUBLE = new AbcBarLine(0, false, true);

  /**
   * Reads the signs of a bar line, in any order that people put them: {@code |}, {@code ||}, {@code
   * :|}, {@code |::}, {@code :||:} and so on. {@code :::} is {@code ::}. A repeat may end behind
   * another bar line, which may be invisible: {@code [|]:|}.
   *
   * @param signs of {@code | : [ ]}, with a {@code |} or two {@code :} among them
   */
  public static AbcBarLine parse(String signs) {
    int before = 0;
    while (before < signs.length() && signs.charAt(before) == ':') {
      before++;
    }
    if (before == signs.length()) {
      return new AbcBarLine(1, true, true);
    }
    String behind = signs.substring(signs.lastIndexOf(']') + 1);
    if (behind.endsWith("|")) {
      before = Math.max(before, behind.length() - behind.replaceFirst("^:+", "").length());
    }
    return new AbcBarLine(
        Math.min(MOST_REPEATS, before),
        signs.endsWith(":") || signs.contains("|:|"),
        !signs.equals("|"));
  }
}
