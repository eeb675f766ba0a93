package ductus.nn;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import java.util.List;
import java.util.function.Consumer;

/** Tapes for which a layer or network has packed its weights. */
public final class Tapes {
  private Tapes() {}

  /**
   * A tape on which no pass has begun.
   *
   * @param repack packs the weights, such as {@code network::repack}
   */
  public static Tape packed(Consumer<Tape> repack, Workers workers) {
    Tape tape = new Tape(KernelChoice.best(), workers);
    repack.accept(tape);
    return tape;
  }

  /** A tape on which a pass has begun of something without a state, such as a head. */
  public static Tape begun(Consumer<Tape> repack, int time, int batch, Workers workers) {
    Tape tape = packed(repack, workers);
    tape.begin(time, batch, State.zero(List.of(), 1));
    return tape;
  }
}
