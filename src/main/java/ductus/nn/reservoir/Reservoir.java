package ductus.nn.reservoir;

import ductus.math.Elementary;
import ductus.math.PackedWeights;
import ductus.math.Products.RowProduct;
import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Initialization;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.State;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A layer of leaky units with sparse random connections that nobody learns (Jaeger, Lukoševičius,
 * Popovici and Siewert 2007, eq. 2): h = (1 − a)·h′ + a·tanh(x·W + h′·U + b). Nothing goes back
 * through it: what lies below it is not learned either.
 *
 * <p>Weights in the file, all frozen: {@code weight_ih} W [K×N], {@code bias} b [1×N], {@code
 * weight_hh} the C weights that come into each unit [N×C], and {@code source} the units that they
 * come from, as whole numbers [N×C].
 */
public final class Reservoir implements Layer<FMatrixRMaj> {
  private static final double BIAS = 0.2;

  private final ReservoirShape shape;
  private final int inputSize;
  private final int units;
  private final int connections;
  private final int place;
  private final Parameter inputWeights;
  private final Parameter bias;
  private final Parameter weights;
  private final Parameter sources;
  private final PackedWeights packed;
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A reservoir with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param inputSize K
   * @param units N
   * @param place its index in the network's {@link State}
   */
  public Reservoir(String name, int inputSize, int units, ReservoirShape shape, int place) {
    if (inputSize < 1 || units < 1) {
      throw new IllegalArgumentException(
          "input size and units must be 1 or more but were %d and %d".formatted(inputSize, units));
    }
    this.shape = shape;
    this.inputSize = inputSize;
    this.units = units;
    this.place = place;
    connections = connections(shape, units);
    inputWeights = Parameter.frozen(name + ".weight_ih", inputSize, units);
    bias = Parameter.frozen(name + ".bias", 1, units);
    weights = Parameter.frozen(name + ".weight_hh", units, connections);
    sources = Parameter.frozen(name + ".source", units, connections);
    packed = new PackedWeights(inputSize, units);
  }

  private static int connections(ReservoirShape shape, long units) {
    return (int) Math.min(shape.connections(), units);
  }

  /** Number of weights of a reservoir. */
  public static long weights(ReservoirShape shape, long inputSize, long units) {
    return (inputSize + 1 + 2L * connections(shape, units)) * units;
  }

  @Override
  public int outputSize() {
    return units;
  }

  @Override
  public int stateSize() {
    return units;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(inputWeights, bias, weights, sources);
  }

  /**
   * Input weights and biases even within their bounds; recurrent ones even, from units by chance,
   * and then scaled to the spectral radius.
   */
  @Override
  public void initialize(RandomGenerator random) {
    Initialization.uniform(inputWeights.value(), shape.inputScaling(), random);
    Initialization.uniform(bias.value(), BIAS, random);
    Initialization.uniform(weights.value(), 1, random);
    int[] order = new int[units];
    Arrays.setAll(order, i -> i);
    for (int u = 0; u < units; u++) {
      for (int c = 0; c < connections; c++) {
        int other = random.nextInt(c, units);
        int source = order[other];
        order[other] = order[c];
        order[c] = source;
        sources.value().data[u * connections + c] = source;
      }
    }
    double radius = SparseSpectralRadius.of(weights.value(), sources.value());
    float scale = radius == 0 ? 1 : (float) (shape.spectralRadius() / radius);
    for (int i = 0; i < weights.size(); i++) {
      weights.value().data[i] *= scale;
    }
  }

  @Override
  public void repack(Tape tape) {
    tape.workspace(this, opening).packing.run(tape.workers(), 1);
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    return tape.workspace(this, opening).forward(input);
  }

  /** Zeros: nothing goes back. */
  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return tape.workspace(this, opening).backward();
  }

  /** One sequence through this reservoir in double precision, from a state of zero. */
  public ReservoirRun echo() {
    return new ReservoirRun(
        inputWeights.value(), bias.value(), weights.value(), sources.value(), shape.leak());
  }

  /** One run's part of the layer. Each thread works on units of its own. */
  private final class Run {
    private final Tape tape;
    private final StateHistory states;
    private final FMatrixRMaj preActivations = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private final float[] biases = new float[Strips.padded(units)];
    private final SharedWork packing = new SharedWork(this::repack);
    private final SharedWork forth = new SharedWork(this::forward);
    private RowProduct product = new RowProduct(preActivations, packed, preActivations);

    Run(Tape tape) {
      this.tape = tape;
      states = new StateHistory(units, tape);
    }

    private void repack(int slice, Workers crew) {
      packed.pack(
          inputWeights.value(),
          crew.from(packed.strips(), slice),
          crew.from(packed.strips(), slice + 1));
    }

    FMatrixRMaj forward(FMatrixRMaj in) {
      product = product.of(in);
      FMatrixRMaj state = tape.state().layer(place);
      preActivations.reshape(tape.rows(), biases.length);
      System.arraycopy(bias.value().data, 0, biases, 0, units);
      states.begin();
      states.read(state, 0);
      forth.run(tape.workers(), tape.rows());
      states.write(state, 0);
      return states.all();
    }

    private void forward(int slice, Workers crew) {
      int fromStrip = crew.from(packed.strips(), slice);
      int toStrip = crew.from(packed.strips(), slice + 1);
      int from = fromStrip * Strips.WIDTH;
      int to = toStrip * Strips.WIDTH;
      Rows.repeat(biases, preActivations, 0, tape.rows(), from, to);
      tape.kernels().products().add(product, 0, 0, tape.rows(), fromStrip, toStrip);
      for (int t = 0; t < tape.time(); t++) {
        for (int b = 0; b < tape.batch(); b++) {
          step(t, b, from, Math.min(to, units));
          Arrays.fill(states.all().data, at(t, b) + Math.min(to, units), at(t, b) + to, 0);
        }
        crew.barrier();
      }
    }

    private int at(int t, int b) {
      return (t * tape.batch() + b) * states.all().numCols;
    }

    private void step(int t, int b, int from, int to) {
      float[] before = states.previous(t);
      int beforeAt = states.previousOffset(t, b);
      int at = at(t, b);
      float[] values = weights.value().data;
      float[] units = sources.value().data;
      float leak = (float) shape.leak();
      for (int u = from; u < to; u++) {
        float sum = preActivations.data[at + u];
        for (int c = u * connections; c < (u + 1) * connections; c++) {
          sum += values[c] * before[beforeAt + (int) units[c]];
        }
        float moved = (float) Elementary.tanh(sum);
        states.all().data[at + u] = (1 - leak) * before[beforeAt + u] + leak * moved;
      }
    }

    FMatrixRMaj backward() {
      State dState = tape.dState();
      if (dState != null) {
        dState.layer(place).zero();
      }
      dInput.reshape(tape.rows(), Strips.padded(inputSize));
      dInput.zero();
      return dInput;
    }
  }
}
