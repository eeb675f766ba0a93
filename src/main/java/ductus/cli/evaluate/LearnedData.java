package ductus.cli.evaluate;

import ductus.cli.console.Console;
import ductus.file.BadFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What is said, before a model is measured, of the data that it learned: that is not counted, and a
 * rule beside the network needs all of it.
 */
public final class LearnedData {
  private LearnedData() {}

  /**
   * Says how much of some data is not counted.
   *
   * @param data where it is
   * @param things what it is of, such as {@code sketches}
   * @throws BadFileException if the model learned all of it
   */
  public static void leaveOut(Path data, String things, int all, int unseen, Console console)
      throws BadFileException {
    if (unseen == 0) {
      throw new BadFileException(
          data, String.format(Locale.ROOT, "the model learned all of its %,d %s", all, things));
    }
    if (unseen < all) {
      console.say(
          String.format(
              Locale.ROOT,
              "%,d of %,d %s were learned by the model and are not counted",
              all - unseen,
              all,
              things));
    }
  }

  /**
   * Whether all that a model learned is at hand; says what to do where it is not: a rule that
   * learned some of it would be worse than it is.
   *
   * @param things what it is of, such as {@code sketches}
   */
  public static boolean isAtHand(String things, long here, int learned, Console console) {
    if (here < learned) {
      console.say(
          String.format(
              Locale.ROOT,
              "No rule beside the network: %,d of the %,d %s that it learned are at hand;"
                  + " --training DATA says where all are",
              here,
              learned,
              things));
    }
    return here >= learned;
  }
}
