package ductus.nn.attention.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.attention.Attention;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Both attentions by themselves, without the layer around them. */
class ContentAttentionTest {
  private static final double TOLERANCE = 4e-6;
  private static final int LONGEST = 6;

  @Test
  void bothAttentionsFollowTheReferenceForwardAndBackward() {
    try (Workers workers = new Workers(2)) {
      for (boolean additive : new boolean[] {true, false}) {
        for (int[] sizes : new int[][] {{4, 3, 5}, {16, 20, 16}, {33, 17, 40}}) {
          for (int time : new int[] {1, 2, 12}) {
            for (int batch : new int[] {1, 3}) {
              compare(new Run(additive, sizes, time, batch, workers));
            }
          }
        }
      }
    }
  }

  private static void compare(Run run) {
    run.forward();
    run.backward();
    ReferenceContent reference = run.reference();
    double[][][] dContext = new double[run.batch][LONGEST][run.size];
    for (int t = 0; t < run.time; t++) {
      for (int b = 0; b < run.batch; b++) {
        String what = "%s, step %d of %d, sequence %d, ".formatted(run, t, run.time, b);
        int row = t * run.batch + b;
        double[] hidden = wide(run.hidden, row, run.hiddenSize);
        double[][] context = run.context(b);
        require(what + "weights", reference.weights(hidden, context), run.weights(), row, 1);
        require(what + "vector", reference.vector(hidden, context), run.vectors, row, 1);
        double[] dHidden = new double[run.hiddenSize];
        reference.back(hidden, context, wide(run.dVectors, row, run.size), dHidden, dContext[b]);
        require(what + "dHidden", dHidden, run.dHidden, row, 5);
      }
    }
    for (int b = 0; b < run.batch; b++) {
      for (int u = 0; u < LONGEST; u++) {
        require(run + "dContext", dContext[b][u], run.dContext(), u * run.batch + b, 5);
      }
    }
    List<double[]> gradients =
        List.of(reference.dAsking, reference.dKeys, reference.dScore)
            .subList(0, run.attention.parameters().size());
    for (int i = 0; i < gradients.size(); i++) {
      Parameter parameter = run.attention.parameters().get(i);
      float[] gradient = run.tape.gradient(parameter).data;
      double[] expected = gradients.get(i);
      double size = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
      assertArrayEquals(
          expected,
          Closeness.widen(gradient, expected.length),
          10 * TOLERANCE * size,
          run + parameter.name());
    }
  }

  private static void require(
      String what, double[] expected, FMatrixRMaj actual, int row, double factor) {
    double[] found = wide(actual, row, expected.length);
    double size = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    assertArrayEquals(expected, found, factor * TOLERANCE * size, what);
  }

  private static double[] wide(FMatrixRMaj matrix, int row, int length) {
    int at = row * matrix.numCols;
    return Closeness.widen(Arrays.copyOfRange(matrix.data, at, at + length), length);
  }

  @Test
  void weightsAddUpToOneAndStayWithinTheSequence() {
    try (Workers workers = new Workers(1)) {
      for (boolean additive : new boolean[] {true, false}) {
        Run run = new Run(additive, new int[] {4, 3, 5}, 3, 3, workers);
        run.forward();
        for (int row = 0; row < 9; row++) {
          double[] weights = wide(run.weights(), row, LONGEST);
          assertEquals(1, Arrays.stream(weights).sum(), 1e-6);
          int length = run.lengths[row % 3];
          assertEquals(0, Arrays.stream(weights).skip(length).sum());
        }
      }
    }
  }

  @Test
  void aHighScoreDoesNotOverflow() {
    try (Workers workers = new Workers(1)) {
      Run run = new Run(false, new int[] {4, 3, 5}, 1, 1, workers);
      for (int i = 0; i < run.hidden.data.length; i++) {
        run.hidden.data[i] *= 1000;
      }
      run.forward();
      assertEquals(1, Arrays.stream(wide(run.weights(), 0, LONGEST)).sum(), 1e-6);
    }
  }

