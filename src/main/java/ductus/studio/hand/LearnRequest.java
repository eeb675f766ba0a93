package ductus.studio.hand;

/**
 * A wish that the model learn a hand.
 *
 * @param name of the hand
 * @param replace whether a hand of that name may be replaced
 */
record LearnRequest(String name, boolean replace) {
  LearnRequest {
    name = name == null ? "" : name.strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("the hand must have a name");
    }
  }
}
