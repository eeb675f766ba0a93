package ductus.task.classification.signal;

import ductus.file.BadFileException;
import ductus.model.signal.SignalSequence;
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

  /**
   * Sees what is to be learned from a file, with its classes where the file says them: more than is
   * there where it can be varied.
   *
   * @throws BadFileException if there is nothing to see
   */
  default List<ExtractedSample> learn(Path file) throws BadFileException, IOException {
    return see(file);
  }

  /** Whether a file looks as if it had such things, by more than its name. */
  default boolean mayBe(Path file) {
    return true;
  }

  /**
   * Whether what is in a file is learned or held out together: bars of a tune, which come back in
   * it, or pictures of one writer's letters.
   */
  default boolean areTogether() {
    return false;
  }

  /** A thing as a simple rule sees it: by the means of its numbers over all steps. */
  default double[] summary(SignalSequence steps) {
    double[] mean = new double[steps.inputsPerStep()];
    for (int t = 0; t < steps.length(); t++) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += steps.input(t, k) / steps.length();
      }
    }
    return mean;
  }

  /** What that rule is called. */
  default String rule() {
    return "the nearest mean";
  }
}
