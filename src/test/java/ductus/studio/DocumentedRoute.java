package ductus.studio;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of {@code src/docs/routes.md}: something that a server can be asked for, as an example.
 *
 * @param method of HTTP
 * @param path below the secret path
 * @param takes the rest of the address, or the body; both with places such as {@code
 *     FILE(tune.mid)}
 * @param by simple name of the class that answers
 */
public record DocumentedRoute(String method, String path, String takes, String by) {
  static final Path TABLE = Path.of("src/docs/routes.md");

  private static final Pattern ROW =
      Pattern.compile("\\| `(GET|POST) (/[^ ?`]*)[ ?]?([^`]*)` \\| `(\\w+)` \\| .*");
  private static final Pattern PLACE = Pattern.compile("\\b([A-Z]+)\\(([^)]*)\\)");

  /** A place for a value, by its kind, with an example. */
  record Place(String kind, String example) {
    static Place of(MatchResult match) {
      return new Place(match.group(1), match.group(2));
    }
  }

  /** The rows below a heading, up to the next one. */
  public static List<DocumentedRoute> below(String heading) throws IOException {
    List<DocumentedRoute> rows = new ArrayList<>();
    boolean wanted = false;
    for (String line : Files.readAllLines(TABLE)) {
      wanted = line.startsWith("## ") ? line.startsWith("## " + heading) : wanted;
      Matcher row = ROW.matcher(line);
      if (wanted && row.matches()) {
        rows.add(new DocumentedRoute(row.group(1), row.group(2), row.group(3), row.group(4)));
      }
    }
    return rows;
  }

  ServedRoute served() {
    return new ServedRoute(method, path, by);
  }

  boolean isPost() {
    return method.equals("POST");
  }

  /** The places in it, in their order. */
  List<Place> places() {
    return PLACE.matcher(takes).results().map(Place::of).toList();
  }

  /** What it takes, all as in the examples but for one place, whose value is given. */
  String with(int number, String value) {
    int[] count = {0};
    UnaryOperator<String> written =
        isPost()
            ? text -> new JsonPrimitive(text).toString()
            : text -> URLEncoder.encode(text, StandardCharsets.UTF_8);
    return PLACE
        .matcher(takes)
        .replaceAll(
            match -> {
              Place place = Place.of(match);
              boolean here = count[0] == number;
              count[0]++;
              String text = here ? value : place.example();
              boolean raw = isPost() && place.kind().equals("N");
              return Matcher.quoteReplacement(raw ? text : written.apply(text));
            });
  }

  /** What it takes, where one place has a value that stands as it is written. */
  String withRaw(int number, String raw) {
    return with(number, "0RAW0").replace(isPost() ? "\"0RAW0\"" : "0RAW0", raw);
  }

  /** What it takes without the parameter or field of a place. */
  String without(int number) {
    String marked = with(number, "0GONE0");
    return isPost()
        ? marked.replaceFirst("(\"\\w+\":)?\"?0GONE0\"?(:1)?,?", "").replaceAll(",([}\\]])", "$1")
        : marked.replaceFirst("\\w+=0GONE0&?", "");
  }
}
