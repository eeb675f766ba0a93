package ductus.model.tracing;

import ductus.math.Strips;
import ductus.model.Core;
import ductus.model.InputLayer;
import ductus.model.ModelKind;
import ductus.model.Teachable;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.MixtureHead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that draws what it sees, as one that captions an image says what it sees (Vinyals et
 * al. 2015): an encoder of the picture, and recurrent layers with a mixture density head (Graves
 * 2013, eq. 16–26) that see what it made of it at every step. Holds weights only; runs happen on a
 * {@link Tape}.
 */
public final class TracerNetwork implements Teachable<TracingBatch> {
  /** Name by which a model file knows them. */
  public static final String ENCODING = "tracing";

  /** Version of what they read and write: {@link TracingFeatures}. */
  public static final int VERSION = 1;

  /** Files of such networks. */
  public static final ModelKind<TracerConfig, TracerNetwork> KIND =
      new ModelKind<>(
          List.of(ENCODING), TracerConfig.class, TracerConfig::weights, TracerNetwork::new);

  private static final int PIXELS = Picture.SIDE * Picture.SIDE;

  private final TracerConfig config;
  private final Core<FMatrixRMaj> encoder;
  private final Core<FMatrixRMaj> pen;
  private final MixtureHead head;
  private final List<Parameter> parameters;
  private final Function<Tape, Run> opening = Run::new;

  /** A network with zero weights. */
  public TracerNetwork(TracerConfig config) {
    this.config = config;
    encoder = new Core<>(config.encoder(), InputLayer.numbers(PIXELS, 0));
    pen =
        new Core<>(
            config.pen(), InputLayer.numbers(config.penInputSize(), config.encoder().layers()));
    head = new MixtureHead(pen.outputSize(), config.mixtures());
    List<Parameter> all = new ArrayList<>(encoder.parameters());
    all.addAll(pen.parameters());
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
  }

  /** The shape of this network. */
  public TracerConfig config() {
    return config;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public void initialize(RandomGenerator random) {
    encoder.initialize(random);
    pen.initialize(random);
    head.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    encoder.repack(tape);
    pen.repack(tape);
    head.repack(tape);
  }

  @Override
  public boolean isOfWholes() {
    return true;
  }

  @Override
  public State initialState(int batchSize) {
    return pen.initialState(batchSize);
  }

  @Override
  public void begin(TracingBatch batch, State state, Tape tape) {
    tape.begin(batch.time(), batch.size(), state);
    tape.workspace(this, opening).begin(batch.size());
  }

  @Override
  public void train(long seed, long pass, boolean held, Tape tape) {
    tape.train(seed, pass, 0, held);
    tape.workspace(this, opening).pictureTape.train(seed, pass, 0, held);
  }

  /**
   * Looks at the pictures, draws what was to be drawn, and computes the loss.
   *
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum of −log density of the offsets, in units of the spacing, and of −log
   *     probability of the pen, in nats
   */
  @Override
  public double loss(TracingBatch batch, float scale, Tape tape) {
    Run run = tape.workspace(this, opening);
    run.see(batch.pictures());
    return head.loss(run.hidden(batch.inputs()), batch.targets(), scale, tape);
  }

  @Override
  public void backward(Tape tape, Consumer<List<Parameter>> finished) {
    tape.workspace(this, opening).backward();
  }

  /**
   * Looks at pictures that are to be drawn.
   *
   * @param tape on which the steps will be
   */
  public void open(List<Picture> pictures, Tape tape) {
    Run run = tape.workspace(this, opening);
    run.begin(pictures.size());
    run.see(pictures);
  }

  /**
   * Runs the next time steps over the pictures that were opened, as many as the tape was begun
   * with.
   *
   * @param points features of the points before [T×B×F]
   * @return what the head makes of them [T×B×(1+6M)] in whole strips, on the tape
   */
  public FMatrixRMaj step(FMatrixRMaj points, Tape tape) {
    return head.outputs(tape.workspace(this, opening).hidden(points), tape);
  }

  /** One run's part of the network. */
  private final class Run {
    private final Tape tape;
    private final Tape pictureTape;
    private final FMatrixRMaj pixels = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj input = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dCondition = new FMatrixRMaj(0, 0);
    private FMatrixRMaj condition = dCondition;

    Run(Tape tape) {
      this.tape = tape;
      pictureTape = new Tape(tape);
    }

    void begin(int pictures) {
      pictureTape.begin(1, pictures, encoder.initialState(pictures));
    }

    void see(List<Picture> pictures) {
      pixels.reshape(pictures.size(), Strips.padded(PIXELS));
      for (int b = 0; b < pictures.size(); b++) {
        pictures.get(b).copyTo(pixels.data, b * pixels.numCols);
      }
      condition = encoder.forward(pixels, pictureTape);
    }

    /** The hidden states of the recurrent layers [T×B×H]. */
    FMatrixRMaj hidden(FMatrixRMaj points) {
      input.reshape(tape.rows(), Strips.padded(config.penInputSize()));
      int size = config.conditionSize();
      for (int row = 0; row < tape.rows(); row++) {
        Rows.clear(input, row, 1, config.penInputSize(), input.numCols);
        Rows.copy(points, 0, input, 0, TracingFeatures.SIZE, row, row + 1);
        System.arraycopy(
            condition.data,
            row % tape.batch() * condition.numCols,
            input.data,
            row * input.numCols + TracingFeatures.SIZE,
            size);
      }
      return pen.forward(input, tape);
    }

    void backward() {
      FMatrixRMaj dInput = pen.backward(head.backward(tape), tape);
      dCondition.reshape(tape.batch(), condition.numCols);
      dCondition.zero();
      for (int row = 0; row < tape.rows(); row++) {
        int from = row * dInput.numCols + TracingFeatures.SIZE;
        int to = row % tape.batch() * dCondition.numCols;
        for (int i = 0; i < config.conditionSize(); i++) {
          dCondition.data[to + i] += dInput.data[from + i];
        }
      }
      encoder.backward(dCondition, pictureTape);
    }
  }
}
