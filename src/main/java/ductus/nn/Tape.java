package ductus.nn;

import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Workers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/**
 * One run's workspace: the shape of the batch, activations kept for the way back, scratch,
 * gradients, and the recurrent state. Buffers grow to the largest batch seen and are used again.
 * Not for use by two threads at once; its crew does that.
 */
public final class Tape {
  private final Kernels kernels;
  private final Workers workers;
  private final IdentityHashMap<Object, Map<String, FMatrixRMaj>> buffers = new IdentityHashMap<>();
  private final IdentityHashMap<Parameter, FMatrixRMaj> gradients = new IdentityHashMap<>();
  private final IdentityHashMap<Object, FMatrixRMaj> inputs = new IdentityHashMap<>();
  private State state = new State(List.of());
  private int time;
  private int batch;
  private boolean training;
  private long noiseKey;
  private int noiseStep;
  private boolean noiseHeld;
  private float labelSmoothing;

  /** An empty tape; {@link #begin} gives it a shape. */
  public Tape(Kernels kernels, Workers workers) {
    this.kernels = kernels;
    this.workers = workers;
  }

  /**
   * Starts a pass over a batch [T×B].
   *
   * @param state initial state of the recurrent layers, B rows each; holds the final state
   *     afterwards
   */
  public void begin(int time, int batch, State state) {
    if (time < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "time steps and batch size must be 1 or more but were " + time + " and " + batch);
    }
    this.time = time;
    this.batch = batch;
    this.state = state;
    training = false;
  }

  /** Turns noise on for this pass; the noise depends on nothing but the seed and the pass. */
  public void train(long seed, long pass) {
    train(seed, pass, 0, false);
  }

  /**
   * Turns noise on for a pass over a part of some sequences.
   *
   * @param pass number that is the same for all parts that share their noise
   * @param firstStep time step of the sequences at which the part begins
   * @param heldInTime whether a sequence has the same noise at all time steps
   */
  public void train(long seed, long pass, int firstStep, boolean heldInTime) {
    training = true;
    noiseKey = PlaceRandom.key(seed, pass);
    noiseStep = firstStep;
    noiseHeld = heldInTime;
  }

  /**
   * Has the gradients of softmax heads be those of smoothed targets from now on.
   *
   * @param share of a target's probability that is spread over all tokens, 0 to below 1
   */
  public void smoothLabels(float share) {
    labelSmoothing = share;
  }

  /** Time steps T. */
  public int time() {
    return time;
  }

  /** Sequences B. */
  public int batch() {
    return batch;
  }

  /** Rows of a matrix over time, T·B. */
  public int rows() {
    return time * batch;
  }

  public Kernels kernels() {
    return kernels;
  }

  public Workers workers() {
    return workers;
  }

  /** The recurrent state: initial while a layer reads it, final once the layer is done. */
  public State state() {
    return state;
  }

  /** Whether this pass has noise in it. */
  boolean training() {
    return training;
  }

  /** Key of this update's noise at one place of the network. */
  long noiseKey(int place) {
    return PlaceRandom.key(noiseKey, place);
  }

  /** Time step of the sequences at which this pass begins, for its noise. */
  int noiseStep() {
    return noiseStep;
  }

  /** Whether a sequence has the same noise at all time steps. */
  boolean isNoiseHeld() {
    return noiseHeld;
  }

  /** Share of a target's probability that is spread over all tokens. */
  float labelSmoothing() {
    return labelSmoothing;
  }

  /** A matrix that a layer keeps on the tape under a name; its content is what was left there. */
  FMatrixRMaj buffer(Object owner, String name, int rows, int columns) {
    FMatrixRMaj matrix =
        buffers
            .computeIfAbsent(owner, o -> new HashMap<>())
            .computeIfAbsent(name, n -> new FMatrixRMaj(0, 0));
    matrix.reshape(rows, columns);
    return matrix;
  }

  /** Remembers what went into a layer, or a head, for the way back. */
  void keepInput(Object owner, FMatrixRMaj input) {
    inputs.put(owner, input);
  }

  /** What went into a layer on the last forward pass. */
  FMatrixRMaj input(Object owner) {
    FMatrixRMaj input = inputs.get(owner);
    if (input == null) {
      throw new IllegalStateException("backward before forward");
    }
    return input;
  }

  /** The gradient of a parameter, summed over the passes since {@link #clearGradients}. */
  public FMatrixRMaj gradient(Parameter parameter) {
    return gradients.computeIfAbsent(
        parameter, p -> new FMatrixRMaj(p.value().numRows, p.value().numCols));
  }

  /** Sets all gradients to zero. */
  public void clearGradients() {
    for (FMatrixRMaj gradient : gradients.values()) {
      Arrays.fill(gradient.data, 0);
    }
  }
}
