package ductus.lab.frames;

import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.lab.task.TaskTrainingPlan;
import java.io.IOException;
import java.util.List;

/**
 * What the examination of frames is asked to do.
 *
 * @param cells side by side, as in {@link ductus.model.CoreConfig}
 * @param hiddenSize of all of them; the frame itself stands beside the layer's output
 * @param balls that bounce
 * @param rolls of pieces of music
 * @param pictured seed whose frames are kept for the picture
 */
public record FramesSettings(
    List<String> cells, int hiddenSize, Balls balls, Rolls rolls, long pictured) {
  /**
   * Balls that bounce.
   *
   * @param count how many
   * @param resolution pixels of a side
   * @param steps frames of a sequence
   * @param practice how they are learned
   */
  public record Balls(int count, int resolution, int steps, TaskTrainingPlan practice) {
    BouncingBalls film() {
      return new BouncingBalls(count, resolution, steps);
    }
  }

  /**
   * Pieces of music.
   *
   * @param corpus a folder of the project, or any other
   * @param stepsPerQuarter the grid
   * @param steps frames of a sequence
   * @param practice how they are learned
   */
  public record Rolls(String corpus, int stepsPerQuarter, int steps, TaskTrainingPlan practice) {
    PianoRolls film() throws BadFileException, IOException {
      return PianoRolls.read(ShippedCorpora.resolve(corpus), stepsPerQuarter, steps);
    }
  }

  public FramesSettings {
    cells = List.copyOf(cells);
    if (balls == null || rolls == null) {
      throw new IllegalArgumentException("frames must have balls and rolls");
    }
  }
}
