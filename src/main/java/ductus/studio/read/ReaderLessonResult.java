package ductus.studio.read;

import com.google.gson.JsonObject;

/**
 * What came of teaching a reader; errors are shares of the characters.
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
