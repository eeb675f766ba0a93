package ductus.generate.hindsight;

/** The hidden states of a network while it read something. */
public interface HiddenStateTrace {
  /** Number of steps. */
  int steps();

  /** Number of recurrent layers. */
  int layers();

  /** Number of units of a layer, the lowest being 0. */
  int units(int layer);

  /** The hidden states of a unit over all steps. */
  double[] course(int layer, int unit);
}
