package ductus.bench.kernel;

import ductus.bench.contender.Setting;
import ductus.math.Randomness;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.recurrent.DenseInputProjection;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.Recurrent;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A whole LSTM layer above the first, over a batch of sequences. */
@org.openjdk.jmh.annotations.State(Scope.Thread)
public class LstmBenchmark {
  @Param({"1", "2", "3", "4"})
  private int setting;

  @Param({"1", "2"})
  private int threads;

  private Setting sizes;
  private Workers workers;
  private Tape tape;
  private Recurrent<FMatrixRMaj> layer;
  private FMatrixRMaj input;
  private FMatrixRMaj dOutput;

  /** Makes the layer and its input. */
  @Setup
  public void prepare() {
    sizes = Forked.setting(setting);
    workers = new Workers(threads);
    tape = new Tape(Forked.kernels(), workers);
    LstmCell cell = new LstmCell(sizes.hidden());
    DenseInputProjection feed = new DenseInputProjection("layer", sizes.hidden(), cell.layout());
    layer = new Recurrent<>("layer", feed, cell, null, 0, false);
    layer.initialize(Randomness.of(1));
    layer.repack(tape);
    input = activations();
    dOutput = activations();
    forward();
  }

  private FMatrixRMaj activations() {
    int columns = Strips.padded(sizes.hidden());
    return FMatrixRMaj.wrap(sizes.tokens(), columns, Forked.random(sizes.tokens() * columns));
  }

  /** Over all time steps. */
  @Benchmark
  public FMatrixRMaj forward() {
    tape.begin(sizes.time(), sizes.batch(), State.zero(List.of(layer), sizes.batch()));
    return layer.forward(input, tape);
  }

  /** There and back, as backward replaces what forward left. */
  @Benchmark
  public FMatrixRMaj forwardAndBackward() {
    forward();
    return layer.backward(dOutput, tape);
  }

  /** Ends the crew. */
  @TearDown
  public void close() {
    workers.close();
  }
}
