package ductus.studio.train;

/** Where a run stands. */
enum RunState {
  /** The run's process is there, but has not learned anything yet. */
  STARTING("is starting"),
  RUNNING("is running"),
  PAUSED("is paused"),
  /** Asked to stop; it saves its place. */
  STOPPING("is stopping"),
  /** The run was stopped and can go on. */
  STOPPED("was stopped"),
  /** All epochs, or as many as made it better. */
  DONE("is done"),
  /** The run's process was killed, failed, or never came to train. */
  DIED("has ended before its time"),
  /** A model that was trained elsewhere. */
  IMPORTED("was brought in");

  private final String words;

  RunState(String words) {
    this.words = words;
  }

  /** What one says of a run, such as {@code is running}. */
  String words() {
    return words;
  }
}
