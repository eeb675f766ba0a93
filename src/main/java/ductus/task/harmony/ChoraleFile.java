package ductus.task.harmony;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.music.harmony.voices.Chorale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of chorales as frames, a list of sounding pitches a beat, in JSON: {@code {"train":
 * [piece], "valid": [piece]}}; moved by octaves so that a choir can sing them.
 */
record ChoraleFile(List<Chorale> training, List<Chorale> validation) {
  private static final int FEWEST_BEATS = 4;

  /** The frames of both parts as the file has them. */
  private record Frames(List<List<List<Integer>>> train, List<List<List<Integer>>> valid) {}

  ChoraleFile {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /** Reads a file; both parts must hold a chorale. */
  static ChoraleFile read(Path path) throws BadFileException, IOException {
    Frames frames = JsonFile.read(path, Frames.class, "chorales");
    try {
      List<Chorale> training = chorales(frames.train());
      List<Chorale> validation = chorales(frames.valid());
      if (training.isEmpty() || validation.isEmpty()) {
        throw new BadFileException(
            path, "must have chorales of %d beats or more in both parts".formatted(FEWEST_BEATS));
      }
      int octaves = Chorale.toChoir(Stream.concat(training.stream(), validation.stream()).toList());
      return new ChoraleFile(
          training.stream().map(chorale -> chorale.transpose(octaves)).toList(),
          validation.stream().map(chorale -> chorale.transpose(octaves)).toList());
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(path, String.valueOf(unfit.getMessage()));
    }
  }

  private static List<Chorale> chorales(List<List<List<Integer>>> pieces) {
    return pieces.stream().filter(piece -> piece.size() >= FEWEST_BEATS).map(Chorale::of).toList();
  }
}
