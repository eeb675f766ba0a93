package ductus.bench.contender;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a side did in its turn, as a line that its program prints.
 *
 * @param tokens trained on, or generated
 * @param seconds in all
 * @param typicalMicros median time of an update, or of a token generated
 * @param nats loss a token in the last update so far; 0 before the first
 */
public record Turn(long tokens, double seconds, double typicalMicros, double nats) {
  private static final Pattern LINE =
      Pattern.compile("turn: (\\d+) tokens ([0-9.]+) s ([0-9.]+) us ([0-9.]+|NaN|nan) nats");

  /** Reads a line; empty if it is something else that the program said. */
  public static Optional<Turn> parse(String line) {
    Matcher match = LINE.matcher(line.strip());
    return match.matches()
        ? Optional.of(
            new Turn(
                Long.parseLong(match.group(1)),
                Double.parseDouble(match.group(2)),
                Double.parseDouble(match.group(3)),
                number(match.group(4))))
        : Optional.empty();
  }

  private static double number(String text) {
    return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
  }

  public double tokensPerSecond() {
    return tokens / seconds;
  }

  /** The line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "turn: %d tokens %.6f s %.3f us %.4f nats",
        tokens,
        seconds,
        typicalMicros,
        nats);
  }
}
