package ductus.lab.shape;

import java.util.List;

/**
 * An example with what is read and said at each step.
 *
 * @param read one a step, empty where nothing is read
 * @param said one a step, empty where nothing is said
 * @param recurrent whether a step sees the one before
 */
record Flow(List<String> read, List<String> said, boolean recurrent) {
  Flow {
    read = List.copyOf(read);
    said = List.copyOf(said);
    if (read.size() != said.size() || read.isEmpty()) {
      throw new IllegalArgumentException(
          "read and said must be as many but were %d and %d".formatted(read.size(), said.size()));
    }
  }
}
