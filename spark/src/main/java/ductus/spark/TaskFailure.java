package ductus.spark;

import ductus.file.BadFileException;
import ductus.file.Reasons;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a task failed of; Spark wraps it, or tells it behind a story of its own. */
public final class TaskFailure {
  /** The line behind the story, without the names of exceptions before what they say. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?:Lost task [^\n]*?\\): |finished unsuccessfully\\.\n)"
              + "(?:[\\w.$]+(?:Exception|Error): )*(.*)");

  private static final Pattern LOST = Pattern.compile("ExecutorLostFailure \\(.*?\\)(.*)");

  private TaskFailure() {}

  /** In a line. */
  public static String of(Exception failed) {
    Throwable cause = BadFileException.innermostCause(failed);
    if (cause instanceof BadFileException bad) {
      return String.valueOf(bad.getMessage());
    }
    Matcher told = TOLD.matcher(String.valueOf(cause.getMessage()));
    if (told.find()) {
      return withoutStory(told.group(1));
    }
    return cause == failed ? FirstLine.of(failed) : Reasons.of(cause);
  }

  private static String withoutStory(String told) {
    Matcher lost = LOST.matcher(told);
    return lost.matches()
        ? "an executor was lost" + lost.group(1).replaceFirst("^ Reason", "")
        : told.strip();
  }
}
