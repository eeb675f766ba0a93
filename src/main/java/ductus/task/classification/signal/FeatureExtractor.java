package ductus.task.classification.signal;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way to see the things in a file as rows of numbers. */
interface FeatureExtractor {
  /** Stands for a K that is that of the file. */
  int OF_ANY_NUMBER = 0;

  /** Numbers of a step, K; {@link #OF_ANY_NUMBER} where files differ in it. */
  int inputs();

  /** Version of these numbers; models are made for one. */
  int version();

  /**
   * Sees what is in a file.
   *
   * @throws BadFileException if there is nothing to see
   */
  List<ExtractedSample> see(Path file) throws BadFileException, IOException;
}
