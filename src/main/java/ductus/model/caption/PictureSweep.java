package ductus.model.caption;

import ductus.math.Strips;
import ductus.model.cell.GatedCells;
import ductus.nn.Dropout;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.recurrent.Bidirectional;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A layer in both directions along all columns of a picture, or along all its rows, each a sequence
 * of its own: what it sees does not depend on where it stands across. Places are in the order of
 * its steps: row by row where it goes along columns, column by column where it goes along rows.
 */
final class PictureSweep {
  private final PlaceOrder order;
  private final int inputSize;
  private final Bidirectional layer;
  private final Dropout dropout;
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A sweep with zero weights.
   *
   * @param order how its places are those of the layer below
   * @param belowSize numbers of a place below
   * @param hiddenSize of each direction
   * @param place number of its dropout in the network
   */
  PictureSweep(
      int number,
      GatedCells cells,
      PlaceOrder order,
      int belowSize,
      int hiddenSize,
      double rate,
      int place) {
    this.order = order;
    inputSize = order.together() * belowSize;
    layer =
        new Bidirectional(
            inputSize,
            cells.layer("forwards." + number, inputSize, hiddenSize, 0),
            cells.layer("backwards." + number, inputSize, hiddenSize, 1));
    dropout = new Dropout(layer.outputSize(), rate, place);
  }

  int outputSize() {
    return layer.outputSize();
  }

  List<Parameter> parameters() {
    return layer.parameters();
  }

  void initialize(RandomGenerator random) {
    layer.initialize(random);
  }

  void repack(Tape outer) {
    layer.repack(open(outer).tape);
  }

  Run open(Tape outer) {
    return outer.workspace(this, opening);
  }

  /** One run's part of a sweep, on a tape of its own. */
  final class Run {
    private final Tape outer;
    private final Tape tape;
    private final FMatrixRMaj input = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dBelow = new FMatrixRMaj(0, 0);
    private int batch;

    private Run(Tape outer) {
      this.outer = outer;
      tape = new Tape(outer);
    }

    void begin(int pictures) {
      batch = pictures;
      int across = order.across() * pictures;
      tape.begin(order.steps(), across, State.zero(List.of(), across));
    }

    void train(long seed, long pass, boolean held) {
      tape.train(seed, pass, 0, held);
    }

    /**
     * Goes over pictures.
     *
     * @param below [P×B×F] of the layer below, in whole strips, not modified
     * @return [P×B×2H] in whole strips, on the tape
     */
    FMatrixRMaj forward(FMatrixRMaj below) {
      input.reshape(tape.rows(), Strips.padded(inputSize));
      input.zero();
      order.gather(below, inputSize, input, batch);
      return dropout.forward(layer.forward(input, tape), tape);
    }

    /** Goes back; the gradient of what is below, in whole strips. */
    FMatrixRMaj backward(FMatrixRMaj dOutput) {
      tape.clipDerivatives(outer.derivativeLimit());
      FMatrixRMaj dInput = layer.backward(dropout.backward(dOutput, tape), tape);
      dBelow.reshape(order.placesBelow() * batch, Strips.padded(inputSize / order.together()));
      dBelow.zero();
      order.scatter(dInput, inputSize, dBelow, batch);
      return dBelow;
    }
  }
}
