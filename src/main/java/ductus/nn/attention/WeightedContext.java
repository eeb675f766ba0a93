package ductus.nn.attention;

import ductus.math.Strips;
import ductus.math.WeightedSumKernels;
import ductus.math.WeightedSumKernels.BlendMatrices;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** What a window shows of its context in a run: w = Σ φ(u)·c(u), and the way back. */
final class WeightedContext {
  private final int size;
  private final Tape tape;
  private final FMatrixRMaj weights = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj dContext = new FMatrixRMaj(0, 0);
  private FMatrixRMaj context = dContext;
  private int[] lengths = {};

  /** Gradient of φ at the time step at hand [B×(U+1)], 0 where φ is. */
  private final FMatrixRMaj dWeights = new FMatrixRMaj(0, 0);

  private BlendMatrices forth = new BlendMatrices(weights, context, weights, 0);
  private BlendMatrices toWeights = new BlendMatrices(dWeights, context, weights, 0);
  private BlendMatrices toContext = new BlendMatrices(weights, dContext, weights, 0);

  WeightedContext(int size, Tape tape) {
    this.size = size;
    this.tape = tape;
  }

  /** See {@link SoftWindow#attend}. */
  void attend(FMatrixRMaj vectors, int[] characters) {
    int batch = characters.length;
    if (batch == 0 || vectors.numRows % batch != 0 || vectors.numCols != Strips.padded(size)) {
      throw new IllegalArgumentException(
          "context must be U·%d×%d but was %d×%d"
              .formatted(batch, Strips.padded(size), vectors.numRows, vectors.numCols));
    }
    int longest = vectors.numRows / batch;
    for (int length : characters) {
      if (length < 1 || length > longest) {
        throw new IllegalArgumentException(
            "lengths must be 1 to %d but were %s".formatted(longest, Arrays.toString(characters)));
      }
    }
    context = vectors;
    lengths = characters;
  }

  /** Characters of each sequence. */
  int[] lengths() {
    return lengths;
  }

  /** Characters of a sequence. */
  int length(int sequence) {
    return lengths[sequence];
  }

  /** Positions at which φ is wanted: the characters, and one behind them. */
  int positions(int sequence) {
    return lengths[sequence] + 1;
  }

  /** φ [T×B×(U+1)]. */
  FMatrixRMaj weights() {
    return weights;
  }

  /** Gradient of the context. */
  FMatrixRMaj contextGradient() {
    return dContext;
  }

  void begin(FMatrixRMaj vectors) {
    if (lengths.length != tape.batch()) {
      throw new IllegalStateException(
          "context must be of %d sequences but was of %d".formatted(tape.batch(), lengths.length));
    }
    weights.reshape(tape.rows(), context.numRows / tape.batch() + 1);
    forth = forth.of(context, vectors, tape.batch());
  }

  /** Sets φ of a row to zero. */
  void clear(int row) {
    Arrays.fill(weights.data, row * weights.numCols, (row + 1) * weights.numCols, 0);
  }

  /** Adds a component to φ of a row. */
  void add(GaussianWindow bell, int row) {
    bell.addTo(weights.data, row * weights.numCols);
  }

  /** Computes a sequence's vector at a time step. */
  void forward(int t, int sequence) {
    int row = t * tape.batch() + sequence;
    int from = first(row, sequence);
    int to = end(row, sequence, from);
    tape.kernels().blends().blend(forth, row, sequence, row, from, to);
  }

  /** The first character that can be seen from a row. */
  private int first(int row, int sequence) {
    int u = 0;
    while (u < lengths[sequence] && weights.data[row * weights.numCols + u] == 0) {
      u++;
    }
    return u;
  }

  /** The character behind the last that can be seen. */
  private int end(int row, int sequence, int from) {
    int u = lengths[sequence];
    while (u > from && weights.data[row * weights.numCols + u - 1] == 0) {
      u--;
    }
    return u;
  }

  void beginBackward(FMatrixRMaj dVectors) {
    dContext.reshape(context.numRows, context.numCols);
    dContext.zero();
    dWeights.reshape(tape.batch(), weights.numCols);
    toWeights = toWeights.of(context, dVectors, tape.batch());
    toContext = toContext.of(dContext, dVectors, tape.batch());
  }

  /** Gradient of φ of the sequences [B×(U+1)] at the time step gone back through last. */
  FMatrixRMaj weightsGradient() {
    return dWeights;
  }

  /** Goes back through a sequence's vector, and adds to the gradient of the context. */
  void backward(int t, int sequence) {
    int row = t * tape.batch() + sequence;
    int from = first(row, sequence);
    int to = end(row, sequence, from);
    int gradient = sequence * dWeights.numCols;
    Arrays.fill(dWeights.data, gradient, gradient + dWeights.numCols, 0);
    WeightedSumKernels kernels = tape.kernels().blends();
    kernels.blendWeights(toWeights, sequence, sequence, sequence, from, to);
    kernels.blendVectors(toContext, row, sequence, sequence, from, to);
  }

  /** See {@link SoftWindow#character}. */
  int character(int sequence) {
    int weight = lastRow(sequence);
    int largest = lengths[sequence];
    for (int u = lengths[sequence] - 1; u >= 0; u--) {
      if (weights.data[weight + u] >= weights.data[weight + largest]
          && weights.data[weight + u] > 0) {
        largest = u;
      }
    }
    return largest;
  }

  private int lastRow(int sequence) {
    return (tape.rows() - tape.batch() + sequence) * weights.numCols;
  }
}
