package ductus.generate;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.pen.OffsetScale;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenSequence;
import ductus.nn.Tape;
import ductus.nn.head.Mixture;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Says how probable the points of given lines are where a {@link PenGenerator} draws plainly. */
public final class PenScorer {
  private final PenNetwork network;
  private final Tape tape;

  /** Creates a scorer of a network; packs it. */
  public PenScorer(PenNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Returns the −log density of each point's scaled offset, with that of the pen's being lifted
   * behind it or not, of some lines side by side.
   *
   * @return nats [T] a line
   */
  public List<double[]> nats(List<PenSequence> lines) {
    PenBatch batch = new PenBatch(lines, network.config());
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    FMatrixRMaj outputs = network.outputs(batch, tape);
    Mixture mixture = new Mixture(network.config().mixtures());
    OffsetScale scale = network.config().scale();
    List<double[]> all = new ArrayList<>();
    for (int b = 0; b < lines.size(); b++) {
      PenSequence line = lines.get(b);
      double[] nats = new double[line.points()];
      for (int t = 0; t < nats.length; t++) {
        mixture.read(outputs.data, (t * lines.size() + b) * outputs.numCols);
        nats[t] =
            mixture.offsetNats(scale.scaleX(line.deltaX(t)), scale.scaleY(line.deltaY(t)))
                + mixture.penNats(line.penUp(t));
      }
      all.add(nats);
    }
    return all;
  }
}
