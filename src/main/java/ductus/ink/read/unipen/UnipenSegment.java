package ductus.ink.read.unipen;

import ductus.file.BadFileException;
import ductus.ink.Stroke;
import ductus.ink.read.source.InkSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A labeled part of a UNIPEN file: {@code .SEGMENT CHARACTER 3-4 OK "a"}.
 *
 * @param level such as CHARACTER or WORD
 * @param extent the components (pen-downs) that it is made of: {@code 3-4}, {@code 3,5}, or with
 *     points {@code 3:10-4:7}; or {@code ?}, which stands for all up to the next segment
 * @param label what it says
 * @param first component that comes after its line
 * @param place of its line, for complaints
 */
record UnipenSegment(
    String level,
    String extent,
    Optional<String> label,
    Optional<String> writer,
    int first,
    String place) {
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,7})(?::(\\d{1,7}))?(?:-(\\d{1,7})(?::(\\d{1,7}))?)?");
  private static final Pattern ARGUMENTS =
      Pattern.compile("(\\S++)\\s*+([^\"]*+)(?:\"((?:[^\"\\\\]|\\\\.)*+)\".*)?");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  /** Reads the arguments of a segment. */
  static UnipenSegment of(
      String arguments, Optional<String> writer, int first, String place, InkSource source)
      throws BadFileException {
    Matcher matcher = ARGUMENTS.matcher(arguments.strip());
    if (!matcher.matches()) {
      throw source.error(
          place,
          arguments.isBlank()
              ? ".SEGMENT must name a level but has nothing"
              : ".SEGMENT must end with a label in quotes but is '" + arguments.strip() + "'");
    }
    String extent = matcher.group(2).strip().split("\\s+", 2)[0];
    return new UnipenSegment(
        matcher.group(1),
        extent.isEmpty() ? "?" : extent,
        Optional.ofNullable(matcher.group(3))
            .map(label -> ESCAPED.matcher(label).replaceAll("$1"))
            .filter(label -> !label.isEmpty()),
        writer,
        first,
        place);
  }

  UnipenSegment writtenBy(String name) {
    return new UnipenSegment(level, extent, label, Optional.of(name), first, place);
  }

  /**
   * The strokes that the segment is made of.
   *
   * @param components strokes of each: one of a pen-down as a rule, none where the pen was up
   * @param next component after those that {@code ?} stands for
   */
  List<Stroke> strokes(List<List<Stroke>> components, int next, InkSource source)
      throws BadFileException {
    List<Stroke> strokes = new ArrayList<>();
    if (extent.equals("?")) {
      components.subList(first, next).forEach(strokes::addAll);
      return strokes;
    }
    for (String part : extent.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        throw source.error(place, "a segment must be such as 3-4 but was '" + extent + "'");
      }
      add(range, components, strokes, source);
    }
    return strokes;
  }

  private void add(
      Matcher range, List<List<Stroke>> components, List<Stroke> strokes, InkSource source)
      throws BadFileException {
    int from = Integer.parseInt(range.group(1));
    int to = range.group(3) == null ? from : Integer.parseInt(range.group(3));
    if (from > to || to >= components.size()) {
      throw source.error(
          place,
          "a segment must be of components 0 to %d but was '%s'"
              .formatted(components.size() - 1, extent));
    }
    for (int i = from; i <= to; i++) {
      List<Stroke> component = components.get(i);
      int size = component.stream().mapToInt(stroke -> stroke.points().size()).sum();
      int start = i == from ? point(range.group(2), 0, size) : 0;
      int end = i == to ? point(range.group(4), size - 1, size) : size - 1;
      add(component, start, end, strokes);
    }
  }

  /** Adds the points of a component from one to another, both included. */
  private static void add(List<Stroke> component, int start, int end, List<Stroke> strokes) {
    int first = 0;
    for (Stroke stroke : component) {
      int size = stroke.points().size();
      int from = Math.max(0, start - first);
      int to = Math.min(size, end + 1 - first);
      if (from < to) {
        strokes.add(new Stroke(stroke.points().subList(from, to)));
      }
      first += size;
    }
  }

  @SuppressWarnings("NullAway") // A group that did not match is null.
  private static int point(String text, int otherwise, int size) {
    return text == null ? otherwise : Math.min(Integer.parseInt(text), size - 1);
  }
}
