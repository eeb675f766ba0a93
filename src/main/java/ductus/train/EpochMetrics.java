package ductus.train;

/**
 * What is known at the end of an epoch.
 *
 * @param epoch counted from 1
 * @param updates since the start of the run
 * @param learningRate of the last update
 * @param trainingNats mean over the epoch, nats per token, with dropout and other noise
 * @param validationNats nats per token on held-out pieces, without
 * @param seconds of training so far
 * @param tokensPerSecond since this process began to train
 */
public record EpochMetrics(
    int epoch,
    long updates,
    double learningRate,
    double trainingNats,
    double validationNats,
    double seconds,
    double tokensPerSecond) {}
