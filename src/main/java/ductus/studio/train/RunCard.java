package ductus.studio.train;

import org.jspecify.annotations.Nullable;

/**
 * A run as the page shows it.
 *
 * @param name of its folder in the workspace
 * @param state where it stands
 * @param reason why it died, if it said so
 * @param task name of what is learned; null where the registry does not know it
 * @param source name of the folder that it learns from
 * @param unit what a loss is of, such as {@code token}
 * @param epochsDone with the part of the present one
 * @param epochs at most
 * @param heldOutNats in its best epoch; null before the first has ended
 * @param bestEpoch counted from 1; 0 before the first has ended
 * @param secondsLeft at the pace so far, were it to use all epochs; null where it does not train
 * @param resumable whether the page can have it go on
 */
record RunCard(
    String name,
    RunState state,
    @Nullable String reason,
    @Nullable String task,
    @Nullable String source,
    String unit,
    double epochsDone,
    int epochs,
    @Nullable Double heldOutNats,
    int bestEpoch,
    @Nullable Double secondsLeft,
    boolean resumable) {}
