package ductus.studio.lesson;

import org.jspecify.annotations.Nullable;

/**
 * How far a model is with a lesson.
 *
 * @param <R> what comes of it
 * @param name of what is learned; empty where there was no lesson yet
 * @param done updates
 * @param all updates that it takes
 * @param stopped whether somebody stopped it
 * @param error why it failed; null if it did not
 * @param learned what came of it; null until it is done
 */
public record LessonStatus<R>(
    String name, int done, int all, boolean stopped, @Nullable String error, @Nullable R learned) {
  /** No lesson yet. */
  static <R> LessonStatus<R> none() {
    return new LessonStatus<>("", 0, 0, false, null, null);
  }

  static <R> LessonStatus<R> reached(String name, int done, int all) {
    return new LessonStatus<>(name, done, all, false, null, null);
  }

  /** Whether it has neither ended nor failed. */
  public boolean isUnderWay() {
    return !name.isEmpty() && !stopped && error == null && learned == null;
  }

  LessonStatus<R> stoppedThere() {
    return new LessonStatus<>(name, done, all, true, null, null);
  }

  LessonStatus<R> failed(String why) {
    return new LessonStatus<>(name, done, all, false, why, null);
  }

  LessonStatus<R> finished(R what) {
    return new LessonStatus<>(name, all, all, false, null, what);
  }
}
