package ductus.ink.read;

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
 */
record UnipenSegment(
    String level,
    String extent,
    Optional<String> label,
    Optional<String> writer,
    int first,
    int line) {
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,7})(?::(\\d{1,7}))?(?:-(\\d{1,7})(?::(\\d{1,7}))?)?");
  private static final Pattern ARGUMENTS = Pattern.compile("(\\S+)\\s*([^\"]*?)(?:\"(.*)\")?\\s*");

  /** Reads the arguments of a segment. */
  static UnipenSegment of(
      String arguments, Optional<String> writer, int first, int line, InkSource source)
      throws BadFileException {
    Matcher matcher = ARGUMENTS.matcher(arguments.strip());
    if (!matcher.matches()) {
      throw source.error("line " + line, ".SEGMENT must name a level but has nothing");
    }
    String extent = matcher.group(2).strip().split("\\s+", 2)[0];
    return new UnipenSegment(
        matcher.group(1),
        extent.isEmpty() ? "?" : extent,
        Optional.ofNullable(matcher.group(3)).filter(label -> !label.isEmpty()),
        writer,
        first,
        line);
  }

  UnipenSegment writtenBy(String name) {
    return new UnipenSegment(level, extent, label, Optional.of(name), first, line);
  }

  /**
   * The strokes that the segment is made of.
   *
   * @param components one a pen-down; empty where the pen was up
   * @param next component after those that {@code ?} stands for
   */
  List<Stroke> strokes(List<Optional<Stroke>> components, int next, InkSource source)
      throws BadFileException {
    List<Stroke> strokes = new ArrayList<>();
    if (extent.equals("?")) {
      components.subList(first, next).forEach(component -> component.ifPresent(strokes::add));
      return strokes;
    }
    for (String part : extent.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        throw source.error(
            "line " + line, "a segment must be such as 3-4 but was '" + extent + "'");
      }
      add(range, components, strokes, source);
    }
    return strokes;
  }

  private void add(
      Matcher range, List<Optional<Stroke>> components, List<Stroke> strokes, InkSource source)
      throws BadFileException {
    int from = Integer.parseInt(range.group(1));
    int to = range.group(3) == null ? from : Integer.parseInt(range.group(3));
    if (from > to || to >= components.size()) {
      throw source.error(
          "line " + line,
          "a segment must be of components 0 to %d but was '%s'"
              .formatted(components.size() - 1, extent));
    }
    for (int i = from; i <= to; i++) {
      Optional<Stroke> component = components.get(i);
      if (component.isPresent()) {
        int size = component.get().points().size();
        int start = i == from ? point(range.group(2), 0, size) : 0;
        int end = i == to ? point(range.group(4), size - 1, size) : size - 1;
        if (start <= end) {
          strokes.add(new Stroke(component.get().points().subList(start, end + 1)));
        }
      }
    }
  }

  @SuppressWarnings("NullAway") // A group that did not match is null.
  private static int point(String text, int otherwise, int size) {
    return text == null ? otherwise : Math.min(Integer.parseInt(text), size - 1);
  }
}
