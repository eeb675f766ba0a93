package ductus.lab.trial;

import ductus.model.Trainable;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;

/** A network that learns from other first weights than its own; all else is as ever. */
public interface OtherStart extends Trainable {
  /** The network whose weights are learned. */
  Trainable network();

  @Override
  default List<Parameter> parameters() {
    return network().parameters();
  }

  @Override
  default void repack(Tape tape) {
    network().repack(tape);
  }
}
