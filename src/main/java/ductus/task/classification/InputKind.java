package ductus.task.classification;

import ductus.corpus.Inputs;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.metric.classification.Labeled;
import ductus.model.CoreConfig;
import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of things that can be classified: how they are read, and what a network sees of them.
 *
 * @param <T> such a thing
 */
public interface InputKind<T> {
  /** Name of the encoding in model files. */
  String encoding();

  /** Name of several such things, for people and on the command line. */
  String plural();

  /** Whether there are such things in a file or folder, by a look at it. */
  boolean isIn(Path path);

  /** The layers that have proved good. */
  CoreConfig usualLayers();

  /** Name of the rule of {@link #baseline}, for people. */
  String rule();

  /** A simple rule to compare networks with, learned from some things, one or more. */
  Function<T, String> baseline(List<Labeled<T>> learned);

  /** Hash of all that a network can see of a thing. */
  String hash(T thing);

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
   * Makes a network with zero weights.
   *
   * @param labels that it is to tell apart
   * @param learned what it is to learn
   * @param embeddingSize size of a step's vector, where there is a table of them
   */
  ClassNetwork<T> network(
      List<String> labels, List<Labeled<T>> learned, int embeddingSize, CoreConfig core);

  /** Opens a model that was found. */
  Opened<T> open(FoundModel found) throws BadFileException;

  /**
   * A model that classifies, opened.
   *
   * @param header what it says of itself
   * @param network with its weights
   */
  record Opened<T>(ModelHeader<?> header, ClassNetwork<T> network) {}
}
