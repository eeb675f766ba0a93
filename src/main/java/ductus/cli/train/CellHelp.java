package ductus.cli.train;

import ductus.model.CoreConfig;
import ductus.model.cell.CellChoices;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;

/**
 * Tells, in the help of a command that trains, which cells its network takes: its settings are
 * asked, so that none is named that they refuse.
 */
final class CellHelp {
  private CellHelp() {}

  /** The words of the cells that a task takes; empty where it cannot be asked for any. */
  static <C extends TrainingConfig<C>> String cells(C usual) {
    NetworkSizes sizes = usual.sizes();
    if (sizes.cell() == null) {
      return "";
    }
    return CellChoices.among(cell -> takes(usual, cell))
        + (takes(usual, CoreConfig.FEED_FORWARD) ? "; also " + CoreConfig.FEED_FORWARD : "")
        + (takes(usual, "lstm" + CoreConfig.BIDIRECTIONAL)
            ? "; with " + CoreConfig.BIDIRECTIONAL + " in both directions"
            : "");
  }

  /** The numbers of layers that a task takes. */
  static <C extends TrainingConfig<C>> String layers(C usual) {
    return usual.sizes().cell() != null && takes(usual, CoreConfig.FEED_FORWARD)
        ? "1 to 3; with " + CoreConfig.FEED_FORWARD + " also 0"
        : "1 to 3";
  }

  /** Whether a task's settings take layers of some cells. */
  static <C extends TrainingConfig<C>> boolean takes(C usual, String cell) {
    try {
      C asked = usual.withSizes(usual.sizes().withCell(cell));
      return asked.sizes().cell() != null;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
