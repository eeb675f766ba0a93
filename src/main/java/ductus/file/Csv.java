package ductus.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of values between commas; those with a comma, a quote or a line break are quoted. */
public final class Csv {
  private static final MathContext DIGITS = new MathContext(8);

  /** Numbers of this size and above are written with an exponent. */
  private static final double PLAIN = 1e15;

  private Csv() {}

  public static String line(List<String> values) {
    return values.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String value) {
    return value.matches("[^,\"\\r\\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** A number written to eight digits; nothing where it is none. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    // Else 820 would be 8.2E+2.
    return Math.abs(value) < PLAIN && rounded.scale() < 0
        ? rounded.toPlainString()
        : rounded.toString();
  }

  /**
   * Reads a number that {@link #number} wrote.
   *
   * @throws NumberFormatException if it is not a number
   */
  public static double parse(String value) {
    return value.isEmpty() ? Double.NaN : Double.parseDouble(value);
  }

  /** Reads the values of each line that is not empty. */
  public static List<List<String>> lines(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        value.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
        value.append(c);
      } else if (c != '\r') {
        line.add(value.toString());
        value.setLength(0);
        if (c == '\n') {
          end(line, lines);
          line = new ArrayList<>();
        }
      }
    }
    line.add(value.toString());
    end(line, lines);
    return lines;
  }

  private static void end(List<String> line, List<List<String>> lines) {
    if (line.size() > 1 || !line.get(0).isEmpty()) {
      lines.add(line);
    }
  }
}
