package ductus.api;

/** Is told how a training goes, and can end it. Whatever it does, the result stays the same. */
public interface TrainingObserver {
  /** Hears nothing and lets it run to its end. */
  TrainingObserver NONE = new TrainingObserver() {};

  /**
   * What is known at the end of an epoch.
   *
   * @param number from 1
   * @param trainingNats mean over the epoch, nats per token, with dropout and other noise
   * @param validationNats nats per token on what is held out, without
   * @param seconds of training so far
   */
  record Epoch(int number, double trainingNats, double validationNats, double seconds) {}

  /** Hears of a file that could not be read and is left out, in a line that names it. */
  default void leftOut(String complaint) {}

  /** Hears of the end of an epoch, once it is on disk. */
  default void epochEnded(Epoch epoch) {}

  /**
   * Whether the training is to stop now; asked after each batch. Nothing is lost: {@link
   * ModelTraining#resume} goes on.
   */
  default boolean wantsStop() {
    return false;
  }
}
