package ductus.analysis.surprise;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads pieces of a kind with a model of that kind, and says what surprises it. */
public interface SurpriseReader extends AutoCloseable {
  /** The name of the parts, such as {@code bar}. */
  String part();

  /**
   * Reads a piece.
   *
   * @param alarm that will be asked which parts are odd, where there is one; those need not be
   *     believed when what follows is judged
   */
  Surprise read(Path file, Optional<AnomalyThreshold> alarm) throws BadFileException, IOException;

  /**
   * Surprises of the parts of pieces that are sound.
   *
   * @param path a file, or a folder of them
   */
  List<Double> sound(Path path) throws BadFileException, IOException;

  /** Surprises of sound parts that the model brings along; empty for none. */
  default List<Double> known() {
    return List.of();
  }

  /**
   * What is known of the faults in a file, where such a file can tell; empty where it cannot.
   *
   * @param column of the file that is not 0 in faulty rows
   */
  default Optional<KnownFaults> faults(Path file, String column)
      throws BadFileException, IOException {
    return Optional.empty();
  }

  @Override
  void close();
}
