package ductus.train;

import ductus.train.parallel.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** Machines that are threads. */
public final class ThreadPeers {
  private final CyclicBarrier barrier;
  private final Said[] said;

  @SuppressWarnings("ArrayRecordComponent") // not compared
  private record Said(List<FMatrixRMaj> gradients, double[] values, boolean stop) {}

  private ThreadPeers(int size) {
    barrier = new CyclicBarrier(size);
    said = new Said[size];
  }

  /** One for each thread. */
  public static List<Peers> of(int size) {
    ThreadPeers shared = new ThreadPeers(size);
    List<Peers> peers = new ArrayList<>();
    for (int rank = 0; rank < size; rank++) {
      peers.add(shared.peer(rank));
    }
    return peers;
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
