package ductus.train;

/**
 * Where a run is after an update.
 *
 * @param epoch counted from 1
 * @param epochs planned
 * @param batch batches done in this epoch; those that are accumulated count as one
 * @param batches of an epoch
 * @param updates of the whole run so far
 * @param learningRate of the last update
 * @param nats per token, mean of this epoch so far
 * @param seconds of training so far, without pauses
 * @param tokensPerSecond since this process began to train
 */
public record UpdateReport(
    int epoch,
    int epochs,
    int batch,
    int batches,
    long updates,
    double learningRate,
    double nats,
    double seconds,
    double tokensPerSecond) {
  /** Epochs that are done, with the part of this one. */
  public double epochsDone() {
    return epoch - 1 + (double) batch / batches;
  }
}
