package ductus.spark.local;

import ductus.cluster.ClusterException;
import ductus.spark.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of the cluster.
 *
 * @param name what it is called in messages
 * @param process itself
 * @param log what it says
 */
record Daemon(String name, ProcessHandle process, Path log) {
  private static final long MOST_MILLIS = 60_000;
  private static final long PAUSE_MILLIS = 50;
  private static final Pattern TROUBLE =
      Pattern.compile("^(?:Caused by: )?[\\w.]+(?:Exception|Error): (.*)$", Pattern.MULTILINE);

  /**
   * Waits until it says something.
   *
   * @param wanted with one group, which is what is returned
   * @throws ClusterException if it ends before, or says nothing of the kind for a minute
   */
  String await(String wanted) throws IOException, ClusterException {
    Pattern pattern = Pattern.compile(wanted);
    long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
    while (true) {
      boolean alive = process.isAlive();
      String said = Files.readString(log, StandardCharsets.UTF_8);
      Matcher found = pattern.matcher(said);
      if (found.find()) {
        return found.group(1);
      }
      if (!alive || System.nanoTime() > end) {
        throw new ClusterException(
            "the %s %s%s (its log: %s)"
                .formatted(name, alive ? "does not come up" : "ended at once", reason(said), log));
      }
      Pause.of(PAUSE_MILLIS);
    }
  }

  private static String reason(String said) {
    if (said.contains("Address already in use")) {
      return ": another program has its port";
    }
    String reason = "";
    for (Matcher trouble = TROUBLE.matcher(said); trouble.find(); ) {
      reason = ": " + trouble.group(1);
    }
    return reason;
  }
}
