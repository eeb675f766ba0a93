package ductus.task.classification;

import ductus.corpus.Inputs;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.metric.classification.Labeled;
import ductus.model.CoreConfig;
import ductus.model.place.FoundModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is classified.
 *
 * @param <T> such a thing
 */
public interface InputKind<T> {
  /** Name of the encoding in model files. */
  String encoding();

  /** What several are called, for people and on the command line. */
  String plural();

  /** Whether there are such things in a file or folder, by a look at it. */
  boolean isIn(Path path);

  /** The layers that have proved good. */
  CoreConfig usualLayers();

  /** What {@link #baseline} goes by, for people. */
  String rule();

  /** A simple rule to compare networks with, learned from some things, one or more. */
  ClassBaseline<T> baseline(List<Labeled<T>> learned);

  /** Reads things with their classes. */
  LabeledSet<T> read(Path path, int threads, ReadingListener listener)
      throws BadFileException, IOException;

  /**
   * Reads things that are to be classified.
   *
   * @param given as on a command line: files and folders, or else a text
   * @throws IllegalArgumentException if what is no file cannot be used
   */
  Inputs<T> inputs(List<String> given, int threads) throws BadFileException, IOException;

  /**
   * A network with zero weights.
   *
   * @param labels that it is to tell apart
   * @param learned what it is to learn
   * @param embeddingSize size of a step's vector, where there is a table of them
   */
  ClassNetwork<T> network(
      List<String> labels, List<Labeled<T>> learned, int embeddingSize, CoreConfig core);

  /** Opens a model that was found. */
  OpenedClassifier<T> open(FoundModel found) throws BadFileException;
}
