package ductus.cli.train;

import ductus.format.NumberText;
import ductus.format.Table;
import ductus.task.TrainingEstimate;
import ductus.train.MemoryPlan;
import java.util.Locale;

/** What a training run would take, for people. */
final class EstimateText {
  private EstimateText() {}

  /**
   * Some lines.
   *
   * @param material what is learned from, for people, as the run itself says it
   */
  static String of(String material, TrainingEstimate estimate) {
    MemoryPlan memory = estimate.memory();
    Table table =
        new Table("memory", "bytes", "")
            .row("weights", bytes(memory.weightBytes()), inWords(memory.weightBytes()))
            .row("optimizer", bytes(memory.optimizerBytes()), inWords(memory.optimizerBytes()))
            .row("gradients", bytes(memory.gradientBytes()), inWords(memory.gradientBytes()))
            .row("packed copies", bytes(memory.packedBytes()), inWords(memory.packedBytes()));
    if (memory.activationBytes() > 0) {
      table.row("activations", bytes(memory.activationBytes()), inWords(memory.activationBytes()));
    }
    table
        .row("a checkpoint", bytes(memory.checkpointBytes()), inWords(memory.checkpointBytes()))
        .row("all", bytes(estimate.neededBytes()), inWords(estimate.neededBytes()))
        .row("heap", bytes(estimate.heapBytes()), inWords(estimate.heapBytes()));
    return String.format(
            Locale.ROOT,
            "%s; %,d parameters; %s%s%n%s",
            material,
            memory.parameters(),
            batches(memory),
            padding(estimate),
            table)
        + speed(estimate);
  }

  private static String batches(MemoryPlan memory) {
    return memory.sequences() == 0
        ? "activations, which depend on the batches, as a few of them left them"
        : String.format(
            Locale.ROOT,
            "batches of at most %,d × %,d steps",
            memory.sequences(),
            memory.timeSteps());
  }

  private static String padding(TrainingEstimate estimate) {
    return estimate.padding() == null
        ? ""
        : String.format(
            Locale.ROOT,
            ", %.1f %% of all steps padding behind shorter ones",
            100 * estimate.padding());
  }

  private static String speed(TrainingEstimate estimate) {
    return estimate.speed() == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%n%,.0f %ss a second on %s, an epoch of %,.0f in %s, measured now by a few updates on"
                + " this machine (a run also measures and saves)",
            estimate.speed().targetsPerSecond(),
            estimate.target(),
            NumberText.count(estimate.threads(), "thread"),
            estimate.speed().targetsPerSecond() * estimate.speed().epochSeconds(),
            NumberText.seconds(estimate.speed().epochSeconds()));
  }

  /**
   * What the same run would take on a cluster.
   *
   * @param shards of its batches
   */
  static String ofCluster(TrainingEstimate estimate, int shards) {
    int machines = Integer.highestOneBit(shards);
    long gradient = Float.BYTES * estimate.memory().parameters();
    String takes =
        String.format(
            Locale.ROOT,
            "on a cluster, each of up to %s (--shards %d) takes that memory and at most %s for the"
                + " exchange of gradients, and sends %s an update",
            NumberText.count(machines, "machine"),
            shards,
            inWords(3 * gradient),
            inWords(2L * (machines - 1) * gradient / machines));
    return estimate.speed() == null
        ? takes
        : takes
            + String.format(
                Locale.ROOT,
                ";%nall with this one's speed make at most %,.0f %ss a second, less the exchange",
                machines * estimate.speed().targetsPerSecond(),
                estimate.target());
  }

  private static String bytes(long bytes) {
    return String.format(Locale.ROOT, "%,d", bytes);
  }

  private static String inWords(long bytes) {
    return MemoryPlan.inWords(bytes);
  }
}
