package ductus.spark.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.spark.training.PeerMessage.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class GradientSumTest {
  /** Elements of a network's matrices; the large one goes over several blocks. */
  private static final int[] ELEMENTS = {3, 150_001, 1, 70_000};

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void everyRankHoldsTheTreesSumHoweverTheMessagesInterleave() {
    for (int ranks : new int[] {2, 4}) {
      Ranks together = new Ranks(ranks);
      for (int update = 0; update < 3; update++) {
        List<float[]> rows = together.draw();
        for (GradientSum sum : together.sums) {
          sum.offer(3);
        }
        together.deliver(random.nextInt(20));
        for (GradientSum sum : together.sums) {
          assertFalse(sum.isDone());
          sum.offer(0);
        }
        together.deliver(Integer.MAX_VALUE);
        float[] expected = TreeSum.of(rows);
        for (int rank = 0; rank < ranks; rank++) {
          assertTrue(together.sums.get(rank).isDone());
          together.sums.get(rank).again();
          assertArrayEquals(expected, row(together.gradients.get(rank)), "rank " + rank);
        }
      }
    }
  }

  @Test
  void whatIsFinalTravelsAtOnce() {
    Ranks together = new Ranks(2);
    together.draw();
    together.sums.get(0).offer(3);
    assertEquals(1, together.waiting());
    together.sums.get(0).offer(2);
    assertEquals(1, together.waiting(), "a block is sent once, and whole");
    together.sums.get(0).offer(0);
    assertEquals(4, together.waiting());
  }

  @Test
  void aBlockMayBeEmpty() {
    Blocks blocks = new Blocks(2, 4, 1);
    assertEquals(2, blocks.length(0) + blocks.length(1) + blocks.length(2) + blocks.length(3));
    assertEquals(2, blocks.begin(4));
  }

  private static float[] row(List<FMatrixRMaj> matrices) {
    int length = matrices.stream().mapToInt(FMatrixRMaj::getNumElements).sum();
    float[] row = new float[length];
    int at = 0;
    for (FMatrixRMaj matrix : matrices) {
      System.arraycopy(matrix.data, 0, row, at, matrix.getNumElements());
      at += matrix.getNumElements();
    }
    return row;
  }

  /** Ranks without a network. */
  private final class Ranks {
    final List<List<FMatrixRMaj>> gradients = new ArrayList<>();
    final List<GradientSum> sums = new ArrayList<>();
    private final List<Runnable> mail = new ArrayList<>();

    Ranks(int ranks) {
      for (int rank = 0; rank < ranks; rank++) {
        List<FMatrixRMaj> own = new ArrayList<>();
        for (int elements : ELEMENTS) {
          own.add(new FMatrixRMaj(1, elements));
        }
        gradients.add(own);
        sums.add(new GradientSum(rank, ranks, own, (to, message) -> mail.add(letter(to, message))));
      }
    }

    /** A rank sends again what is in its buffer only when it was answered, so it is not copied. */
    private Runnable letter(int to, ByteBuffer message) {
      ByteBuffer wire = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
      return () -> {
        Kind kind = Kind.of(wire.get());
        int from = wire.getInt();
        int round = wire.getInt();
        if (kind == Kind.PART) {
          sums.get(to).part(from, round, wire);
        } else {
          sums.get(to).total(from, round, wire);
        }
      };
    }

    /** New gradients; returns them as rows, by rank. */
    List<float[]> draw() {
      List<float[]> rows = new ArrayList<>();
      for (List<FMatrixRMaj> own : gradients) {
        for (FMatrixRMaj matrix : own) {
          for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = (float) random.nextDouble(-1, 1);
          }
        }
        rows.add(row(own));
      }
      return rows;
    }

    int waiting() {
      return mail.size();
    }

    /** Delivers so many messages in any order: two threads may add up blocks at a time. */
    void deliver(int most) {
      for (int i = 0; i < most && !mail.isEmpty(); i++) {
        mail.remove(random.nextInt(mail.size())).run();
      }
    }
  }
}
