package ductus.lab.turing;

import ductus.lab.task.TaskTrainingPlan;
import ductus.model.CoreConfig;
import ductus.model.cell.CellConfig;
import ductus.nn.memory.MemoryShape;
import java.util.Locale;
import java.util.Optional;

/**
 * A network that is examined.
 *
 * @param cell as in {@link CoreConfig}
 * @param practice how it learns
 */
public record ExaminedNetwork(String cell, int layers, int hiddenSize, TaskTrainingPlan practice) {
  /** The layers below its head. */
  CoreConfig core() {
    return new CoreConfig(cell, layers, hiddenSize);
  }

  /** What it is, in words. */
  String name() {
    return String.format(Locale.ROOT, "%s, %d×%d", core().cell(), layers, hiddenSize);
  }

  /**
   * Requires that a memory, if there is one, has room.
   *
   * @param vectors of the longest sequence that is learned
   */
  void requireRoom(int vectors) {
    Optional<MemoryShape> memory = core().cells().flatMap(CellConfig::memory);
    if (memory.isPresent() && memory.get().slots() < vectors) {
      throw new IllegalArgumentException(
          "memory of %s must have a slot for each of %d vectors but has %d; ask for ntm+slots-%d or"
                  .formatted(core().cell(), vectors, memory.get().slots(), vectors)
              + " more, or for a shorter longest sequence");
    }
  }
}
