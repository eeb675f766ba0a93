package ductus.task.classification.signal;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way to see the things in a file as rows of numbers. */
interface FeatureExtractor {
  /** Numbers of a step, K. */
  int inputs();

  /** Version of these numbers; models are made for one. */
  int version();

  /**
   * Sees what is in a file.
   *
   * @throws BadFileException if there is nothing to see
   */
  List<ExtractedSample> see(Path file) throws BadFileException, IOException;

  /**
   * Sees what is to be learned from a file, with its classes where the file says them: more than is
   * there where it can be varied.
   *
   * @throws BadFileException if there is nothing to see
   */
  default List<ExtractedSample> learn(Path file) throws BadFileException, IOException {
    return see(file);
  }

  /** Whether all things have as many steps, and each step its own meaning, as rows of a picture. */
  default boolean isGrid() {
    return false;
  }
}
