package ductus.generate.ctc;

/**
 * Says how likely a label is behind those before it.
 *
 * @param <S> what it needs to know of those before; not changed once it is made
 */
public interface CharacterModel<S> {
  /** The state before the first label. */
  S start();

  /** The state behind a state and one more label. */
  S next(S state, int label);

  /** Log probability of a label in a state. */
  double logProbability(S state, int label);
}
