package ductus.cli.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Checks that are made one after the other. Whatever a driver, a file system or a broken
 * installation does, a check neither ends the program nor holds it up.
 */
final class Checkup {
  private final Map<String, Callable<CheckFinding>> checks = new LinkedHashMap<>();
  private final long mostMillis;

  /**
   * A checkup without checks.
   *
   * @param mostMillis for each check
   */
  Checkup(long mostMillis) {
    this.mostMillis = mostMillis;
  }

  /**
   * Adds a check.
   *
   * @param thing that it is of
   */
  Checkup add(String thing, Callable<CheckFinding> check) {
    checks.put(thing, check);
    return this;
  }

  /** Makes the checks. */
  List<CheckFinding> findings() throws InterruptedException {
    List<CheckFinding> findings = new ArrayList<>();
    for (Map.Entry<String, Callable<CheckFinding>> each : checks.entrySet()) {
      findings.add(finding(each.getKey(), each.getValue()));
    }
    return findings;
  }

  private CheckFinding finding(String thing, Callable<CheckFinding> check)
      throws InterruptedException {
    FutureTask<CheckFinding> task = new FutureTask<>(check);
    Thread thread = new Thread(task, "ductus-doctor");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(mostMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException hangs) {
      return CheckFinding.optional(
          thing,
          "does not answer for " + mostMillis / 1000 + " s",
          "what needs it may hang, too; restart the machine's service for it");
    } catch (ExecutionException broken) {
      return CheckFinding.optional(
          thing, "cannot be told: " + broken.getCause(), "please report this line");
    }
  }
}
