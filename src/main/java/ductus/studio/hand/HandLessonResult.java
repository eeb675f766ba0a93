package ductus.studio.hand;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of teaching a hand.
 *
 * @param nearest hand that it began as
 * @param missing characters that were not drawn, or are not in the lines
 * @param borrowed marks by the hand that lent them
 * @param lines that it was learned from; 0 where characters were drawn
 * @param leftOut what could not be learned from, and why
 * @param seconds that it took
 */
record HandLessonResult(
    String nearest,
    String missing,
    Map<String, String> borrowed,
    int lines,
    List<String> leftOut,
    double seconds) {
  /** What {@code ductus hand add --json} says. */
  static HandLessonResult of(JsonObject said) {
    Map<String, String> borrowed = new TreeMap<>();
    said.getAsJsonObject("borrowed")
        .entrySet()
        .forEach(lent -> borrowed.put(lent.getKey(), lent.getValue().getAsString()));
    List<String> leftOut = new ArrayList<>();
    said.getAsJsonArray("left_out").forEach(each -> leftOut.add(each.getAsString()));
    return new HandLessonResult(
        said.getAsJsonObject("fit").get("nearest").getAsString(),
        said.get("missing").getAsString(),
        borrowed,
        said.get("lines").getAsInt(),
        leftOut,
        said.get("seconds").getAsDouble());
  }
}
