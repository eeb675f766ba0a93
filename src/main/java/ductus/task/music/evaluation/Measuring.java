package ductus.task.music.evaluation;

import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.Tape;
import java.io.IOException;
import java.util.List;

/**
 * Measures a network on groups of sequences. What comes out for a group depends on it alone, so it
 * is the same wherever it is measured.
 */
@FunctionalInterface
public interface Measuring {
  /** The measures of the groups of sequences, in their order. */
  List<double[]> of(NatsMetric measure, List<List<Sequence>> groups) throws IOException;

  /** Returns a measuring by this machine; packs the network. */
  static Measuring here(Network network, Tape tape) {
    network.repack(tape);
    return (measure, groups) ->
        groups.stream().map(group -> measure.of(network, group, tape)).toList();
  }
}
