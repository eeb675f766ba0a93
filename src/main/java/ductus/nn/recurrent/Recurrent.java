package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.CarriedState;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.State;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import ductus.nn.attention.Attention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A recurrent layer of any {@link Cell}, fused over the sequence: the pre-activations are x·W +
 * h′·U + b, or, where the cells want no {@link StateProduct}, x·W + b; then threads meet at the
 * ends only.
 *
 * <p>With an {@link Attention} it reads a vector w at each time step: the output is h and w side by
 * side [T×B×(H+W)], and w′ is one more input of the next step: w′·V is added to x·W.
 *
 * <p>Weights in the file: those of the {@link InputProjection}, that of the {@link StateProduct} U,
 * {@code bias} b [1×G·H], the cell's own, with an attention {@code weight_wh} V [W×G·H] and its
 * own, and {@code initial_state} [1×S] where it is learned; transposed, W, U and V are PyTorch's.
 *
 * <p>Threads share a pass out in one of two ways, or the caller does all of it, whichever is
 * fastest ({@link SharedWork}); the bits are the same. By <b>units</b>: each thread's part of the
 * weights stays in its own cache, with one barrier a time step each way, since what a thread
 * computes of the gradient of the hidden states is what its own cells want next; the products of
 * the inputs are made for a few time steps at a time, so that they are still in the cache when the
 * recurrence wants them. By <b>sequences</b>: each thread reads all weights, and waits for nobody
 * on its way through time.
 *
 * @param <I> what goes in
 */
public final class Recurrent<I> implements Layer<I> {
  /** Pre-activations that are made ahead of the recurrence, in floats a thread (256 KB). */
  private static final int AHEAD = 65_536;

  /** Groups of units whose gates are computed together: 12 strips in an LSTM, four wide tiles. */
  private static final int GROUPS = 3;

  /** Sequences are shared out in so many together: the rows of the highest register tile. */
  private static final int TILE = 8;

  private final InputProjection<I> feed;
  private final Cell cell;
  private final int place;
  private final GateLayout layout;
  private final @Nullable StateProduct product;
  private final Parameter bias;
  private final @Nullable AttentionFeedback feedback;
  private final @Nullable Parameter initialState;
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A layer with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param attention what it reads within each time step; null for nothing
   * @param place its index in the network's {@link State}
   * @param learnsState whether the state before the first time step is learned: {@code
   *     initial_state} [1×S]
   */
  public Recurrent(
      String name,
      InputProjection<I> feed,
      Cell cell,
      @Nullable Attention attention,
      int place,
      boolean learnsState) {
    this.feed = feed;
    this.cell = cell;
    this.place = place;
    layout = cell.layout();
    product = cell.hasStateProduct() ? new StateProduct(name, layout) : null;
    bias = new Parameter(name + ".bias", 1, layout.columns());
    feedback = attention == null ? null : new AttentionFeedback(name, attention, layout);
    initialState = learnsState ? new Parameter(name + ".initial_state", 1, stateSize()) : null;
  }

  @Override
  public int outputSize() {
    return layout.hiddenSize() + (feedback == null ? 0 : feedback.size());
  }

  /** Hidden state, then the cell's, then the vector read and the attention's own. */
  @Override
  public int stateSize() {
    int read = feedback == null ? 0 : feedback.stateSize();
    return (1 + cell.extraStates()) * layout.hiddenSize() + read;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(feed.parameters());
    if (product != null) {
      all.add(product.weights());
    }
    all.add(bias);
    all.addAll(cell.parameters());
    if (feedback != null) {
      all.addAll(feedback.parameters());
    }
    if (initialState != null) {
      all.add(initialState);
    }
    return all;
  }

  @Override
  public void initializeState(FMatrixRMaj state) {
    state.zero();
    if (feedback != null) {
      feedback.initializeState(state, stateSize() - feedback.stateSize());
    }
    if (initialState != null) {
      Rows.repeat(initialState.value().data, state, 0, state.numRows, 0, state.numCols);
    }
  }

