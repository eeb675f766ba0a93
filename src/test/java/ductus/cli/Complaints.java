package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.console.ExitStatus;

/** Commands that must not do what they are told, and what they say to that. */
final class Complaints {
  private Complaints() {}

  /** Checks that a command line is taken for wrong usage, in words among which are these. */
  static void assertWrongUsage(String part, Object... arguments) {
    assertComplains(ExitStatus.WRONG_USAGE, part, CommandRun.of(arguments));
  }

  /** Checks that a command line fails, in words among which are these. */
  static void assertFails(String part, Object... arguments) {
    assertComplains(ExitStatus.FAILED, part, CommandRun.of(arguments));
  }

  private static void assertComplains(int status, String part, CommandRun run) {
    assertEquals(status, run.status(), run.err());
    assertTrue(
        run.complaints().stream()
            .anyMatch(line -> line.startsWith("ductus: ") && line.contains(part)),
        () -> part + " must be said but said was " + run.err());
  }
}
