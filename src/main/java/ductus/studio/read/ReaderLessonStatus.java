package ductus.studio.read;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How far the reader is with the lines that are right.
 *
 * @param begun whether there was a lesson
 * @param done updates
 * @param all updates that it takes
 * @param stopped whether somebody stopped it
 * @param error why it failed; null if it did not
 * @param learned what came of it; null until it is done
 */
record ReaderLessonStatus(
    boolean begun,
    int done,
    int all,
    boolean stopped,
    @Nullable String error,
    @Nullable ReaderLessonResult learned) {
  /** No lesson yet. */
  static final ReaderLessonStatus NONE = new ReaderLessonStatus(false, 0, 0, false, null, null);

  /**
   * What came of it; errors are shares of the characters.
   *
   * @param lines that were read
   * @param heldOut whether the lines that are measured by were not learned
   * @param useful whether anything of it was kept
   * @param ownBefore misread of one's lines before
   * @param ownAfter misread of them now
   * @param othersBefore misread of hands that ship before
   * @param othersAfter misread of them now
   * @param seconds that it took
   */
  record ReaderLessonResult(
      int lines,
      boolean heldOut,
      boolean useful,
      double ownBefore,
      double ownAfter,
      double othersBefore,
      double othersAfter,
      double seconds) {
    /** What {@code ductus reader adapt --json} says. */
    static ReaderLessonResult of(JsonObject said) {
      return new ReaderLessonResult(
          said.get("lines").getAsInt(),
          said.get("held_out").getAsBoolean(),
          said.get("share").getAsDouble() > 0,
          misread(said, "before", "own"),
          misread(said, "after", "own"),
          misread(said, "before", "sample"),
          misread(said, "after", "sample"),
          said.get("seconds").getAsDouble());
    }

    private static double misread(JsonObject said, String when, String what) {
      JsonObject errors = said.getAsJsonObject(when).getAsJsonObject(what);
      return errors.get("errors").getAsDouble() / errors.get("characters").getAsDouble();
    }
  }

  boolean isUnderWay() {
    return begun && !stopped && error == null && learned == null;
  }

  static ReaderLessonStatus reached(int done, int all) {
    return new ReaderLessonStatus(true, done, all, false, null, null);
  }

  ReaderLessonStatus stoppedThere() {
    return new ReaderLessonStatus(true, done, all, true, null, null);
  }

  ReaderLessonStatus failed(String why) {
    return new ReaderLessonStatus(true, done, all, false, why, null);
  }

  ReaderLessonStatus finished(ReaderLessonResult what) {
    return new ReaderLessonStatus(true, all, all, false, null, what);
  }
}