  /** Uniform within one over the root of H; the cell decides over biases; the state starts at 0. */
  @Override
  public void initialize(RandomGenerator random) {
    double bound = 1 / Math.sqrt(layout.hiddenSize());
    feed.initialize(bound, random);
    if (product != null) {
      cell.initializeStateProduct(product.weights().value(), bound, random);
    }
    cell.initialize(bias.value(), random);
    if (feedback != null) {
      feedback.initialize(bound, random);
    }
    if (initialState != null) {
      initialState.value().zero();
    }
  }

  @Override
  public void repack(Tape tape) {
    Run run = open(tape);
    run.packing.run(tape.workers(), 1);
  }

  @Override
  public FMatrixRMaj forward(I input, Tape tape) {
    return open(tape).forward(input);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return open(tape).backward(dOutput);
  }

  /** The activations of the units in the last forward pass on a tape, before any way back. */
  public RecurrentActivations activity(Tape tape) {
    return open(tape).activity();
  }

  /** The attention that the layer reads within each time step; empty for none. */
  public Optional<Attention> attention() {
    return Optional.ofNullable(feedback).map(AttentionFeedback::attention);
  }

  /**
   * Nanoseconds that a sequence's time step took of late, there and back: alone, by units, by
   * sequences; infinite where that was not tried, as with one thread.
   */
  public double[] nanosAStep(Tape tape) {
    Run run = open(tape);
    double[] nanos = run.forth.nanosAnItem();
    double[] back = run.goingBack.nanosAnItem();
    Arrays.setAll(nanos, way -> nanos[way] + back[way]);
    return nanos;
  }

  private Run open(Tape tape) {
    return tape.workspace(this, opening);
  }

  /** One run's part of the layer. */
  private final class Run {
    private final Tape tape;
    private final InputProjection.Run<I> input;
    private final Cell.Run cells;
    private final AttentionFeedback.@Nullable Run reading;
    private final StateHistory hidden;
    private final StateProduct.@Nullable Run states;

    /** All that is carried from step to step, in the order of the state. */
    private final CarriedState[] carried;

    private final float[] biases = new float[layout.paddedColumns()];
    private final float[] dBias = new float[layout.paddedColumns()];
    private boolean wantsStateGradient;

    /** Made once, so that a pass allocates nothing. */
    private final SharedWork packing = new SharedWork(this::repack);

    private final SharedWork forth = new SharedWork(this::forward, this::forwardBySequence);
    private final SharedWork goingBack = new SharedWork(this::backward, this::backwardBySequence);
    private FMatrixRMaj dOutput = new FMatrixRMaj(0, 0);
    private @Nullable FMatrixRMaj biasGradient;

    Run(Tape tape) {
      this.tape = tape;
      hidden = new StateHistory(layout.hiddenSize(), tape);
      cells = cell.open(hidden, tape);
      input = feed.open(cells.inputPart(), tape);
      reading = feedback == null ? null : feedback.open(hidden, cells.inputPart(), tape);
      states = product == null ? null : product.open(hidden, cells, tape);
      List<CarriedState> all = new ArrayList<>(List.of(hidden));
      all.addAll(cells.states());
      if (reading != null) {
        all.addAll(reading.states());
      }
      carried = all.toArray(new CarriedState[0]);
    }

    private void repack(int slice, Workers crew) {
      feed.repack(tape.kernels(), slice, crew);
      if (product != null) {
        product.repack(fromGroup(slice, crew), toGroup(slice, crew));
      }
      if (feedback != null) {
        feedback.repack(slice, crew);
      }
    }

    private int fromGroup(int slice, Workers crew) {
      return crew.from(layout.groups(), slice);
    }

    private int toGroup(int slice, Workers crew) {
      return crew.from(layout.groups(), slice + 1);
    }

    private int fromSequence(int slice, Workers crew) {
      return crew.from(tape.batch(), slice);
    }

    private int toSequence(int slice, Workers crew) {
      return crew.from(tape.batch(), slice + 1);
    }

    /** First sequence of a slice that goes through the products, in whole tiles. */
    private int fromTile(int slice, Workers crew) {
      int tiles = (tape.batch() + TILE - 1) / TILE;
      return Math.min(tape.batch(), crew.from(tiles, slice) * TILE);
    }

