package ductus.studio.hand;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import ductus.studio.hand.HandTrainingStatus.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the command {@code ductus hand add --json} prints, line by line: how far it is, complaints,
 * and its result at last.
 */
record LessonWords(List<String> lines) {
  private static final Pattern REACHED = Pattern.compile(".*: (\\d{1,9}) of (\\d{1,9}) \\(.*");
  private static final String COMPLAINT = "ductus: ";

  LessonWords {
    lines = List.copyOf(lines);
  }

  static LessonWords of(String said) {
    return new LessonWords(said.lines().toList());
  }

  /** The updates that it reached as it last said. */
  int reached() {
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
  Optional<String> complaint() {
    return lines.stream()
        .filter(line -> line.startsWith(COMPLAINT))
        .reduce((first, second) -> second)
        .map(line -> line.substring(COMPLAINT.length()));
  }

  /** Its result; empty where it has none. */
  Optional<TrainingResult> result() {
    int begin = lines.lastIndexOf("{");
    int end = lines.lastIndexOf("}");
    if (begin < 0 || end < begin) {
      return Optional.empty();
    }
    try {
      JsonObject json =
          JsonParser.parseString(String.join("\n", lines.subList(begin, end + 1)))
              .getAsJsonObject();
      return json.has("fit") ? Optional.of(result(json)) : Optional.empty();
    } catch (JsonParseException | IllegalStateException broken) {
      return Optional.empty();
    }
  }

  private static TrainingResult result(JsonObject json) {
    Map<String, String> borrowed = new TreeMap<>();
    json.getAsJsonObject("borrowed")
        .entrySet()
        .forEach(lent -> borrowed.put(lent.getKey(), lent.getValue().getAsString()));
    List<String> leftOut = new ArrayList<>();
    for (JsonElement each : json.getAsJsonArray("left_out")) {
      leftOut.add(each.getAsString());
    }
    return new TrainingResult(
        json.getAsJsonObject("fit").get("nearest").getAsString(),
        json.get("missing").getAsString(),
        borrowed,
        json.get("lines").getAsInt(),
        leftOut,
        json.get("seconds").getAsDouble());
  }
}
