package ductus.ink.read.xml;

import ductus.file.BadFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The meaning of the values of an InkML trace's points: a channel each.
 *
 * @param channels in the order of the values
 * @param required how many of them every point has; the others may be missing at its end
 */
record TraceFormat(List<Channel> channels, int required) {
  /** The format where a document says nothing of it: X and Y. */
  static final TraceFormat DEFAULT =
      new TraceFormat(List.of(Channel.plain("X"), Channel.plain("Y")), 2);

  private static final Map<String, Double> MILLIMETERS =
      Map.of("m", 1000.0, "cm", 10.0, "mm", 1.0, "in", 25.4, "pt", 25.4 / 72, "pc", 25.4 / 6);

  private static final Map<String, Double> SECONDS =
      Map.of("s", 1.0, "ms", 1e-3, "us", 1e-6, "ns", 1e-9);

  TraceFormat {
    channels = List.copyOf(channels);
  }

  /**
   * A channel: one value of each point.
   *
   * @param name X, Y, T for time, F for force, or another that is passed over
   * @param units as the document names them, or empty
   * @param reversed whether values grow the other way than InkML's own: X right, Y down
   * @param most largest value; NaN where unknown
   */
  record Channel(String name, String units, boolean reversed, double most) {
    static Channel plain(String name) {
      return new Channel(name, "", false, Double.NaN);
    }

    static Channel of(XmlElement channel) throws BadFileException {
      return new Channel(
          channel.attribute("name").orElse(""),
          channel.attribute("units").orElse(""),
          channel.attribute("orientation").orElse("").startsWith("-"),
          channel.number("max", Double.NaN));
    }
  }

  /** Reads the format that a {@code traceFormat} element describes. */
  static TraceFormat of(XmlElement element) throws BadFileException {
    List<Channel> channels = channels(element);
    int required = channels.size();
    for (XmlElement intermittent : element.children("intermittentChannels").toList()) {
      channels.addAll(channels(intermittent));
    }
    TraceFormat format = new TraceFormat(channels, required);
    if (format.index("X") < 0 || format.index("Y") < 0) {
      throw element.error("a trace format must have channels X and Y but lacks one");
    }
    return format;
  }

  private static List<Channel> channels(XmlElement parent) throws BadFileException {
    List<Channel> channels = new ArrayList<>();
    for (XmlElement channel : parent.children("channel").toList()) {
      channels.add(Channel.of(channel));
    }
    return channels;
  }

  /**
   * The place of a point to the right: millimeters where both axes have known units, else as it
   * stands.
   */
  double x(double[] values) {
    return length("X", values);
  }

  /** The place of a point upwards, in the unit of x. */
  double y(double[] values) {
    return -length("Y", values);
  }

  /**
   * The time of a point since whatever moment the document counts from; NaN where unknown. Plain
   * time is in ms.
   */
  double seconds(double[] values) {
    int index = index("T");
    return index < 0
        ? Double.NaN
        : values[index] * SECONDS.getOrDefault(channels.get(index).units(), 1e-3);
  }

  /**
   * The pressure of a point from 0 to 1; where the largest force is not known, a force up to 1 as
   * it is, else NaN.
   */
  double pressure(double[] values) {
    int index = index("F");
    if (index < 0) {
      return Double.NaN;
    }
    double most = channels.get(index).most();
    if (most > 0) {
      return values[index] / most;
    }
    return values[index] <= 1 ? values[index] : Double.NaN;
  }

  private double length(String name, double[] values) {
    Channel channel = channels.get(index(name));
    double value = channel.reversed() ? -values[index(name)] : values[index(name)];
    Double x = MILLIMETERS.get(channels.get(index("X")).units());
    Double y = MILLIMETERS.get(channels.get(index("Y")).units());
    if (x == null || y == null) {
      return value;
    }
    return value * (name.equals("X") ? x : y);
  }

  private int index(String name) {
    for (int i = 0; i < channels.size(); i++) {
      if (channels.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
