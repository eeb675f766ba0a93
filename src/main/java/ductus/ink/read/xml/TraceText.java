package ductus.ink.read.xml;

import ductus.file.BadFileException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an InkML trace, point by point: points between commas, a value for each channel.
 * {@code '} before a value says that from now on the channel's values are differences, {@code "}
 * differences of differences, {@code !} values again; {@code *} repeats what was written last,
 * {@code ?} is unknown, {@code T} and {@code F} are 1 and 0 (InkML, section 3.3.1).
 */
final class TraceText {
  private static final Pattern VALUE =
      Pattern.compile(
          "\\s*([!'\"]?)\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|#[0-9A-Fa-f]{1,15}|[TF*?])\\s*");

  private final XmlElement trace;
  private final TraceFormat format;
  private final Matcher matcher;
  private final int size;
  private int position;
  private int points;

  /** Order of difference that each channel is written in: {@code !}, {@code '} or {@code "}. */
  private final char[] modes;

  private final double[] values;
  private final double[] differences;
  private final double[] written;

  TraceText(XmlElement trace, TraceFormat format) {
    this.trace = trace;
    this.format = format;
    this.matcher = VALUE.matcher(trace.text());
    this.size = trace.text().length();
    int channels = format.channels().size();
    this.modes = new char[channels];
    Arrays.fill(modes, '!');
    this.values = new double[channels];
    this.differences = new double[channels];
    this.written = new double[channels];
  }

  /** Whether another point follows; empty points are passed over. */
  boolean hasNext() {
    while (position < size && isBlank(trace.text().charAt(position))) {
      position++;
    }
    return position < size;
  }

  private static boolean isBlank(char c) {
    return c == ',' || Character.isWhitespace(c);
  }

  /** Reads the values of the next point, NaN where unknown; the array is new. */
  double[] next() throws BadFileException {
    points++;
    double[] point = new double[values.length];
    Arrays.fill(point, Double.NaN);
    int channel = 0;
    while (position < size && trace.text().charAt(position) != ',') {
      matcher.region(position, size);
      if (!matcher.lookingAt()) {
        throw error("has '" + excerpt() + "', which is no value");
      }
      if (channel == values.length) {
        throw error("must have at most " + channel + " values but has more");
      }
      point[channel] = value(channel, matcher.group(1), matcher.group(2));
      position = matcher.end();
      channel++;
    }
    position++;
    if (channel < format.required()) {
      throw error("must have " + format.required() + " values but has " + channel);
    }
    return point;
  }

  private double value(int channel, String prefix, String text) {
    if (text.equals("?")) {
      return Double.NaN;
    }
    if (!prefix.isEmpty()) {
      modes[channel] = prefix.charAt(0);
    }
    double number = text.equals("*") ? written[channel] : number(text);
    written[channel] = number;
    if (modes[channel] == '!') {
      differences[channel] = number - values[channel];
      values[channel] = number;
    } else {
      differences[channel] = modes[channel] == '"' ? differences[channel] + number : number;
      values[channel] += differences[channel];
    }
    return values[channel];
  }

  private static double number(String text) {
    return switch (text.charAt(0)) {
      case 'T' -> 1;
      case 'F' -> 0;
      case '#' -> Long.parseLong(text.substring(1), 16);
      default -> Double.parseDouble(text);
    };
  }

  private String excerpt() {
    return trace.text().substring(position, Math.min(size, position + 12)).strip();
  }

  private BadFileException error(String reason) {
    return trace.error("point " + points + " of the trace " + reason);
  }
}