  @Test
  void bitsAreTheSameOnAnyNumberOfThreads() {
    for (boolean additive : new boolean[] {true, false}) {
      String alone = bits(additive, 1);
      assertEquals(alone, bits(additive, 2));
      assertEquals(alone, bits(additive, 3));
    }
  }

  private static String bits(boolean additive, int threads) {
    try (Workers workers = new Workers(threads)) {
      Run run = new Run(additive, new int[] {33, 17, 40}, 9, 7, workers);
      run.forward();
      run.backward();
      StringBuilder bits =
          new StringBuilder(Seeded.bits(run.vectors.data, run.dHidden.data, run.dContext().data));
      run.attention
          .parameters()
          .forEach(each -> bits.append(Seeded.bits(run.tape.gradient(each).data)));
      return bits.toString();
    }
  }

  @Test
  void aBatchIsItsSequencesToTheLastBit() {
    try (Workers workers = new Workers(2)) {
      for (boolean additive : new boolean[] {true, false}) {
        Run all = new Run(additive, new int[] {17, 20, 12}, 4, 3, workers);
        all.forward();
        all.backward();
        for (int b = 0; b < 3; b++) {
          Run alone = all.sequence(b);
          alone.forward();
          alone.backward();
          assertArrayEquals(part(all.vectors, 3, b), alone.vectors.data);
          assertArrayEquals(part(all.dHidden, 3, b), alone.dHidden.data);
          assertArrayEquals(part(all.dContext(), 3, b), alone.dContext().data);
        }
      }
    }
  }

  private static float[] part(FMatrixRMaj all, int batch, int b) {
    int size = all.numCols;
    float[] single = new float[all.numRows / batch * size];
    for (int i = 0; i < all.numRows / batch; i++) {
      System.arraycopy(all.data, (i * batch + b) * size, single, i * size, size);
    }
    return single;
  }

  @Test
  void refusesAContextThatDoesNotFit() {
    try (Workers workers = new Workers(1)) {
      Run run = new Run(true, new int[] {4, 3, 5}, 1, 2, workers);
      FMatrixRMaj narrow = new FMatrixRMaj(2 * LONGEST, 3);
      int[] both = {LONGEST, LONGEST};
      assertThrows(
          IllegalArgumentException.class, () -> run.attention.attend(narrow, both, run.tape));
      for (int wrong : new int[] {0, LONGEST + 1}) {
        int[] lengths = {LONGEST, wrong};
        assertThrows(
            IllegalArgumentException.class,
            () -> run.attention.attend(run.context, lengths, run.tape));
      }
      run.forward();
      run.tape.begin(1, 3, State.zero(List.of(), 3));
      Attention.Run open = run.attention.open(run.tape);
      assertThrows(IllegalStateException.class, open::begin);
    }
  }

  /** An attention with random weights that goes over random hidden states. */
  private static final class Run {
    final ContentAttention attention;
    final int hiddenSize;
    final int size;
    final int time;
    final int batch;
    final int[] lengths;
    final FMatrixRMaj context;
    final FMatrixRMaj hidden;
    final FMatrixRMaj dVectors;
    final FMatrixRMaj vectors;
    final FMatrixRMaj dHidden;
    final Tape tape;
    private final int units;
    private final Workers workers;

