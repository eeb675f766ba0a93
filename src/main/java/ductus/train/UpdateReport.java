package ductus.train;

/**
 * Where a run is after an update.
 *
 * @param epoch counted from 1
 * @param epochs planned
 * @param batch batches done in this epoch; those that are accumulated count as one
 * @param batches of an epoch
 * @param nats per token, mean of this epoch so far
 * @param tokensPerSecond since this process began to train
 */
public record UpdateReport(
    int epoch, int epochs, int batch, int batches, double nats, double tokensPerSecond) {}
