package ductus.music.encoding.voices;

import ductus.model.Encoding;

/**
 * Follows a sequence of {@link VoicesEncoding}: its grammar, and the side features beside it.
 * Tokens that the grammar does not allow leave it as it is.
 */
final class VoicesCursor implements Encoding.Cursor {
  private final VoicesGrammar grammar = new VoicesGrammar();
  private final VoicesFeatures features = new VoicesFeatures(grammar);

  @Override
  public void features(int[] into) {
    features.write(into);
  }

  @Override
  public boolean allows(int token) {
    return grammar.allows(token);
  }

  @Override
  public void accept(int token) {
    if (grammar.allows(token)) {
      grammar.accept(token);
    }
  }

  @Override
  public boolean ended() {
    return grammar.slot() == VoicesGrammar.Slot.ENDED;
  }

  VoicesFeatures features() {
    return features;
  }
}
