package ductus.generate.hindsight;

import ductus.generate.HandPrimer;
import ductus.generate.PenGenerator;
import ductus.generate.PenTrajectory;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.pen.OffsetScale;
import ductus.model.pen.PenFeatures;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.TextRows;
import ductus.nn.Tape;
import ductus.nn.attention.SoftWindow;
import ductus.nn.recurrent.RecurrentActivations;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Says of a trail that a {@link PenGenerator} drew from what each of its points was drawn, and
 * where the window on the text stood.
 */
public final class TrajectoryReader {
  private final PenNetwork network;
  private final Tape tape;

  /** Creates a reader of a network with a window on a text; packs it. */
  public TrajectoryReader(PenNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Reads a trail from its beginning.
   *
   * @param hands share of each of the network's hands in its style [1×hands]
   * @param primer what it went on from
   */
  public ReadTrajectory read(PenTrajectory trail, FMatrixRMaj hands, HandPrimer primer) {
    SoftWindow window =
        network
            .window()
            .orElseThrow(() -> new IllegalArgumentException("the network must follow a text"));
    int primed = primer.points().size();
    network.open(
        new TextRows(List.of(trail.text()), network.config().textWindow().alphabet()), hands, tape);
    int steps = primed + trail.points();
    tape.begin(steps, 1, network.initialState(1));
    FMatrixRMaj raw = network.step(inputs(trail, primer), tape);
    float[][] outputs = new float[trail.points()][];
    float[][] attention = new float[trail.points()][];
    FMatrixRMaj weights = window.weights(tape);
    int first = primer.characters();
    int characters = trail.text().length() - first;
    int width = 1 + 6 * network.config().mixtures();
    for (int i = 0; i < trail.points(); i++) {
      int row = primed + i;
      outputs[i] = Arrays.copyOfRange(raw.data, row * raw.numCols, row * raw.numCols + width);
      int at = row * weights.numCols + first;
      attention[i] = Arrays.copyOfRange(weights.data, at, at + characters);
    }
    List<RecurrentActivations> layers = network.activities(tape);
    return new ReadTrajectory(network.config(), outputs, attention, layers, primed);
  }

  /** The network's inputs before each point: the point before it. */
  private FMatrixRMaj inputs(PenTrajectory trail, HandPrimer primer) {
    OffsetScale scale = network.config().scale();
    FMatrixRMaj beginning = primer.rows(scale, 1);
    int steps = primer.points().size() + trail.points();
    FMatrixRMaj inputs = new FMatrixRMaj(steps, PenFeatures.SIZE);
    System.arraycopy(beginning.data, 0, inputs.data, 0, beginning.getNumElements());
    for (int i = 0; i + 1 < trail.points(); i++) {
      PenFeatures.point(
          scale.scaleX(trail.deltaX(i)),
          scale.scaleY(trail.deltaY(i)),
          trail.penUp(i),
          trail.y(i),
          inputs.data,
          beginning.getNumElements() + i * PenFeatures.SIZE);
    }
    return inputs;
  }
}
