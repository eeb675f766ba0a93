package ductus.run;

import ductus.train.MemoryPlan;
import org.jspecify.annotations.Nullable;

/**
 * What a training run would take, before it is begun.
 *
 * @param tunes to learn from
 * @param heldOut tunes to measure by
 * @param memory that the engine needs
 * @param neededBytes all of that, and a checkpoint while it is written
 * @param heapBytes that Java may use
 * @param fits whether that suffices
 * @param threads that are worth their barriers, and were measured with
 * @param tokensPerSecond of a few updates on this machine; null where the memory does not suffice
 */
public record TrainingEstimate(
    int tunes,
    int heldOut,
    MemoryPlan memory,
    long neededBytes,
    long heapBytes,
    boolean fits,
    int threads,
    @Nullable Double tokensPerSecond) {}
