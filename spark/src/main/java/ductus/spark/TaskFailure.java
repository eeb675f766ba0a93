package ductus.spark;

import ductus.file.BadFileException;
import ductus.file.Reasons;
import java.util.regex.Pattern;

/** What a task failed of; Spark wraps it, or tells it behind a story of its own. */
public final class TaskFailure {
  private static final Pattern TOLD = Pattern.compile("Lost task .*?Exception: (.*)");

  private TaskFailure() {}

  /** In a line. */
  public static String of(Exception failed) {
    Throwable cause = BadFileException.innermostCause(failed);
    return TOLD.matcher(String.valueOf(cause.getMessage()))
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseGet(() -> Reasons.of(cause));
  }
}