    /**
     * Does some work in one of the ways that are possible: by sequences where threads would wait
     * for each other otherwise, and each gets a tile of them.
     */
    private void share(SharedWork work) {
      boolean bySequences = stepsMeet() && tape.batch() >= tape.workers().count() * TILE;
      work.run(tape.workers(), tape.rows(), bySequences ? 2 : 1);
    }

    FMatrixRMaj forward(I in) {
      input.begin(in);
      cells.begin();
      if (reading != null) {
        reading.begin();
      }
      FMatrixRMaj state = tape.state().layer(place);
      for (int i = 0, at = 0; i < carried.length; at += carried[i++].size()) {
        carried[i].begin();
        carried[i].read(state, at);
      }
      share(forth);
      for (int i = 0, at = 0; i < carried.length; at += carried[i++].size()) {
        carried[i].write(state, at);
      }
      return output();
    }

    /** The output of the layer: the hidden states, with an attention the vectors beside them. */
    private FMatrixRMaj output() {
      return reading == null ? hidden.all() : reading.output();
    }

    private void forward(int slice, Workers crew) {
      int from = fromGroup(slice, crew);
      int to = toGroup(slice, crew);
      int ahead = Math.max(1, AHEAD * crew.count() / (tape.batch() * cells.inputPart().numCols));
      layout.interleave(bias.value().data, biases, from, to);
      for (int t = 0; t < tape.time(); t++) {
        tape.ask(slice);
        if (t % ahead == 0) {
          int rows = Math.min(ahead, tape.time() - t) * tape.batch();
          project(t * tape.batch(), rows, from, to);
        }
        step(t, 0, tape.batch(), from, to);
        if (cells.worksByRow()) {
          crew.barrier();
          cells.forward(t, fromSequence(slice, crew), toSequence(slice, crew), 0, layout.groups());
        }
        if (reading != null) {
          crew.barrier();
          reading.forward(t, fromSequence(slice, crew), toSequence(slice, crew));
        }
        if (stepsMeet()) {
          crew.barrier();
        }
      }
    }

    /** Puts the part of the bias and of the input where the cells want it. */
    private void project(int row, int rows, int fromGroup, int toGroup) {
      FMatrixRMaj preActivations = cells.inputPart();
      int width = layout.gates() * Strips.WIDTH;
      Rows.repeat(biases, cells.biasPart(), row, rows, fromGroup * width, toGroup * width);
      if (cells.biasPart() != preActivations) {
        Rows.clear(preActivations, row, rows, fromGroup * width, toGroup * width);
      }
      input.project(row, rows, fromGroup, toGroup);
    }

    private void forwardBySequence(int slice, Workers crew) {
      int all = layout.groups();
      layout.interleave(bias.value().data, biases, fromGroup(slice, crew), toGroup(slice, crew));
      crew.barrier();
      int row = crew.from(tape.rows(), slice);
      project(row, crew.from(tape.rows(), slice + 1) - row, 0, all);
      crew.barrier();
      int from = fromTile(slice, crew);
      int to = fromTile(slice + 1, crew);
      for (int t = 0; t < tape.time(); t++) {
        tape.ask(slice);
        step(t, from, to, 0, all);
        if (cells.worksByRow()) {
          cells.forward(t, from, to, 0, all);
        }
        if (reading != null) {
          reading.forward(t, from, to);
        }
      }
    }

    /** Whether a time step wants what other threads computed of the one before. */
    private boolean stepsMeet() {
      return states != null || reading != null || cells.worksByRow();
    }

    /** One time step of some sequences and groups: the recurrent product, then the cells. */
    private void step(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      for (int from = fromGroup; from < toGroup; from += GROUPS) {
        int to = Math.min(toGroup, from + GROUPS);
        if (states != null) {
          states.multiply(t, fromSequence, toSequence, from, to);
        }
        if (reading != null) {
          reading.multiply(t, fromSequence, toSequence, from, to);
        }
        if (!cells.worksByRow()) {
          cells.forward(t, fromSequence, toSequence, from, to);
        }
      }
    }

