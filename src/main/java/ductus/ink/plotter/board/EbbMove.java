package ductus.ink.plotter.board;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command of the EBB moves.
 *
 * @param milliseconds that it takes
 * @param right steps of the pen
 * @param down likewise
 */
record EbbMove(long milliseconds, int right, int down) {
  private static final Pattern MIXED = Pattern.compile("XM,(\\d{1,8}),(-?\\d{1,8}),(-?\\d{1,8})");
  private static final Pattern PEN = Pattern.compile("SP,[01],(\\d{1,8})(,\\d)?");
  private static final EbbMove NONE = new EbbMove(0, 0, 0);

  /** What a command moves; nothing if it is of another kind. */
  static EbbMove of(String command) {
    Matcher mixed = MIXED.matcher(command);
    if (mixed.matches()) {
      return new EbbMove(
          Long.parseLong(mixed.group(1)),
          Integer.parseInt(mixed.group(2)),
          Integer.parseInt(mixed.group(3)));
    }
    Matcher pen = PEN.matcher(command);
    return pen.matches() ? new EbbMove(Long.parseLong(pen.group(1)), 0, 0) : NONE;
  }
}
