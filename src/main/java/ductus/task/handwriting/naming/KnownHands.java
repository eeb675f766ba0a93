package ductus.task.handwriting.naming;

import ductus.task.handwriting.synthesis.HandModel;
import java.util.List;

/**
 * Hands that lines may be in, with a network that writes them.
 *
 * @param model that writes them
 * @param hands some or all of its hands, by name
 */
public record KnownHands(HandModel model, List<String> hands) {
  public KnownHands {
    hands = List.copyOf(hands);
  }

  /** All hands of a model. */
  public static KnownHands of(HandModel model) {
    return new KnownHands(model, model.network().config().styleNames());
  }
}
