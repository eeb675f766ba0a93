package ductus.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.nn.GradientCheck;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The derivations of the course's chapters 5 and 7 to 10, held against differences and counts. */
class CourseOutputsTest {
  private final RandomGenerator random = Seeded.random(2);

  private static double entropy(double[] logits, double temperature) {
    double[] cooled = Arrays.stream(logits).map(z -> z / temperature).toArray();
    return Arrays.stream(Rows.softmax(cooled)).map(p -> -p * StrictMath.log(p)).sum();
  }

  @Test
  void chapter5LosesWhatWasSaidLessWhatCame() {
    double[] logits = Seeded.doubles(5, 2, random);
    double[] gradient = Rows.softmax(logits);
    gradient[3] -= 1;
    GradientCheck.check("z", logits, gradient, () -> -StrictMath.log(Rows.softmax(logits)[3]));
  }

  @Test
  void chapter5RaisesTheEntropyWithTheTemperature() {
    double[] logits = Seeded.doubles(5, 3, random);
    double[] temperature = {0.7};
    double[] said = Rows.softmax(Arrays.stream(logits).map(z -> z / temperature[0]).toArray());
    double mean = Rows.dot(said, logits);
    double squares = Rows.dot(said, Arrays.stream(logits).map(z -> z * z).toArray());
    double slope = (squares - mean * mean) / StrictMath.pow(temperature[0], 3);
    GradientCheck.check(
        "T", temperature, new double[] {slope}, () -> entropy(logits, temperature[0]));
  }

  @Test
  void chapter5ComparesUnits() {
    assertEquals(1.19, 4.6 / 5.6 / StrictMath.log(2), 0.005);
    assertEquals(99, StrictMath.exp(4.6), 0.5);
    assertEquals(46, StrictMath.pow(1000, 1 / 1.8), 0.5);
  }

  @Test
  void chapter7SumsAllRowsOfLabels() {
    int labels = 3;
    int steps = 4;
    double[][] scores = Rows.drawn(steps, labels, 1, random);
    double[] follows = Seeded.doubles(labels * labels, 1, random);
    double[] alpha = Arrays.stream(scores[0]).map(StrictMath::exp).toArray();
    for (int t = 1; t < steps; t++) {
      alpha = Rows.times(alpha, Arrays.stream(follows).map(StrictMath::exp).toArray());
      for (int k = 0; k < labels; k++) {
        alpha[k] *= StrictMath.exp(scores[t][k]);
      }
    }
    double sum = 0;
    for (int row = 0; row < 81; row++) {
      double score = 0;
      int rest = row;
      for (int t = 0, last = -1; t < steps; t++, rest /= labels) {
        int label = rest % labels;
        score += scores[t][label] + (t == 0 ? 0 : follows[last * labels + label]);
        last = label;
      }
      sum += StrictMath.exp(score);
    }
    assertEquals(sum, Arrays.stream(alpha).sum(), 1e-9);
  }

  /** Density of a Gaussian with raw parameters logit, means, log deviations, correlation. */
  private static double density(double[] raw, int j, double x, double y) {
    double deviationX = StrictMath.exp(raw[6 * j + 3]);
    double deviationY = StrictMath.exp(raw[6 * j + 4]);
    double rho = raw[6 * j + 5];
    double u = (x - raw[6 * j + 1]) / deviationX;
    double v = (y - raw[6 * j + 2]) / deviationY;
    double squares = u * u + v * v - 2 * rho * u * v;
    double rest = 1 - rho * rho;
    return StrictMath.exp(-squares / (2 * rest))
        / (2 * Math.PI * deviationX * deviationY * Math.sqrt(rest));
  }

  private static double[] shares(double[] raw) {
    return Rows.softmax(IntStream.range(0, raw.length / 6).mapToDouble(j -> raw[6 * j]).toArray());
  }

  private static double mixture(double[] raw, double x, double y) {
    double[] shares = shares(raw);
    double sum = 0;
    for (int j = 0; j < shares.length; j++) {
      sum += shares[j] * density(raw, j, x, y);
    }
    return sum;
  }

