package ductus.generate.ctc;

/** The character model of a search without one: it has nothing to remember, and no opinion. */
final class NoCharacterModel implements CharacterModel<Boolean> {
  @Override
  public Boolean start() {
    return true;
  }

  @Override
  public Boolean next(Boolean state, int label) {
    return state;
  }

  @Override
  public double logProbability(Boolean state, int label) {
    return 0;
  }
}
