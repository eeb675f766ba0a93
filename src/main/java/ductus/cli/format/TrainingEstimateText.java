package ductus.cli.format;

import ductus.run.TrainingEstimate;
import ductus.train.MemoryPlan;
import java.util.Locale;

/** What a training run would take, for people. */
public final class TrainingEstimateText {
  private TrainingEstimateText() {}

  /** Some lines. */
  public static String of(TrainingEstimate forecast) {
    MemoryPlan memory = forecast.memory();
    Table table =
        new Table("memory", "bytes", "")
            .row("weights", bytes(memory.weightBytes()), inWords(memory.weightBytes()))
            .row("optimizer", bytes(memory.optimizerBytes()), inWords(memory.optimizerBytes()))
            .row("gradients", bytes(memory.gradientBytes()), inWords(memory.gradientBytes()))
            .row("packed copies", bytes(memory.packedBytes()), inWords(memory.packedBytes()))
            .row("activations", bytes(memory.activationBytes()), inWords(memory.activationBytes()))
            .row("a checkpoint", bytes(memory.checkpointBytes()), inWords(memory.checkpointBytes()))
            .row("all", bytes(forecast.neededBytes()), inWords(forecast.neededBytes()))
            .row("heap", bytes(forecast.heapBytes()), inWords(forecast.heapBytes()));
    return String.format(
            Locale.ROOT,
            "%d pieces to learn, %d held out; %,d parameters; batches of at most %,d × %,d steps%n%s",
            forecast.tunes(),
            forecast.heldOut(),
            memory.parameters(),
            memory.sequences(),
            memory.timeSteps(),
            table)
        + speed(forecast);
  }

  private static String speed(TrainingEstimate forecast) {
    return forecast.tokensPerSecond() == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%n%,.0f tokens a second on %s, measured now by a few updates on this machine (a run also measures and saves)",
            forecast.tokensPerSecond(),
            NumberText.count(forecast.threads(), "thread"));
  }

  /**
   * What the same run would take on a cluster.
   *
   * @param shards of its batches
   */
  public static String ofCluster(TrainingEstimate forecast, int shards) {
    int machines = Integer.highestOneBit(shards);
    long gradient = Float.BYTES * forecast.memory().parameters();
    String takes =
        String.format(
            Locale.ROOT,
            "on a cluster, each of up to %s (--shards %d) takes that memory and at most %s for the exchange of"
                + " gradients, and sends %s an update",
            NumberText.count(machines, "machine"),
            shards,
            inWords(3 * gradient),
            inWords(2L * (machines - 1) * gradient / machines));
    return forecast.tokensPerSecond() == null
        ? takes
        : takes
            + String.format(
                Locale.ROOT,
                ";%nall with this one's speed make at most %,.0f tokens a second, less the exchange",
                machines * forecast.tokensPerSecond());
  }

  private static String bytes(long bytes) {
    return String.format(Locale.ROOT, "%,d", bytes);
  }

  private static String inWords(long bytes) {
    return MemoryPlan.inWords(bytes);
  }
}
