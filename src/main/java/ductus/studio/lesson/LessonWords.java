package ductus.studio.lesson;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command with {@code --json} prints, line by line: how far it is, complaints, and its
 * result at last.
 */
public record LessonWords(List<String> lines) {
  private static final Pattern REACHED = Pattern.compile(".*: (\\d{1,9}) of (\\d{1,9}) \\(.*");
  private static final String COMPLAINT = "ductus: ";

  public LessonWords {
    lines = List.copyOf(lines);
  }

  /** All that a process has said. */
  public static LessonWords of(String said) {
    return new LessonWords(said.lines().toList());
  }

  /** The updates that it reached as it last said. */
  public int reached() {
    int reached = 0;
    for (String line : lines) {
      Matcher matcher = REACHED.matcher(line);
      if (matcher.matches()) {
        reached = Integer.parseInt(matcher.group(1));
      }
    }
    return reached;
  }

  /** What it complained of last; empty if it did not. */
  public Optional<String> complaint() {
    return lines.stream()
        .filter(line -> line.startsWith(COMPLAINT))
        .reduce((first, second) -> second)
        .map(line -> line.substring(COMPLAINT.length()));
  }

  /** Its result; empty where it has none. */
  public Optional<JsonObject> result() {
    int begin = lines.lastIndexOf("{");
    int end = lines.lastIndexOf("}");
    if (begin < 0 || end < begin) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          JsonParser.parseString(String.join("\n", lines.subList(begin, end + 1)))
              .getAsJsonObject());
    } catch (JsonParseException | IllegalStateException broken) {
      return Optional.empty();
    }
  }
}
