package ductus.nn.attention;

import ductus.math.Strips;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** What a window shows of its context in a run: w = Σ φ(u)·c(u), and the way back. */
final class Blend {
  private final int size;
  private final Tape tape;
  private final FMatrixRMaj weights = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj dContext = new FMatrixRMaj(0, 0);
  private FMatrixRMaj context = dContext;
  private int[] lengths = {};

  /** Gradient of φ [B][U], a scratch for each sequence. */
  private float[][] dWeights = {};

  Blend(int size, Tape tape) {
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

  void begin() {
    if (lengths.length != tape.batch()) {
      throw new IllegalStateException(
          "context must be of %d sequences but was of %d".formatted(tape.batch(), lengths.length));
    }
    weights.reshape(tape.rows(), context.numRows / tape.batch() + 1);
  }

  /** Sets φ of a row to zero. */
  void clear(int row) {
    Arrays.fill(weights.data, row * weights.numCols, (row + 1) * weights.numCols, 0);
  }

  /** Adds a component to φ of a row. */
  void add(Bell bell, int row) {
    bell.addTo(weights.data, row * weights.numCols);
  }

  /** Computes a sequence's vector at a time step. */
  void forward(int t, int sequence, FMatrixRMaj vectors) {
    int row = t * tape.batch() + sequence;
    int vector = row * vectors.numCols;
    Arrays.fill(vectors.data, vector, vector + vectors.numCols, 0);
    int weight = row * weights.numCols;
    for (int u = 0; u < lengths[sequence]; u++) {
      if (weights.data[weight + u] != 0) {
        addScaled(weights.data[weight + u], context.data, at(u, sequence), vectors.data, vector);
      }
    }
  }

  private int at(int character, int sequence) {
    return (character * tape.batch() + sequence) * context.numCols;
  }

  void beginBackward() {
    dContext.reshape(context.numRows, context.numCols);
    dContext.zero();
    if (dWeights.length < tape.batch() || dWeights[0].length < weights.numCols) {
      dWeights = new float[tape.batch()][weights.numCols];
    }
  }

  /**
   * Goes back through a sequence's vector, and adds to the gradient of the context.
   *
   * @return the gradient of φ, where that is not 0
   */
  float[] backward(int t, int sequence, FMatrixRMaj dVectors) {
    float[] gradient = dWeights[sequence];
    int vector = sequence * dVectors.numCols;
    int weight = (t * tape.batch() + sequence) * weights.numCols;
    for (int u = 0; u < lengths[sequence]; u++) {
      float share = weights.data[weight + u];
      gradient[u] = 0;
      if (share != 0) {
        int at = at(u, sequence);
        gradient[u] = product(context.data, at, dVectors.data, vector);
        addScaled(share, dVectors.data, vector, dContext.data, at);
      }
    }
    return gradient;
  }

  private void addScaled(float factor, float[] row, int rowAt, float[] sum, int sumAt) {
    int columns = context.numCols;
    for (int i = 0; i < columns; i++) {
      sum[sumAt + i] += factor * row[rowAt + i];
    }
  }

  /** Σ x·y in eight partial sums, so that additions do not wait for each other. */
  private float product(float[] x, int xAt, float[] y, int yAt) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    for (int i = 0; i < context.numCols; i += 8) {
      s0 += x[xAt + i] * y[yAt + i];
      s1 += x[xAt + i + 1] * y[yAt + i + 1];
      s2 += x[xAt + i + 2] * y[yAt + i + 2];
      s3 += x[xAt + i + 3] * y[yAt + i + 3];
      s4 += x[xAt + i + 4] * y[yAt + i + 4];
      s5 += x[xAt + i + 5] * y[yAt + i + 5];
      s6 += x[xAt + i + 6] * y[yAt + i + 6];
      s7 += x[xAt + i + 7] * y[yAt + i + 7];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
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

  /** See {@link SoftWindow#position}. */
  double position(int sequence) {
    int weight = lastRow(sequence);
    double sum = 0;
    double mean = 0;
    for (int u = 0; u <= lengths[sequence]; u++) {
      sum += weights.data[weight + u];
      mean += weights.data[weight + u] * (u + 0.5);
    }
    return sum > 0 ? mean / sum : lengths[sequence] + 0.5;
  }

  private int lastRow(int sequence) {
    return (tape.rows() - tape.batch() + sequence) * weights.numCols;
  }
}
