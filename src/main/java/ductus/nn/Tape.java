package ductus.nn;

import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * One run's workspace: the shape of the batch, activations kept for the way back, scratch,
 * gradients, and the recurrent state. Buffers grow to the largest batch seen and are used again.
 * Not for use by two threads at once; its crew does that.
 */
public final class Tape {
  private final Kernels kernels;
  private final Workers workers;
  private final IdentityHashMap<Object, Object> workspaces = new IdentityHashMap<>();
  private final IdentityHashMap<Parameter, FMatrixRMaj> gradients;
  private final List<FMatrixRMaj> gradientList;
  private final @Nullable Tape outer;
  private Runnable onTheWay = Tape::goOn;
  private State state = new State(List.of());
  private @Nullable State dState;
  private boolean initialState;
  private int time;
  private int batch;
  private int @Nullable [] lengths;
  private boolean training;
  private long noiseKey;
  private int noiseStep;
  private boolean noiseHeld;
  private float labelSmoothing;
  private @Nullable Consumer<List<Parameter>> finished;

  /** Made once, so that a pass allocates nothing. */
  private final Consumer<List<Parameter>> finishing = this::finished;

  private float derivativeLimit = Float.POSITIVE_INFINITY;

  /** An empty tape; {@link #begin} gives it a shape. */
  public Tape(Kernels kernels, Workers workers) {
    this.kernels = kernels;
    this.workers = workers;
    gradients = new IdentityHashMap<>();
    gradientList = new ArrayList<>();
    outer = null;
  }

  /** A tape inside another one: its gradients are the other's, its state and shape its own. */
  public Tape(Tape outer) {
    kernels = outer.kernels;
    workers = outer.workers;
    gradients = outer.gradients;
    gradientList = outer.gradientList;
    this.outer = outer;
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
    ask(0);
    this.time = time;
    this.batch = batch;
    this.state = state;
    initialState = state.leaveStart();
    dState = null;
    lengths = null;
    training = false;
  }

  /**
   * Has passes be asked on their way, from now on, whether they are to go on: at their beginning,
   * at time steps and at blocks of rows. What the question throws gives a pass up, and leaves
   * activations, gradients and the recurrent state half written; the weights are as they were.
   *
   * @param question run by the thread whose tape this is, often
   */
  public void askOnTheWay(Runnable question) {
    onTheWay = question;
  }

  /** Has passes not be asked any more. */
  public void askNoMore() {
    onTheWay = Tape::goOn;
  }

  /**
   * Asks whether the pass at hand is to go on, at a place where it can be given up.
   *
   * @param slice of the crew's work; the first, which is the tape's own thread, asks for all
   */
  public void ask(int slice) {
    if (outer != null) {
      outer.ask(slice);
    } else if (slice == 0) {
      onTheWay.run();
    }
  }

  private static void goOn() {}

  /**
   * Tells how long the sequences of this pass are, where some are padded behind their end. Causal
   * layers need not know.
   *
   * @param steps time steps of each sequence, 1 to T [B]; not copied
   */
  public void pad(int[] steps) {
    if (steps.length != batch || Arrays.stream(steps).anyMatch(n -> n < 1 || n > time)) {
      throw new IllegalArgumentException(
          "lengths must be %d of 1 to %d but were %s"
              .formatted(batch, time, Arrays.toString(steps)));
    }
    lengths = steps;
  }

  /** Time steps of a sequence without its padding. */
  public int length(int sequence) {
    return lengths == null ? time : lengths[sequence];
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

  /**
   * Has the derivatives of the loss with regard to the pre-activations of recurrent layers be
   * clipped from now on, at every time step of the way back (Graves 2013, §2.1).
   *
   * @param limit largest magnitude, 0 or more; infinite for none
   */
  public void clipDerivatives(float limit) {
    if (!(limit >= 0)) {
      throw new IllegalArgumentException("limit of derivatives must be 0 or more but was " + limit);
    }
    derivativeLimit = limit;
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

  /** Whether the pass began with the state before the first time step. */
  public boolean beganInitially() {
    return initialState;
  }

  /**
   * Has the way back of this pass begin with the gradient of its final state, and leave that of its
   * initial state.
   */
  public void carryGradient(State gradient) {
    dState = gradient;
  }

  /** Gradient of the final state, on the way back that of the initial state; null for none. */
  public @Nullable State dState() {
    return dState;
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
  public float labelSmoothing() {
    return labelSmoothing;
  }

  /** Largest magnitude of a derivative at a pre-activation of a recurrent layer, maybe infinite. */
  public float derivativeLimit() {
    return derivativeLimit;
  }

  /**
   * What a layer, or a head, keeps on this tape: activations, scratch.
   *
   * @param opening makes it, once; of one kind for one owner
   */
  public <W> W workspace(Object owner, Function<Tape, W> opening) {
    @SuppressWarnings("unchecked")
    W workspace = (W) workspaces.get(owner);
    if (workspace == null) {
      workspace = opening.apply(this);
      workspaces.put(owner, workspace);
    }
    return workspace;
  }

  /** The gradient of a parameter, summed over the passes since {@link #clearGradients}. */
  public FMatrixRMaj gradient(Parameter parameter) {
    FMatrixRMaj gradient = gradients.get(parameter);
    if (gradient == null) {
      gradient = new FMatrixRMaj(parameter.value().numRows, parameter.value().numCols);
      gradients.put(parameter, gradient);
      gradientList.add(gradient);
    }
    return gradient;
  }

  /**
   * Has somebody told, from now on, of parameters that the way back is done with.
   *
   * @param listener null for nobody
   */
  public void tellFinished(@Nullable Consumer<List<Parameter>> listener) {
    finished = listener;
  }

  /** To be told when this pass adds no more to the gradients of some parameters. */
  public Consumer<List<Parameter>> finishing() {
    return finishing;
  }

  private void finished(List<Parameter> parameters) {
    if (finished != null) {
      finished.accept(parameters);
    }
  }

  /** Sets all gradients to zero. */
  public void clearGradients() {
    for (int i = 0; i < gradientList.size(); i++) {
      Arrays.fill(gradientList.get(i).data, 0);
    }
  }
}
