package ductus.cli.music.evaluation;

import ductus.cli.console.Progress;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.file.BadFileException;
import ductus.task.music.kind.FrameCollection;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the frames that a model of polyphony is measured on: JSON, MIDI or a folder. */
final class FrameReading {
  private FrameReading() {}

  /** All frames of a path. */
  static FrameCollection all(Path path, EvaluationRequest request)
      throws BadFileException, IOException {
    try (Progress progress = request.console().progress("Reading")) {
      return FrameCollection.read(path, progress);
    }
  }

  /** The frames of the split that is asked for; all where none is. */
  static FrameCollection asked(FrameCollection all, EvaluationRequest request) {
    String split = request.source().split();
    try {
      return split == null ? all : all.only(split);
    } catch (IllegalArgumentException unknown) {
      throw request.common().wrongUsage("--split: " + unknown.getMessage());
    }
  }
}
