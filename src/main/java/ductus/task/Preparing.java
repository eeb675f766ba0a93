package ductus.task;

import ductus.corpus.ReadingListener;

/**
 * How a task reads what it is to learn.
 *
 * @param threads most threads that read, 1 or more
 * @param programVersion for the header of the model
 * @param stages told of each stage and how far it is
 */
public record Preparing(int threads, String programVersion, Stages stages) {
  /** Reads on one thread and tells nobody. */
  public static Preparing quietly(String programVersion) {
    return new Preparing(1, programVersion, Stages.UNHEARD);
  }

  /** Who is told of the stages of a preparation. */
  @FunctionalInterface
  public interface Stages {
    /** Tells nobody. */
    Stages UNHEARD = stage -> ReadingListener.NONE;

    /**
     * Begins a stage; the one before it has ended.
     *
     * @param stage a word or two for people, such as {@code Reading}
     * @return who is told how far it is
     */
    ReadingListener begin(String stage);
  }

  /** The listener of the stage in which files are read. */
  public ReadingListener reading() {
    return stages.begin("Reading");
  }
}
