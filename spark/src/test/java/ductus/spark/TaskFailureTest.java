package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

/** The messages are those of Spark 4.1.1. */
class TaskFailureTest {
  private static final String TOLD =
      "Job aborted due to stage failure: Task 0 in stage 0.0 failed 4 times, most recent failure:"
          + " Lost task 0.3 in stage 0.0 (TID 3) (10.0.0.7 executor 1): ";

  private static String of(String message) {
    return TaskFailure.of(new SparkException(message));
  }

  @Test
  void isWhatAnExceptionSays() {
    assertEquals(
        "No space left on device",
        of(
            TOLD
                + "java.io.UncheckedIOException: java.io.IOException: No space left on device\n"
                + "\tat ductus.Main(Main.java:1)\nDriver stacktrace:"));
    assertEquals("Java heap space", of(TOLD + "java.lang.OutOfMemoryError: Java heap space\n\tat"));
    assertEquals(
        "java.lang.NullPointerException", of(TOLD + "java.lang.NullPointerException\n\tat"));
  }

  @Test
  void namesTheFileThatIsBad() {
    BadFileException bad = new BadFileException(Path.of("a.mid"), "is another model");
    assertEquals(
        "a.mid: is another model",
        TaskFailure.of(new SparkException(TOLD + bad, new IOException(bad))));
  }

  @Test
  void saysThatAnExecutorWasLost() {
    String lost = "ExecutorLostFailure (executor 3 exited caused by one of the running tasks)";
    String reason = lost + " Reason: Command exited with code 52";
    assertEquals(
        "an executor was lost: Command exited with code 52",
        of(TOLD + reason + "\nDriver stacktrace:"));
    assertEquals(
        "an executor was lost: Command exited with code 52",
        of(
            "Job aborted due to stage failure: Could not recover from a failed barrier ResultStage."
                + " Most recent failure reason: Stage failed because barrier task ResultTask(6, 0)"
                + " finished unsuccessfully.\n"
                + reason));
    assertEquals("an executor was lost", of(TOLD + lost));
  }

  @Test
  void isTheFirstLineOfWhatHasNoStory() {
    assertEquals("Job 3 was cancelled", of("Job 3 was cancelled\nby somebody"));
  }
}
