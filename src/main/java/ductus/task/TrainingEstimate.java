package ductus.task;

import ductus.train.MemoryPlan;
import ductus.train.SpeedTrial;
import org.jspecify.annotations.Nullable;

/**
 * What a training run would take, before it is begun.
 *
 * @param pieces to learn from
 * @param heldOut pieces to measure by
 * @param target what a loss is of, such as {@code token}
 * @param memory that the engine needs, as far as it is known before; its activations, where they
 *     are not, are those of a few updates
 * @param heapBytes that Java may use
 * @param threads that are worth their barriers, and were measured with
 * @param padding share of an epoch's time steps that only fill up sequences to the length of those
 *     beside them; null where it is not known
 * @param speed of a few updates on this machine; null where the memory does not suffice
 */
public record TrainingEstimate(
    int pieces,
    int heldOut,
    String target,
    MemoryPlan memory,
    long heapBytes,
    int threads,
    @Nullable Double padding,
    SpeedTrial.@Nullable Speed speed) {
  /** All memory that is needed, and a checkpoint while it is written. */
  public long neededBytes() {
    return memory.totalBytes();
  }

  /** Whether the memory suffices. */
  public boolean fits() {
    return memory.fits(heapBytes);
  }
}
