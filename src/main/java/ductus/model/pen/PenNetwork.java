package ductus.model.pen;

import ductus.math.Strips;
import ductus.model.Trainable;
import ductus.model.pen.PenNetworkConfig.TextWindow;
import ductus.nn.Embedding;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.attention.SoftWindow;
import ductus.nn.head.MixtureHead;
import ductus.nn.recurrent.DenseInputProjection;
import ductus.nn.recurrent.Recurrent;
import ductus.nn.recurrent.RecurrentActivations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.jspecify.annotations.Nullable;

/**
 * A network that predicts the next pen point: recurrent layers that each see the point before, the
 * style's vector and the layer below, and a mixture density head that sees them all (Graves 2013,
 * eq. 9–13). Where it follows a text, its first layer has a soft window on the characters (§5),
 * which all layers above and the head see too. Holds weights only; runs happen on a {@link Tape}.
 */
public final class PenNetwork implements Trainable {
  /** Characters that the window moves on at a point before anything is learned. */
  private static final double FIRST_STEP = 0.06;

  private final PenNetworkConfig config;
  private final Embedding styles;
  private final @Nullable TextEmbedding characters;
  private final @Nullable SoftWindow window;
  private final List<Recurrent<FMatrixRMaj>> layers = new ArrayList<>();
  private final MixtureHead head;
  private final int pointAndStyle;
  private final int windowSize;
  private final List<Parameter> parameters;
  private final Function<Tape, Run> opening = Run::new;

  /** A network with zero weights. */
  public PenNetwork(PenNetworkConfig config) {
    this.config = config;
    int hidden = config.hiddenSize();
    pointAndStyle = PenFeatures.SIZE + config.styleSize();
    styles = new Embedding("style", config.styles().size(), config.styleSize());
    TextWindow text = config.window();
    if (text == null) {
      windowSize = 0;
      characters = null;
      window = null;
    } else {
      windowSize = text.characterSize();
      characters = new TextEmbedding(text, config.letterforms());
      window = new SoftWindow(name(0), hidden, text.characterSize(), text.components(), FIRST_STEP);
    }
    for (int i = 0; i < config.layers(); i++) {
      String name = name(i);
      int size = inputSize(i);
      SoftWindow reading = i == 0 ? window : null;
      layers.add(
          config
              .cells()
              .layer(
                  name, gates -> new DenseInputProjection(name, size, gates), reading, hidden, i));
    }
    head = new MixtureHead(config.layers() * hidden + windowSize, config.mixtures());
    parameters = gatherParameters();
  }

  private String name(int layer) {
    return config.cells().kind() + "." + layer;
  }

  private List<Parameter> gatherParameters() {
    List<Parameter> all = new ArrayList<>(styles.parameters());
    if (characters != null) {
      all.addAll(characters.parameters());
    }
    layers.forEach(layer -> all.addAll(layer.parameters()));
    all.addAll(head.parameters());
    return List.copyOf(all);
  }

  /** Point and style; above the first layer also the window and the layer below. */
  private int inputSize(int layer) {
    return pointAndStyle + (layer == 0 ? 0 : windowSize + config.hiddenSize());
  }

  /** The shape of this network. */
  public PenNetworkConfig config() {
    return config;
  }

  /** The window on the text, where it follows one. */
  public Optional<SoftWindow> window() {
    return Optional.ofNullable(window);
  }

  /** The vectors of the hands that it has learned, a row each; live. */
  public FMatrixRMaj styles() {
    return styles.table().value();
  }

