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
record Lesson(String name, int done, int all, @Nullable String error, @Nullable Learned learned) {
  /** Nothing was taught yet. */
  static final Lesson NONE = new Lesson("", 0, 0, null, null);

  /**
   * What came of it.
   *
   * @param nearest hand that it began as
   * @param missing letters and digits that were not drawn
   * @param borrowed marks by the hand that lent them
   * @param seconds that it took
   */
  record Learned(String nearest, String missing, Map<String, String> borrowed, double seconds) {}

  boolean isUnderWay() {
    return !name.isEmpty() && error == null && learned == null;
  }

  Lesson reached(int updates) {
    return new Lesson(name, updates, all, null, null);
  }

  Lesson failed(String why) {
    return new Lesson(name, done, all, why, null);
  }

  Lesson finished(Learned what) {
    return new Lesson(name, all, all, null, what);
  }
}
