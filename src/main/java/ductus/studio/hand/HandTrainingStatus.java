package ductus.studio.hand;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the model is with a hand.
 *
 * @param name of the hand; empty where none was taught yet
 * @param done updates
 * @param all updates that it takes
 * @param stopped whether somebody stopped it
 * @param error why it failed; null if it did not
 * @param learned what came of it; null until it is done
 */
record HandTrainingStatus(
    String name,
    int done,
    int all,
    boolean stopped,
    @Nullable String error,
    @Nullable TrainingResult learned) {
  /** Nothing was taught yet. */
  static final HandTrainingStatus NONE = begun("", 0);

  /**
   * What came of it.
   *
   * @param nearest hand that it began as
   * @param missing characters that were not drawn, or are not in the lines
   * @param borrowed marks by the hand that lent them
   * @param lines that it was learned from; 0 where characters were drawn
   * @param leftOut what could not be learned from, and why
   * @param seconds that it took
   */
  record TrainingResult(
      String nearest,
      String missing,
      Map<String, String> borrowed,
      int lines,
      List<String> leftOut,
      double seconds) {
    /** What {@code ductus hand add --json} says. */
    static TrainingResult of(JsonObject said) {
      Map<String, String> borrowed = new TreeMap<>();
      said.getAsJsonObject("borrowed")
          .entrySet()
          .forEach(lent -> borrowed.put(lent.getKey(), lent.getValue().getAsString()));
      List<String> leftOut = new ArrayList<>();
      said.getAsJsonArray("left_out").forEach(each -> leftOut.add(each.getAsString()));
      return new TrainingResult(
          said.getAsJsonObject("fit").get("nearest").getAsString(),
          said.get("missing").getAsString(),
          borrowed,
          said.get("lines").getAsInt(),
          leftOut,
          said.get("seconds").getAsDouble());
    }
  }

  static HandTrainingStatus begun(String name, int all) {
    return new HandTrainingStatus(name, 0, all, false, null, null);
  }

  boolean isUnderWay() {
    return !name.isEmpty() && !stopped && error == null && learned == null;
  }

  HandTrainingStatus reached(int updates) {
    return new HandTrainingStatus(name, updates, all, false, null, null);
  }

  HandTrainingStatus stoppedThere() {
    return new HandTrainingStatus(name, done, all, true, null, null);
  }

  HandTrainingStatus failed(String why) {
    return new HandTrainingStatus(name, done, all, false, why, null);
  }

  HandTrainingStatus finished(TrainingResult what) {
    return new HandTrainingStatus(name, all, all, false, null, what);
  }
}
