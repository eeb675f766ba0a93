package ductus.lab.shape;

import ductus.file.BadFileException;
import ductus.lab.shape.Shapes.ShapeSettings;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.TrialContext;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.util.List;

/** Something tiny to learn that has one of the shapes. */
interface Exercise {
  /**
   * An example with what is read and said at each step.
   *
   * @param read one a step, empty where nothing is read
   * @param said one a step, empty where nothing is said
   * @param recurrent whether a step sees the one before
   */
  record Flow(List<String> read, List<String> said, boolean recurrent) {
    public Flow {
      read = List.copyOf(read);
      said = List.copyOf(said);
      if (read.size() != said.size() || read.isEmpty()) {
        throw new IllegalArgumentException(
            "read and said must be as many but were %d and %d".formatted(read.size(), said.size()));
      }
    }
  }

  /** How what is read and what is said lie in time, such as {@code one to many}. */
  String shape();

  /** What is read, and what is to be said. */
  String words();

  /** An example of it. */
  Flow flow();

  /** Share of right answers of who does not look at what is read. */
  double guessing();

  /**
   * Complains about settings that make no sense.
   *
   * @throws IllegalArgumentException if there is no such network
   */
  void check(ShapeSettings settings);

  /** Learns it. */
  Learned learn(ShapeSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException;

  /**
   * What came of it.
   *
   * @param right share of right answers on held-out sequences
   * @param weights of the network
   */
  record Learned(double right, long weights, TrainingHistory history) {}
}