    Run(boolean additive, int[] sizes, int time, int batch, Workers workers) {
      RandomGenerator random = Seeded.random(31L * sizes[0] + batch);
      hiddenSize = sizes[0];
      size = sizes[1];
      units = sizes[2];
      this.time = time;
      this.batch = batch;
      this.workers = workers;
      attention =
          additive
              ? new AdditiveAttention("a", hiddenSize, size, units)
              : new MultiplicativeAttention("a", hiddenSize, size);
      for (Parameter parameter : attention.parameters()) {
        parameter.value().setData(Seeded.floats(parameter.size(), 0.7, random));
      }
      lengths = new int[batch];
      Arrays.setAll(lengths, b -> Math.max(1, LONGEST - 2 * b));
      context = matrix(LONGEST * batch, size, random);
      hidden = matrix(time * batch, hiddenSize, random);
      dVectors = matrix(time * batch, size, random);
      vectors = new FMatrixRMaj(time * batch, Strips.padded(size));
      dHidden = new FMatrixRMaj(time * batch, Strips.padded(hiddenSize));
      tape = new Tape(KernelChoice.best(), workers);
    }

    private Run(Run all, int b) {
      attention = all.attention;
      hiddenSize = all.hiddenSize;
      size = all.size;
      units = all.units;
      time = all.time;
      batch = 1;
      workers = all.workers;
      lengths = new int[] {all.lengths[b]};
      context = one(all.context, all.batch, b);
      hidden = one(all.hidden, all.batch, b);
      dVectors = one(all.dVectors, all.batch, b);
      vectors = new FMatrixRMaj(time, Strips.padded(size));
      dHidden = new FMatrixRMaj(time, Strips.padded(hiddenSize));
      tape = new Tape(KernelChoice.best(), workers);
    }

    Run sequence(int b) {
      return new Run(this, b);
    }

    private static FMatrixRMaj one(FMatrixRMaj all, int batch, int b) {
      FMatrixRMaj single = new FMatrixRMaj(all.numRows / batch, all.numCols);
      single.setData(part(all, batch, b));
      return single;
    }

    private static FMatrixRMaj matrix(int rows, int columns, RandomGenerator random) {
      return Padded.of(Seeded.matrix(rows, columns, random));
    }

    void forward() {
      workers.run(attention::repack);
      tape.begin(time, batch, State.zero(List.of(), batch));
      attention.attend(context, lengths, tape);
      Attention.Run run = attention.open(tape);
      run.begin();
      workers.run(
          (slice, crew) -> {
            for (int t = 0; t < time; t++) {
              int from = crew.from(batch, slice);
              run.forward(t, hidden, vectors, from, crew.from(batch, slice + 1));
            }
          });
    }

    void backward() {
      Attention.Run run = attention.open(tape);
      run.beginBackward();
      FMatrixRMaj step = new FMatrixRMaj(batch, dVectors.numCols);
      for (int t = time - 1; t >= 0; t--) {
        int now = t;
        System.arraycopy(dVectors.data, t * step.data.length, step.data, 0, step.data.length);
        workers.run(
            (slice, crew) ->
                run.backward(
                    now, step, dHidden, crew.from(batch, slice), crew.from(batch, slice + 1)));
      }
      workers.run((slice, crew) -> run.finishBackward(hidden, slice, crew));
      attention.contextGradient(tape);
    }

    FMatrixRMaj weights() {
      return attention.weights(tape);
    }

    FMatrixRMaj dContext() {
      return attention.contextGradient(tape);
    }

    double[][] context(int b) {
      double[][] rows = new double[lengths[b]][];
      Arrays.setAll(rows, u -> wide(context, u * batch + b, size));
      return rows;
    }

    ReferenceContent reference() {
      ReferenceContent reference =
          new ReferenceContent(hiddenSize, size, units, attention instanceof AdditiveAttention);
      List<double[]> values = List.of(reference.asking, reference.keys, reference.score);
      for (int i = 0; i < attention.parameters().size(); i++) {
        Parameter parameter = attention.parameters().get(i);
        double[] wide = Closeness.widen(parameter.value().data, parameter.size());
        System.arraycopy(wide, 0, values.get(i), 0, wide.length);
      }
      return reference;
    }

    @Override
    public String toString() {
      return "%s, %d × %d × %d, "
          .formatted(attention.getClass().getSimpleName(), hiddenSize, size, units);
    }
  }
}