  /**
   * What each hand makes of each character, its rows as the configuration's letterforms say [R×W];
   * live.
   *
   * @throws IllegalStateException if it writes freely
   */
  public FMatrixRMaj letterforms() {
    if (characters == null) {
      throw new IllegalStateException("a network without a text has no letterforms");
    }
    return characters.forms();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public void initialize(RandomGenerator random) {
    styles.initialize(random);
    if (characters != null) {
      characters.initialize(random);
    }
    layers.forEach(layer -> layer.initialize(random));
    head.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    layers.forEach(layer -> layer.repack(tape));
    head.repack(tape);
  }

  /** The state before the first point. */
  public State initialState(int batchSize) {
    return State.initial(layers, batchSize);
  }

  /**
   * Runs over a batch, from the lines' beginnings, and computes its loss.
   *
   * @param scale factor of the gradient that {@link #backward} computes
   * @param alignment what the window's distance from the right character counts beside the points
   * @return the sum of −log density of the scaled points, in nats, without the alignment's part
   */
  public double loss(PenBatch batch, float scale, float alignment, Tape tape) {
    return tape.workspace(this, opening).loss(batch, scale, alignment);
  }

  /**
   * Runs over a batch, from the lines' beginnings, and does not look at its targets.
   *
   * @return what the head makes of each step [T×B×(1+6M)] in whole strips, on the tape
   */
  public FMatrixRMaj outputs(PenBatch batch, Tape tape) {
    return head.outputs(tape.workspace(this, opening).hidden(batch), tape);
  }

  /** Goes back from the last {@link #loss} and adds to the gradients on the tape. */
  public void backward(Tape tape) {
    tape.workspace(this, opening).backward();
  }

  /**
   * Gets ready to write lines.
   *
   * @param texts of the lines; null where it writes freely
   * @param hands share of each hand that it has learned in each line's style [B×hands]
   * @param tape on which the steps will be
   */
  public void open(@Nullable TextRows texts, FMatrixRMaj hands, Tape tape) {
    tape.workspace(this, opening).open(texts, hands);
  }

  /**
   * Runs the next time steps of the lines that were opened, as many as the tape was begun with.
   *
   * @param points features of the points before [T×B×4]
   * @return what the head makes of them [T×B×(1+6M)] in whole strips, on the tape
   */
  public FMatrixRMaj step(FMatrixRMaj points, Tape tape) {
    return head.outputs(tape.workspace(this, opening).hidden(points), tape);
  }

  /** The activations of the layers in the last forward pass, the lowest first. */
  public List<RecurrentActivations> activities(Tape tape) {
    return layers.stream().map(layer -> layer.activity(tape)).toList();
  }

  /** One run's part of the network. */
  private final class Run {
    private final Tape tape;
    private final Tape styleTape;
    private final Tape textTape;
    private final List<FMatrixRMaj> inputs = new ArrayList<>();
    private final List<FMatrixRMaj> outputs = new ArrayList<>();
    private final List<FMatrixRMaj> dOutputs = new ArrayList<>();
    private final FMatrixRMaj headInput = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dStyle = new FMatrixRMaj(0, 0);
    private FMatrixRMaj style = headInput;

    Run(Tape tape) {
      this.tape = tape;
      styleTape = new Tape(tape);
      textTape = new Tape(tape);
      for (int i = 0; i < layers.size(); i++) {
        inputs.add(new FMatrixRMaj(0, 0));
        outputs.add(headInput);
        dOutputs.add(new FMatrixRMaj(0, 0));
      }
    }

    void open(@Nullable TextRows texts, FMatrixRMaj hands) {
      FMatrixRMaj blended = CommonOps_FDRM.mult(hands, styles.table().value(), null);
      style = new FMatrixRMaj(hands.numRows, Strips.padded(config.styleSize()));
      Rows.copy(blended, 0, style, 0, config.styleSize(), 0, hands.numRows);
      if (window != null && characters != null) {
        TextRows rows = Objects.requireNonNull(texts);
        window.attend(characters.blend(rows, hands, textTape), rows.lengths(), tape);
      }
    }

    double loss(PenBatch batch, float scale, float alignment) {
      FMatrixRMaj hidden = hidden(batch);
      if (window != null) {
        window.align(batch.alignment(), alignment, scale, tape);
      }
      return head.loss(hidden, batch.targets(), scale, tape);
    }

    FMatrixRMaj hidden(PenBatch batch) {
      styleTape.begin(1, batch.size(), State.zero(List.of(), batch.size()));
      style = styles.forward(batch.styles(), styleTape);
      if (window != null && characters != null) {
        TextRows rows = Objects.requireNonNull(batch.texts());
        FMatrixRMaj vectors = characters.forward(rows, batch.styles().rows(), textTape);
        window.attend(vectors, rows.lengths(), tape);
      }
      return hidden(batch.points());
    }

    FMatrixRMaj hidden(FMatrixRMaj points) {
      int rows = tape.rows();
      headInput.reshape(rows, Strips.padded(headWidth()));
      for (int i = 0; i < layers.size(); i++) {
        FMatrixRMaj input = inputs.get(i);
        input.reshape(rows, Strips.padded(inputSize(i)));
        join(points, i, input);
        Layer<FMatrixRMaj> layer = layers.get(i);
        outputs.set(i, layer.forward(input, tape));
        int width = width(i);
        int column = column(i);
        FMatrixRMaj output = outputs.get(i);
        tape.workers()
            .run(
                (slice, crew) ->
                    Rows.copy(
                        output,
                        0,
                        headInput,
                        column,
                        width,
                        crew.from(rows, slice),
                        crew.from(rows, slice + 1)));
      }
      return headInput;
    }

    private int headWidth() {
      return column(layers.size());
    }

    /** Columns of a layer's output: its hidden states, those of the first one with the window. */
    private int width(int layer) {
      return config.hiddenSize() + (layer == 0 ? windowSize : 0);
    }

    /** The column at which a layer's output begins in the head's input. */
    private int column(int layer) {
      return layer == 0 ? 0 : layer * config.hiddenSize() + windowSize;
    }

    /** Point, style, window, and the hidden states of the layer below. */
    private void join(FMatrixRMaj points, int layer, FMatrixRMaj input) {
      int rows = tape.rows();
      int hidden = config.hiddenSize();
      tape.workers()
          .run(
              (slice, crew) -> {
                int from = crew.from(rows, slice);
                int to = crew.from(rows, slice + 1);
                Rows.clear(input, from, to - from, 0, input.numCols);
                Rows.copy(points, 0, input, 0, PenFeatures.SIZE, from, to);
                for (int row = from; row < to; row++) {
                  System.arraycopy(
                      style.data,
                      row % tape.batch() * style.numCols,
                      input.data,
                      row * input.numCols + PenFeatures.SIZE,
                      config.styleSize());
                }
                if (layer > 0) {
                  Rows.copy(outputs.get(0), hidden, input, pointAndStyle, windowSize, from, to);
                  Rows.copy(
                      outputs.get(layer - 1),
                      0,
                      input,
                      pointAndStyle + windowSize,
                      hidden,
                      from,
                      to);
                }
              });
    }

    void backward() {
      FMatrixRMaj dHead = head.backward(tape);
      int rows = tape.rows();
      for (int i = 0; i < layers.size(); i++) {
        FMatrixRMaj dOutput = dOutputs.get(i);
        dOutput.reshape(rows, Strips.padded(width(i)));
        int width = width(i);
        int column = column(i);
        tape.workers()
            .run(
                (slice, crew) -> {
                  int from = crew.from(rows, slice);
                  int to = crew.from(rows, slice + 1);
                  Rows.clear(dOutput, from, to - from, 0, dOutput.numCols);
                  Rows.copy(dHead, column, dOutput, 0, width, from, to);
                });
      }
      dStyle.reshape(tape.batch(), Strips.padded(config.styleSize()));
      dStyle.zero();
      for (int i = layers.size() - 1; i >= 0; i--) {
        backward(i);
      }
      styles.backward(dStyle, styleTape);
      if (window != null && characters != null) {
        characters.backward(window.contextGradient(tape), textTape);
      }
    }

    private void backward(int layer) {
      FMatrixRMaj dInput = layers.get(layer).backward(dOutputs.get(layer), tape);
      int hidden = config.hiddenSize();
      tape.workers()
          .run(
              (slice, crew) -> {
                if (layer > 0) {
                  int from = crew.from(tape.rows(), slice);
                  int to = crew.from(tape.rows(), slice + 1);
                  FMatrixRMaj first = dOutputs.get(0);
                  Rows.add(dInput, pointAndStyle, first, hidden, windowSize, from, to);
                  FMatrixRMaj below = dOutputs.get(layer - 1);
                  Rows.add(dInput, pointAndStyle + windowSize, below, 0, hidden, from, to);
                }
                addStyles(
                    dInput, crew.from(tape.batch(), slice), crew.from(tape.batch(), slice + 1));
              });
    }

    /** Sums the gradient of some lines' styles over time. */
    private void addStyles(FMatrixRMaj dInput, int fromLine, int toLine) {
      for (int t = 0; t < tape.time(); t++) {
        for (int b = fromLine; b < toLine; b++) {
          int from = (t * tape.batch() + b) * dInput.numCols + PenFeatures.SIZE;
          int to = b * dStyle.numCols;
          for (int s = 0; s < config.styleSize(); s++) {
            dStyle.data[to + s] += dInput.data[from + s];
          }
        }
      }
    }
  }
}