  @Test
  void chapter8LearnsAsEachComponentIsAnswerable() {
    double x = 0.3;
    double y = -0.4;
    double[] raw = Seeded.doubles(18, 0.8, random);
    double[] shares = shares(raw);
    double whole = mixture(raw, x, y);
    double[] gradient = new double[raw.length];
    for (int j = 0; j < 3; j++) {
      double gamma = shares[j] * density(raw, j, x, y) / whole;
      double deviationX = StrictMath.exp(raw[6 * j + 3]);
      double deviationY = StrictMath.exp(raw[6 * j + 4]);
      double rho = raw[6 * j + 5];
      double u = (x - raw[6 * j + 1]) / deviationX;
      double v = (y - raw[6 * j + 2]) / deviationY;
      double c = 1 / (1 - rho * rho);
      double z = u * u + v * v - 2 * rho * u * v;
      gradient[6 * j] = shares[j] - gamma;
      gradient[6 * j + 1] = -gamma * c / deviationX * (u - rho * v);
      gradient[6 * j + 2] = -gamma * c / deviationY * (v - rho * u);
      gradient[6 * j + 3] = -gamma * (c * u * (u - rho * v) - 1);
      gradient[6 * j + 4] = -gamma * (c * v * (v - rho * u) - 1);
      gradient[6 * j + 5] = -gamma * c * (u * v + rho * (1 - c * z));
    }
    GradientCheck.check("raw", raw, gradient, () -> -StrictMath.log(mixture(raw, x, y)));
  }

  /** What a window of one bump, {@code raw} = log α, log β, κ, sees of numbers at characters. */
  private static double seen(double[] raw, double[] characters) {
    double sum = 0;
    for (int u = 0; u < characters.length; u++) {
      double d = raw[2] - u - 0.5;
      sum += StrictMath.exp(raw[0] - StrictMath.exp(raw[1]) * d * d) * characters[u];
    }
    return sum;
  }

  @Test
  void chapter8SlidesAWindow() {
    double[] characters = Seeded.doubles(6, 1, random);
    double[] raw = {0.2, -0.5, 2.3};
    double[] gradient = new double[3];
    double alpha = StrictMath.exp(raw[0]);
    double beta = StrictMath.exp(raw[1]);
    for (int u = 0; u < characters.length; u++) {
      double d = raw[2] - u - 0.5;
      double bump = alpha * StrictMath.exp(-beta * d * d) * characters[u];
      gradient[0] += bump;
      gradient[1] -= bump * beta * d * d;
      gradient[2] -= bump * 2 * beta * d;
    }
    GradientCheck.check("window", raw, gradient, () -> seen(raw, characters));
  }

  /** Labels with blanks, 0, around them. */
  private static int[] spread(int[] labels) {
    int[] states = new int[2 * labels.length + 1];
    for (int i = 0; i < labels.length; i++) {
      states[2 * i + 1] = labels[i];
    }
    return states;
  }

  /** Probability of the ways through states from one step to another; steps run either way. */
  private static double[][] ways(double[][] said, int[] states) {
    double[][] alpha = new double[said.length][states.length];
    for (int t = 0; t < said.length; t++) {
      for (int s = 0; s < states.length; s++) {
        double before = t == 0 ? (s < 2 ? 1 : 0) : alpha[t - 1][s];
        if (t > 0 && s > 0) {
          before += alpha[t - 1][s - 1];
        }
        if (t > 0 && s > 1 && states[s] != 0 && states[s] != states[s - 2]) {
          before += alpha[t - 1][s - 2];
        }
        alpha[t][s] = before * said[t][states[s]];
      }
    }
    return alpha;
  }

  private static double[][] softmax(double[] logits, int symbols) {
    double[][] said = new double[logits.length / symbols][];
    for (int t = 0; t < said.length; t++) {
      said[t] = Rows.softmax(Arrays.copyOfRange(logits, t * symbols, (t + 1) * symbols));
    }
    return said;
  }

  private static double ctc(double[][] said, int[] labels) {
    double[] last = ways(said, spread(labels))[said.length - 1];
    return last[last.length - 1] + last[last.length - 2];
  }

