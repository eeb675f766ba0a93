package ductus.generate.hindsight;

/** What the hidden units of a network did while it read something. */
public interface HiddenStateTrace {
  /** Number of steps. */
  int steps();

  /** Number of recurrent layers. */
  int layers();

  /** Units of a layer, the lowest being 0. */
  int units(int layer);

  /** The hidden states of a unit over all steps. */
  double[] course(int layer, int unit);
}
