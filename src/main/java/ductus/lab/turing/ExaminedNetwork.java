package ductus.lab.turing;

import ductus.lab.task.TaskTrainingPlan;
import ductus.model.CoreConfig;
import ductus.model.Trainable;
import ductus.model.cell.CellConfig;
import ductus.nn.memory.MemoryShape;
import java.util.Locale;
import java.util.Optional;

/**
 * A network that is examined.
 *
 * @param cell as in {@link CoreConfig}
 * @param practice how it learns
 * @param byPlace whether the heads of a memory go by place alone
 */
public record ExaminedNetwork(
    String cell, int layers, int hiddenSize, TaskTrainingPlan practice, boolean byPlace) {
  public ExaminedNetwork {
    if (byPlace && memory(cell, layers, hiddenSize).isEmpty()) {
      throw new IllegalArgumentException(
          "byPlace must be left out, since %s has no heads".formatted(cell));
    }
  }

  /** One whose heads, if there are any, also go by content. */
  ExaminedNetwork(String cell, int layers, int hiddenSize, TaskTrainingPlan practice) {
    this(cell, layers, hiddenSize, practice, false);
  }

  private static Optional<MemoryShape> memory(String cell, int layers, int hiddenSize) {
    return new CoreConfig(cell, layers, hiddenSize).cells().flatMap(CellConfig::memory);
  }

  private Optional<MemoryShape> memory() {
    return memory(cell, layers, hiddenSize);
  }

  /** What is trained of a network. */
  Trainable start(Trainable network) {
    return byPlace ? new PlaceAlone(network, memory().orElseThrow()) : network;
  }

  /** The layers below its head. */
  CoreConfig core() {
    return new CoreConfig(cell, layers, hiddenSize);
  }

  /** What it is, in words. */
  String name() {
    String heads = byPlace ? " by place" : "";
    return String.format(Locale.ROOT, "%s%s, %d×%d", core().cell(), heads, layers, hiddenSize);
  }

  /**
   * Requires that a memory, if there is one, has room.
   *
   * @param vectors of the longest sequence that is learned
   */
  void requireRoom(int vectors) {
    Optional<MemoryShape> memory = memory();
    if (memory.isPresent() && memory.get().slots() < vectors) {
      throw new IllegalArgumentException(
          "memory of %s must have a slot for each of %d vectors but has %d; ask for ntm+slots-%d or"
                  .formatted(core().cell(), vectors, memory.get().slots(), vectors)
              + " more, or for a shorter longest sequence");
    }
  }
}
