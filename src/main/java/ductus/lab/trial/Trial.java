package ductus.lab.trial;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.util.List;

/**
 * One thing that an examination tries.
 *
 * @param labels what it is, one for each of the examination's labels
 * @param cost how long it takes at most, in any unit that the trials share
 * @param procedure how it is done
 */
public record Trial(List<String> labels, double cost, Procedure procedure) {
  /** How a trial is done. Nothing but the bench's seed and the settings decide the outcome. */
  @FunctionalInterface
  public interface Procedure {
    /**
     * Runs the trial.
     *
     * @throws InterruptedException if asked to stop on the way
     */
    Outcome run(TrialContext bench)
        throws BadFileException, DivergenceException, InterruptedException, IOException;
  }

  public Trial {
    labels = List.copyOf(labels);
    if (!(cost > 0)) {
      throw new IllegalArgumentException("cost must be above 0 but was " + cost);
    }
  }

  /** What it is, in words. */
  public String name() {
    return String.join(" ", labels);
  }
}
