package ductus.cli.option;

import ductus.workbench.kind.MusicRequest;
import picocli.CommandLine.Option;

/** What new pieces are held to while they are drawn; to be included with {@code @Mixin}. */
public final class GuidanceOptions {
  @Option(
      names = "--novel",
      paramLabel = "N",
      description = "No N notes in a row that stand in the training pieces, in any key.")
  private int novel;

  @Option(
      names = "--repetition",
      paramLabel = "N",
      description = "At most N notes of one pitch in a row.")
  private int repetition;

  @Option(
      names = "--beam",
      paramLabel = "N",
      description = "Follows N pieces side by side and keeps the likeliest; slower, and tamer.")
  private int beam;

  @Option(names = "--without-primer", description = "Leaves the primer out of what is written.")
  private boolean withoutPrimer;

  /**
   * The guidance that is asked for.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public MusicRequest.Guidance guidance() {
    return new MusicRequest.Guidance(novel, repetition, beam, withoutPrimer);
  }
}
