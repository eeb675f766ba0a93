package ductus.task.handwriting.adaptation;

import ductus.model.Trainable;
import ductus.model.pen.PenNetwork;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A trained network of which only a small part goes on learning: what belongs to hands, of which
 * only the new one is used, and the biases of layers and head.
 */
record AdaptableNetwork(PenNetwork network) implements Trainable {
  private static final Set<String> OF_HANDS = Set.of("style.weight", "letterform.weight");
  private static final String BIASES = ".bias";

  @Override
  public List<Parameter> parameters() {
    return network.parameters().stream()
        .filter(each -> OF_HANDS.contains(each.name()) || isShared(each))
        .toList();
  }

  /** The weights of the whole network that a new hand changes. */
  List<Parameter> shared() {
    return network.parameters().stream().filter(AdaptableNetwork::isShared).toList();
  }

  private static boolean isShared(Parameter parameter) {
    return parameter.name().endsWith(BIASES);
  }

  /** Leaves the weights, which are there already. */
  @Override
  public void initialize(RandomGenerator random) {}

  @Override
  public void repack(Tape tape) {
    network.repack(tape);
  }
}
