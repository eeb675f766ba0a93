package ductus.spark.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.spark.training.PeerMessage.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
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
      Ranks together = new Ranks(ranks, GradientFormat.FLOAT32);
      for (int update = 0; update < 3; update++) {
        List<float[]> rows = together.draw();
        together.exchange();
        float[] expected = TreeSum.of(rows);
        for (int rank = 0; rank < ranks; rank++) {
          assertArrayEquals(expected, together.row(rank), "rank " + rank);
        }
      }
    }
  }

  @Test
  void inSixteenBitsAllRanksHoldTheSameBitsNearTheSum() {
    for (int ranks : new int[] {2, 4}) {
      Ranks together = new Ranks(ranks, GradientFormat.FLOAT16);
      float[] expected = TreeSum.of(together.draw());
      together.exchange();
      float[] first = together.row(0);
      // Terms below 1 are rounded to eleven bits, and so is their sum where it travels.
      assertArrayEquals(expected, first, (ranks + ranks) * 0x1p-12f);
      assertFalse(Arrays.equals(expected, first));
      for (int rank = 1; rank < ranks; rank++) {
        assertArrayEquals(first, together.row(rank), "rank " + rank);
      }
    }
  }

  @Test
  void oneOfTwoMayBeAnUpdateAhead() {
    Ranks pair = new Ranks(2, GradientFormat.FLOAT32);
    float[] first = TreeSum.of(pair.draw());
    pair.sums.get(0).offer(0);
    pair.deliverInOrder();
    pair.sums.get(1).offer(0);
    assertTrue(pair.sums.get(1).isDone());
    assertArrayEquals(first, pair.row(1));
    pair.sums.get(1).again();
    float[] ahead = pair.draw(1);
    pair.sums.get(1).offer(0);
    pair.deliverInOrder();
    assertTrue(pair.sums.get(0).isDone());
    assertArrayEquals(first, pair.row(0), "the gradients of the next update wait");
    pair.sums.get(0).again();
    float[] second = TreeSum.of(List.of(pair.draw(0), ahead));
    pair.sums.get(0).offer(0);
    pair.deliverInOrder();
    assertArrayEquals(second, pair.row(0));
    assertArrayEquals(second, pair.row(1));
  }

  @Test
  void whatIsFinalTravelsAtOnce() {
    Ranks together = new Ranks(2, GradientFormat.FLOAT32);
    together.draw();
    together.sums.get(0).offer(3);
    assertEquals(2, together.waiting());
    together.sums.get(0).offer(2);
    assertEquals(2, together.waiting(), "a block is sent once, and whole");
    together.sums.get(0).offer(0);
    assertEquals(8, together.waiting());
  }

  @Test
  void aBlockMayBeEmpty() {
    GradientBlocks blocks = new GradientBlocks(2, 4, 1);
    assertEquals(2, blocks.length(0) + blocks.length(1) + blocks.length(2) + blocks.length(3));
    assertEquals(2, blocks.begin(4));
  }

  /** Ranks without a network. */
  private final class Ranks {
    final List<List<FMatrixRMaj>> gradients = new ArrayList<>();
    final List<GradientSum> sums = new ArrayList<>();
    private final List<Runnable> mail = new ArrayList<>();

    Ranks(int ranks, GradientFormat format) {
      for (int rank = 0; rank < ranks; rank++) {
        List<FMatrixRMaj> own = new ArrayList<>();
        for (int elements : ELEMENTS) {
          own.add(new FMatrixRMaj(1, elements));
        }
        gradients.add(own);
        sums.add(
            GradientSum.of(
                rank, ranks, own, format, (to, message) -> mail.add(letter(to, message))));
      }
    }

    /** A rank puts nothing into a message again before it has arrived, so it is not copied. */
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
      for (int rank = 0; rank < sums.size(); rank++) {
        rows.add(draw(rank));
      }
      return rows;
    }

    /** New gradients of a rank. */
    float[] draw(int rank) {
      for (FMatrixRMaj matrix : gradients.get(rank)) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
          matrix.data[i] = (float) random.nextDouble(-1, 1);
        }
      }
      return row(rank);
    }

    float[] row(int rank) {
      List<FMatrixRMaj> matrices = gradients.get(rank);
      float[] row = new float[(int) GradientSum.floats(matrices)];
      int at = 0;
      for (FMatrixRMaj matrix : matrices) {
        System.arraycopy(matrix.data, 0, row, at, matrix.getNumElements());
        at += matrix.getNumElements();
      }
      return row;
    }

    /** An update, parts of which travel early. */
    void exchange() {
      for (GradientSum sum : sums) {
        sum.offer(3);
      }
      deliver(random.nextInt(20));
      for (GradientSum sum : sums) {
        assertFalse(sum.isDone());
        sum.offer(0);
      }
      deliver(Integer.MAX_VALUE);
      for (GradientSum sum : sums) {
        assertTrue(sum.isDone());
        sum.again();
      }
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

    /** Delivers all as one connection does. */
    void deliverInOrder() {
      while (!mail.isEmpty()) {
        mail.remove(0).run();
      }
    }
  }
}
