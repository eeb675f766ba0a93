package ductus.ink.read;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Files of ink made by hand, and ways to look at what was read. */
public final class InkSamples {
  private InkSamples() {}

  /** A sample by its name. */
  public static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(InkSamples.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** The pieces of a sample. */
  public static List<Handwriting> pieces(String name) throws BadFileException, IOException {
    return InkFile.read(path(name)).pieces();
  }

  /** The points of a piece, such as {@code 0,0 1,2.5 | 3,3}: strokes between bars. */
  public static String points(Handwriting piece) {
    return piece.strokes().stream()
        .map(
            stroke ->
                stroke.points().stream()
                    .map(InkSamples::coordinates)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | "));
  }

  private static String coordinates(PenPoint point) {
    return number(point.x()) + "," + number(point.y());
  }

  /** A number to three decimals. */
  private static String number(double value) {
    double rounded = Math.rint(value * 1000) / 1000;
    return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
  }

  /** Times of all points of a piece, in milliseconds. */
  public static List<Long> milliseconds(Handwriting piece) {
    return piece.strokes().stream()
        .flatMap(stroke -> stroke.points().stream())
        .map(point -> Math.round(point.seconds() * 1000))
        .toList();
  }

  /** Pressures of all points of a piece. */
  public static List<Double> pressures(Handwriting piece) {
    return piece.strokes().stream()
        .flatMap(stroke -> stroke.points().stream())
        .map(PenPoint::pressure)
        .toList();
  }
}