    RecurrentActivations activity() {
      return new RecurrentActivations(layout, cell.gateNames(), hidden.all(), cells.gates());
    }

    FMatrixRMaj backward(FMatrixRMaj gradient) {
      if (hidden.all().numRows != tape.rows()) {
        throw new IllegalStateException("backward before forward");
      }
      dOutput = gradient;
      FMatrixRMaj dInput = input.beginBackward();
      if (states != null) {
        states.beginBackward(output());
      }
      biasGradient = tape.gradient(bias);
      cells.beginBackward();
      if (reading != null) {
        reading.beginBackward();
      }
      State dState = tape.dState();
      FMatrixRMaj dFinal = dState == null ? null : dState.layer(place);
      for (int i = 0, at = 0; i < carried.length; at += carried[i++].size()) {
        carried[i].beginBackward(dFinal, at);
      }
      Parameter learned = tape.beganInitially() ? initialState : null;
      wantsStateGradient = dState != null || learned != null;
      share(goingBack);
      for (int i = 0, at = 0; i < carried.length; at += carried[i++].size()) {
        if (dFinal != null) {
          carried[i].writeGradient(dFinal, at);
        }
        if (learned != null) {
          carried[i].addGradient(tape.gradient(learned), at);
        }
      }
      return dInput;
    }

    /** The gradient from above of the hidden states of all time steps, as the cells want it. */
    private FMatrixRMaj dHidden() {
      // Cells that went back through a step do not need its hidden states again.
      return reading == null ? dOutput : hidden.all();
    }

    private void backward(int slice, Workers crew) {
      int from = fromGroup(slice, crew);
      int to = toGroup(slice, crew);
      for (int t = tape.time() - 1; t >= 0; t--) {
        tape.ask(slice);
        if (reading != null) {
          reading.backward(t, dOutput, fromSequence(slice, crew), toSequence(slice, crew));
          crew.barrier();
        }
        if (cells.worksByRow()) {
          cells.backward(
              t, dHidden(), fromSequence(slice, crew), toSequence(slice, crew), 0, layout.groups());
        } else {
          cells.backward(t, dHidden(), 0, tape.batch(), from, to);
        }
        if (stepsMeet()) {
          crew.barrier();
        }
        if (t > 0 || wantsStateGradient) {
          if (states != null) {
            states.backToPrevious(t, 0, tape.batch(), from, to);
          }
          if (reading != null) {
            reading.backToPrevious(t, slice, crew);
          }
        }
        if (cells.worksByRow() || reading != null) {
          crew.barrier();
        }
      }
      finishBackward(slice, crew);
    }

    private void backwardBySequence(int slice, Workers crew) {
      int from = fromTile(slice, crew);
      int to = fromTile(slice + 1, crew);
      int all = layout.groups();
      for (int t = tape.time() - 1; t >= 0; t--) {
        tape.ask(slice);
        if (reading != null) {
          reading.backward(t, dOutput, from, to);
        }
        cells.backward(t, dHidden(), from, to, 0, all);
        if (t > 0 || wantsStateGradient) {
          if (states != null) {
            states.backToPrevious(t, from, to, 0, all);
          }
          if (reading != null) {
            reading.backToPrevious(t, from, to);
          }
        }
      }
      crew.barrier();
      finishBackward(slice, crew);
    }

    /** A thread's part of the gradients of all weights, and of the input. */
    private void finishBackward(int slice, Workers crew) {
      int from = fromGroup(slice, crew);
      int to = toGroup(slice, crew);
      int width = layout.gates() * Strips.WIDTH;
      Arrays.fill(dBias, from * width, to * width, 0);
      weightGradients(from, to);
      if (reading != null) {
        reading.finishBackward(from, to, slice, crew);
      }
      crew.barrier();
      input.inputGradient(slice, crew);
    }

    private void weightGradients(int from, int to) {
      if (states != null) {
        states.finishBackward(from, to);
      }
      cells.finishBackward(dBias, from, to);
      layout.addTo(dBias, Objects.requireNonNull(biasGradient).data, 1, from, to);
      input.backward(from, to);
    }
  }
}
