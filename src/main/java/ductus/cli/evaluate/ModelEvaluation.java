package ductus.cli.evaluate;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** How {@code ductus evaluate} measures models of a kind, and says what it found. */
public interface ModelEvaluation {
  /** Names of the encodings that such models are of. */
  List<String> encodings();

  /** Whether machines of a cluster can take a part of the work. */
  default boolean isForClusters() {
    return false;
  }

  /** The fewest samples that may be asked for. */
  default int fewestSamples() {
    return 1;
  }

  /** Options that not all kinds have a use for, and this one has. */
  default Set<String> ownOptions() {
    return Set.of();
  }

  /**
   * Measures a model of one of the encodings.
   *
   * @param request may hold what this kind has no use for
   * @return exit status
   */
  int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException;
}
