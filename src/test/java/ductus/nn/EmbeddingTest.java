package ductus.nn;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.math.plain.EjmlKernels;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static final double TOLERANCE = 1e-6;

  @Test
  void referenceGradientIsCentralDifferences() {
    RandomGenerator random = Seeded.random(1);
    ReferenceEmbedding reference = new ReferenceEmbedding(5, 3);
    System.arraycopy(Seeded.doubles(15, 1, random), 0, reference.table, 0, 15);
    int[] indices = indices(8, 5, random);
    double[] share = Seeded.doubles(4 * 3, 1, random);
    reference.backward(share, indices, 2);
    GradientCheck.check(
        "table",
        reference.table,
        reference.dTable,
        () -> {
          double[] output = reference.forward(indices, 2);
          double loss = 0;
          for (int i = 0; i < output.length; i++) {
            loss += share[i] * output[i];
          }
          return loss;
        });
  }

  @Test
  void followsTheReference() {
    for (int threads = 1; threads <= 3; threads++) {
      for (int size : new int[] {1, 2, 17, 64}) {
        compare(size, threads);
      }
    }
  }

  private static void compare(int size, int threads) {
    int rows = 9;
    int perStep = 3;
    int time = 4;
    int batch = 5;
    RandomGenerator random = Seeded.random(size);
    Embedding embedding = new Embedding(rows, size);
    Parameter table = embedding.parameters().get(0);
    embedding.initialize(random);
    ReferenceEmbedding reference = new ReferenceEmbedding(rows, size);
    for (int i = 0; i < table.size(); i++) {
      reference.table[i] = table.value().data[i];
    }
    int[] indices = indices(time * batch * perStep, rows, random);
    FMatrixRMaj dOutput = Seeded.matrix(time * batch, size, random);
    try (Workers workers = new Workers(threads)) {
      Tape tape = new Tape(new EjmlKernels(), workers);
      tape.begin(time, batch, new State(List.of()));
      FMatrixRMaj output = embedding.forward(new Indices(indices, perStep), tape);
      double[] expected = reference.forward(indices, perStep);
      Closeness.require(
          "output", expected, Padded.plain(output, size).data, expected.length, TOLERANCE);
      embedding.backward(Padded.of(dOutput), tape);
      reference.backward(Closeness.widen(dOutput.data, dOutput.getNumElements()), indices, perStep);
      Closeness.require(
          "dTable", reference.dTable, tape.gradient(table).data, table.size(), TOLERANCE);
    }
  }

  @Test
  void absentRowsAddNothing() {
    try (Workers workers = new Workers(1)) {
      Embedding embedding = new Embedding(2, 3);
      embedding.initialize(Seeded.random(1));
      Tape tape = new Tape(new EjmlKernels(), workers);
      tape.begin(1, 1, new State(List.of()));
      FMatrixRMaj output = embedding.forward(new Indices(new int[] {-1, -1}, 2), tape);
      assertArrayEquals(new float[16], output.data);
      embedding.backward(output, tape);
      assertArrayEquals(new float[6], tape.gradient(embedding.parameters().get(0)).data);
    }
  }

  @Test
  void refusesAnIndexBeyondTheTableOnAnyThread() {
    for (int threads = 1; threads <= 2; threads++) {
      try (Workers workers = new Workers(threads)) {
        Tape tape = new Tape(new EjmlKernels(), workers);
        tape.begin(2, 1, new State(List.of()));
        Embedding embedding = new Embedding(4, 3);
        assertRefused(
            "index must be below the table's 4 rows but was 4",
            () -> embedding.forward(new Indices(new int[] {0, 4}, 1), tape));
      }
    }
  }

  @Test
  void startsWithADeviationOfThreeTenths() {
    Embedding embedding = new Embedding(200, 50);
    embedding.initialize(Seeded.random(1));
    double sum = 0;
    for (float weight : embedding.parameters().get(0).value().data) {
      sum += weight * weight;
    }
    assertEquals(0.09, sum / 10_000, 0.005);
  }

  private static int[] indices(int count, int rows, RandomGenerator random) {
    int[] indices = new int[count];
    for (int i = 0; i < count; i++) {
      indices[i] = random.nextInt(rows + 1) - 1;
    }
    return indices;
  }
}