  private static <T> T[] reversed(T[] array) {
    T[] copy = array.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = array[copy.length - 1 - i];
    }
    return copy;
  }

  @Test
  void chapter9LearnsFromItsOwnAlignment() {
    int symbols = 3;
    int[] labels = {1, 2, 2};
    int[] states = spread(labels);
    double[] logits = Seeded.doubles(6 * symbols, 2, random);
    double[][] said = softmax(logits, symbols);
    double[][] alpha = ways(said, states);
    int[] backwards = IntStream.range(0, states.length).map(s -> states[6 - s]).toArray();
    double[][] ends = reversed(ways(reversed(said), backwards));
    double whole = ctc(said, labels);
    double[] gradient = new double[logits.length];
    for (int t = 0; t < 6; t++) {
      double through = 0;
      for (int k = 0; k < symbols; k++) {
        gradient[t * symbols + k] = said[t][k];
      }
      for (int s = 0; s < states.length; s++) {
        // The step itself is in both.
        double here = alpha[t][s] * ends[t][states.length - 1 - s] / said[t][states[s]];
        through += here;
        gradient[t * symbols + states[s]] -= here / whole;
      }
      assertEquals(whole, through, 1e-12);
    }
    GradientCheck.check(
        "z", logits, gradient, () -> -StrictMath.log(ctc(softmax(logits, symbols), labels)));
  }

  @Test
  void chapter9CountsPaths() {
    double[][] even = {{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}};
    assertEquals(0.75, ctc(even, new int[] {1}), 1e-12);
    double[][] blank = {{0.6, 0.4}, {0.6, 0.4}};
    assertEquals(0.64, ctc(blank, new int[] {1}), 1e-12);
  }

  /** What is read from rows of S×H, each weighed by d·A·eᵀ, against a gradient of it. */
  private static double read(double[] d, double[] scoring, double[][] rows, double[] wanted) {
    double[] key = Rows.times(d, scoring);
    double[] share = Rows.softmax(Arrays.stream(rows).mapToDouble(e -> Rows.dot(key, e)).toArray());
    double sum = 0;
    for (int s = 0; s < rows.length; s++) {
      sum += share[s] * Rows.dot(rows[s], wanted);
    }
    return sum;
  }

  @Test
  void chapter10LooksMoreWhereItWouldHaveHelped() {
    double[] d = Seeded.doubles(3, 1, random);
    double[] scoring = Seeded.doubles(9, 1, random);
    double[][] rows = Rows.drawn(4, 3, 1, random);
    double[] wanted = Seeded.doubles(3, 1, random);
    double[] key = Rows.times(d, scoring);
    double[] share = Rows.softmax(Arrays.stream(rows).mapToDouble(e -> Rows.dot(key, e)).toArray());
    double[] helped = Arrays.stream(rows).mapToDouble(e -> Rows.dot(e, wanted)).toArray();
    double mean = Rows.dot(share, helped);
    double[] dScoring = new double[9];
    double[] dState = new double[3];
    double[][] dRows = new double[4][3];
    double sum = 0;
    for (int s = 0; s < rows.length; s++) {
      double score = share[s] * (helped[s] - mean);
      sum += score;
      double[] scored = Arrays.stream(rows[s]).map(e -> score * e).toArray();
      Rows.addOuter(d, scored, dScoring);
      dState = Rows.plus(dState, Rows.timesTransposed(scored, scoring));
      for (int i = 0; i < 3; i++) {
        dRows[s][i] = share[s] * wanted[i] + score * key[i];
      }
    }
    assertEquals(0, sum, 1e-12);
    GradientCheck.check("A", scoring, dScoring, () -> read(d, scoring, rows, wanted));
    GradientCheck.check("d", d, dState, () -> read(d, scoring, rows, wanted));
    for (int s = 0; s < rows.length; s++) {
      GradientCheck.check("e", rows[s], dRows[s], () -> read(d, scoring, rows, wanted));
    }
    assertTrue(StrictMath.exp(10) / (StrictMath.exp(10) + 19) > 0.999);
  }
}
