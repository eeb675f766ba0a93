package ductus.cli.console;

import ductus.cluster.Cluster.ClusterOutcome;
import java.util.Locale;

/** What a command that ran on another machine complained about. */
public final class RemoteError {
  private static final String LEAD = "ductus: ";

  private RemoteError() {}

  /**
   * The last complaint of a command that ran on another machine, in one line, without the program's
   * name; where it said nothing, its exit status.
   */
  public static String of(ClusterOutcome outcome) {
    return outcome
        .err()
        .lines()
        .filter(line -> line.startsWith(LEAD))
        .reduce((first, last) -> last)
        .map(line -> line.substring(LEAD.length()))
        .orElse(
            String.format(
                Locale.ROOT,
                "ended with exit status %d on %s",
                outcome.status(),
                outcome.machine()));
  }

  /** The complaint that a command ended well, but that what it told of its result is not whole. */
  public static String ofTornResult(ClusterOutcome outcome) {
    return String.format(
        Locale.ROOT,
        "%s made them but its list of files did not arrive whole; a shorter --out may mend it",
        outcome.machine());
  }

  /** The complaint that what a command wrote is not where this machine looks for it. */
  public static String ofAnotherFolder(ClusterOutcome outcome) {
    return String.format(
        Locale.ROOT,
        "%s writes to another folder than this machine sees; --out must be one that all see",
        outcome.machine());
  }
}
