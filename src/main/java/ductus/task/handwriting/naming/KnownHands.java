package ductus.task.handwriting.naming;

import ductus.file.BadFileException;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands that may have written a line.
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

  /** The hands of all models that ship. */
  public static List<KnownHands> shipped() throws BadFileException, IOException {
    List<KnownHands> known = new ArrayList<>();
    for (String name : HandModel.ALL_SHIPPED) {
      known.add(of(HandModel.open(name)));
    }
    return known;
  }
}
