package ductus.task;

import ductus.corpus.LeftOut;
import ductus.corpus.ReadingListener;
import java.util.List;

/**
 * The means by which a task reads what it is to learn.
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

  /** A listener that is told of a preparation: of its stages, and of what there is to know. */
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

    /** Hears something that is good to know before the run begins, for people, on a line. */
    default void notice(String words) {}

    /** Hears what could not be read, where too little was to learn from it. */
    default void lacks(List<LeftOut> leftOut) {}
  }

  /** The listener of the stage in which files are read. */
  public ReadingListener reading() {
    return stages.begin("Reading");
  }
}
