package ductus.cli.option;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of {@code ductus evaluate} for models that write by hand or read; to be included with
 * {@code @Mixin}.
 */
public final class HandEvaluationOptions {
  @Option(
      names = "--hand",
      paramLabel = "NAME",
      split = ",",
      description = "Of handwriting: only these hands; all that there are by default.")
  private List<String> only = List.of();

  @Option(
      names = "--check",
      description =
          "Of hands: writes all lines again with the self-check on, and says what it changes.")
  private boolean check;

  @Option(
      names = "--added",
      description = "Of hands: also writes those that you added, each beside those of the model.")
  private boolean added;

  @Mixin private HandsOption hands = new HandsOption();

  /** Whether a hand is to be measured. */
  public boolean includes(String hand) {
    return only.isEmpty() || only.contains(hand);
  }

  /** Whether the self-check is to be measured, too. */
  public boolean check() {
    return check;
  }

  /** Whether added hands are to be measured, too. */
  public boolean added() {
    return added;
  }

  /** Where those are kept. */
  public HandsOption hands() {
    return hands;
  }
}
