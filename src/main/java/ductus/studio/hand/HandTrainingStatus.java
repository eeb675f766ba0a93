package ductus.studio.hand;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the model is with a hand.
 *
 * @param name of the hand; empty where none was taught yet
 * @param done updates
 * @param all updates that it takes
 * @param error why it failed; null if it did not
 * @param learned what came of it; null until it is done
 */
record HandTrainingStatus(
    String name, int done, int all, @Nullable String error, @Nullable TrainingResult learned) {
  /** Nothing was taught yet. */
  static final HandTrainingStatus NONE = new HandTrainingStatus("", 0, 0, null, null);

  /**
   * What came of it.
   *
   * @param nearest hand that it began as
   * @param missing letters and digits that were not drawn
   * @param borrowed marks by the hand that lent them
   * @param seconds that it took
   */
  record TrainingResult(
      String nearest, String missing, Map<String, String> borrowed, double seconds) {}

  boolean isUnderWay() {
    return !name.isEmpty() && error == null && learned == null;
  }

  HandTrainingStatus reached(int updates) {
    return new HandTrainingStatus(name, updates, all, null, null);
  }

  HandTrainingStatus failed(String why) {
    return new HandTrainingStatus(name, done, all, why, null);
  }

  HandTrainingStatus finished(TrainingResult what) {
    return new HandTrainingStatus(name, all, all, null, what);
  }
}
