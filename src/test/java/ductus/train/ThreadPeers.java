package ductus.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ductus.train.parallel.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** Machines that are threads. */
public final class ThreadPeers {
  private final CyclicBarrier barrier;
  private final Said[] said;

  /** How often gradients were said to be final before the end of the way back. */
  private final AtomicInteger early = new AtomicInteger();

  @SuppressWarnings("ArrayRecordComponent") // not compared
  private record Said(List<FMatrixRMaj> gradients, double[] values, boolean stop) {}

  ThreadPeers(int size) {
    barrier = new CyclicBarrier(size);
    said = new Said[size];
  }

  /** One for each thread. */
  public static List<Peers> of(int size) {
    return new ThreadPeers(size).peers();
  }

  List<Peers> peers() {
    return IntStream.range(0, said.length).mapToObj(this::peer).toList();
  }

  int early() {
    return early.get();
  }

  private void await() {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException lost) {
      throw new IllegalStateException("a peer is lost", lost);
    }
  }

  private Peers peer(int rank) {
    return new Peers() {
      /** What was said to be final in this update, the last first, as it was then. */
      private final List<FMatrixRMaj> told = new ArrayList<>();

      @Override
      public void ready(List<FMatrixRMaj> gradients, int from) {
        for (int p = gradients.size() - told.size() - 1; p >= from; p--) {
          told.add(gradients.get(p).copy());
        }
        early.incrementAndGet();
      }

      @Override
      public int rank() {
        return rank;
      }

      @Override
      public int size() {
        return said.length;
      }

      @Override
      public double sum(List<FMatrixRMaj> gradients, double nats) {
        for (int p = 0; p < told.size(); p++) {
          assertArrayEquals(
              told.get(p).data,
              gradients.get(gradients.size() - 1 - p).data,
              "gradients that were said to be final");
        }
        told.clear();
        double[] values = {nats};
        said[rank] =
            new Said(gradients.stream().map(FMatrixRMaj::copy).toList(), values.clone(), false);
        await();
        Said all = total(0, said.length);
        await();
        for (int p = 0; p < gradients.size(); p++) {
          gradients.get(p).setTo(all.gradients.get(p));
        }
        return all.values[0];
      }

      @Override
      public void sum(double[] values) {
        said[rank] = new Said(List.of(), values.clone(), false);
        await();
        Said all = total(0, said.length);
        await();
        System.arraycopy(all.values, 0, values, 0, values.length);
      }

      @Override
      public boolean agree(boolean stop) {
        said[rank] = new Said(List.of(), new double[0], stop);
        await();
        boolean any = List.of(said).stream().anyMatch(Said::stop);
        await();
        return any;
      }
    };
  }

  private Said total(int from, int to) {
    if (to - from == 1) {
      return said[from];
    }
    Said left = total(from, (from + to) / 2);
    Said right = total((from + to) / 2, to);
    List<FMatrixRMaj> gradients = new ArrayList<>();
    for (int p = 0; p < left.gradients.size(); p++) {
      gradients.add(
          CommonOps_FDRM.add(left.gradients.get(p), right.gradients.get(p), (FMatrixRMaj) null));
    }
    double[] values = new double[left.values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = left.values[i] + right.values[i];
    }
    return new Said(gradients, values, false);
  }
}
