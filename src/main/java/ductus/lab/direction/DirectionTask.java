package ductus.lab.direction;

import ductus.file.BadFileException;
import ductus.lab.direction.DirectionSettings.ComparedCore;
import ductus.lab.result.Outcome;
import ductus.lab.trial.TrialContext;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.util.List;

/** Something to be said of each step of a sequence, by what was read so far or by all of it. */
interface DirectionTask {
  /** Curve of what is measured on held-out sequences after each epoch. */
  String LEARNING = "learning";

  /** The word for it. */
  String name();

  /** What the picture calls the curve of learning's height. */
  String loss();

  /** Networks that are compared. */
  List<ComparedCore> networks();

  /** Steps that a network learns from, about. */
  double cost();

  /**
   * Complains about a network that cannot be.
   *
   * @throws IllegalArgumentException if there is no such cell or size
   */
  void require(ComparedCore network);

  /** Teaches a network and measures it: the figures of {@link Directions#measures}. */
  Outcome learn(ComparedCore network, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException;
}
