package ductus.model.caption;

import ductus.math.Strips;
import ductus.model.translation.SourceEncoder;
import ductus.model.translation.StateBridge;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The half of a network that looks: sweeps over a picture in four directions, one above another
 * (Visin et al. 2015, ReNet). The first goes along the columns of small squares, the others, by
 * turns along rows and columns, over places of four of these. The mean of all places makes the
 * decoder's first state (Xu et al. 2015, §3.1.2). Parameters: {@code forwards.N}, {@code
 * backwards.N}, those of {@link StateBridge}.
 */
final class PictureEncoder implements SourceEncoder<PictureBatch> {
  private final int contextSize;
  private final List<PictureSweep> sweeps = new ArrayList<>();
  private final StateBridge bridge;
  private final Function<Tape, Run> opening = Run::new;

  /** An encoder with zero weights, whose dropouts have the places from 0 on. */
  PictureEncoder(CaptionConfig config) {
    contextSize = config.contextSize();
    PlaceOrder order = PlaceOrder.same(PictureGrid.FINE);
    int below = PictureGrid.PATCH_PIXELS;
    for (int i = 0; i <= config.encoder().layers(); i++) {
      PictureSweep sweep =
          new PictureSweep(
              i, config.cells(), order, below, config.hiddenSize(i), config.encoder().dropout(), i);
      sweeps.add(sweep);
      below = sweep.outputSize();
      order =
          i == 0
              ? PlaceOrder.joined(PictureGrid.COARSE)
              : PlaceOrder.turned(order.steps(), order.across());
    }
    bridge = new StateBridge(contextSize, config.decoder().stateSize());
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    sweeps.forEach(sweep -> all.addAll(sweep.parameters()));
    all.addAll(bridge.parameters());
    return all;
  }

  @Override
  public void initialize(RandomGenerator random) {
    sweeps.forEach(sweep -> sweep.initialize(random));
    bridge.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    sweeps.forEach(sweep -> sweep.repack(tape));
    bridge.repack(tape);
  }

  @Override
  public Run open(Tape tape) {
    return tape.workspace(this, opening);
  }

  /** One run's part of the encoder. */
  final class Run implements SourceEncoder.Run<PictureBatch> {
    private final List<PictureSweep.Run> passes;
    private final StateBridge.Run crossing;
    private final FMatrixRMaj mean = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dOutput = new FMatrixRMaj(0, 0);
    private int batch;

    private Run(Tape outer) {
      passes = sweeps.stream().map(sweep -> sweep.open(outer)).toList();
      crossing = bridge.open(outer);
    }

    @Override
    public void begin(PictureBatch pictures) {
      batch = pictures.size();
      passes.forEach(pass -> pass.begin(batch));
      crossing.begin(batch);
    }

    @Override
    public void train(long seed, long pass, boolean held) {
      passes.forEach(each -> each.train(seed, pass, held));
    }

    @Override
    public FMatrixRMaj forward(PictureBatch pictures) {
      FMatrixRMaj output = pictures.patches();
      for (PictureSweep.Run pass : passes) {
        output = pass.forward(output);
      }
      mean.reshape(batch, output.numCols);
      mean.zero();
      for (int row = 0; row < output.numRows; row++) {
        int to = row % batch * mean.numCols;
        for (int i = 0; i < contextSize; i++) {
          mean.data[to + i] += output.data[row * output.numCols + i] / PictureGrid.COARSE.places();
        }
      }
      crossing.forward(mean);
      return output;
    }

    @Override
    public FMatrixRMaj state() {
      return crossing.state();
    }

    @Override
    public FMatrixRMaj stateGradient() {
      return crossing.stateGradient();
    }

    @Override
    public void backward(@Nullable FMatrixRMaj dContext) {
      dOutput.reshape(PictureGrid.COARSE.places() * batch, Strips.padded(contextSize));
      if (dContext == null) {
        dOutput.zero();
      } else {
        dOutput.setTo(dContext);
      }
      FMatrixRMaj dMean = crossing.backward();
      for (int row = 0; row < dOutput.numRows; row++) {
        int from = row % batch * dMean.numCols;
        for (int i = 0; i < contextSize; i++) {
          dOutput.data[row * dOutput.numCols + i] +=
              dMean.data[from + i] / PictureGrid.COARSE.places();
        }
      }
      FMatrixRMaj gradient = dOutput;
      for (int i = passes.size() - 1; i >= 0; i--) {
        gradient = passes.get(i).backward(gradient);
      }
    }
  }
}
