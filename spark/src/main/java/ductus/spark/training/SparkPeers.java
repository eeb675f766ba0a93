package ductus.spark.training;

import ductus.spark.training.Mailbox.Message;
import ductus.spark.training.PeerMessage.Kind;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.network.client.TransportClient;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Executors that train together; each holds a connection to every other. */
final class SparkPeers implements Peers {
  private final int rank;
  private final Mailbox mailbox;

  /** By rank; null for this one. */
  private final List<@Nullable TransportClient> clients;

  private final GradientFormat format;
  private final Overlap overlap;
  private boolean asked;
  private boolean agreed;
  private @Nullable GradientSum gradientSum;

  /** Ranks that are connected. */
  SparkPeers(
      int rank,
      Mailbox mailbox,
      List<@Nullable TransportClient> clients,
      GradientFormat format,
      Overlap overlap) {
    this.rank = rank;
    this.format = format;
    this.overlap = overlap;
    this.mailbox = mailbox;
    this.clients = clients;
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public int size() {
    return clients.size();
  }

  @Override
  public void ready(List<FMatrixRMaj> gradients, int from) {
    if (overlap.isOn()) {
      sumOf(gradients).offer(from);
    }
  }

  @Override
  public double sum(List<FMatrixRMaj> gradients, double nats) {
    GradientSum sum = sumOf(gradients);
    double[] values = {nats};
    send(values);
    sum.offer(0);
    try {
      mailbox.await(sum::isDone);
      sum.again();
      receive(values);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
    overlap.ended(System.nanoTime());
    return values[0];
  }

  /** The gradients are the same matrices from update to update. */
  private GradientSum sumOf(List<FMatrixRMaj> gradients) {
    GradientSum sum = gradientSum;
    if (sum == null) {
      sum = GradientSum.of(rank, size(), gradients, format, this::send);
      gradientSum = sum;
      mailbox.deliverTo(sum);
      // Nobody sends a part before all can take it.
      sum(new double[0]);
    }
    return sum;
  }

  private void send(int peer, ByteBuffer message) {
    TransportClient client = clients.get(peer);
    if (client != null) {
      client.send(message);
    }
  }

  @Override
  public void sum(double[] values) {
    send(values);
    try {
      receive(values);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private void send(double[] values) {
    for (int peer = 0; peer < size(); peer++) {
      send(peer, PeerMessage.values(rank, asked, values));
    }
  }

  /** Adds up what was sent, and learns whether one of the ranks was asked to stop. */
  private void receive(double[] values) throws IOException {
    List<double[]> all = new ArrayList<>();
    agreed = asked;
    for (int peer = 0; peer < size(); peer++) {
      double[] of = values.clone();
      if (peer != rank) {
        Message letter = mailbox.take(Kind.VALUES, peer);
        letter.body().asDoubleBuffer().get(of);
        agreed |= letter.stop();
      }
      all.add(of);
    }
    Arrays.setAll(values, i -> TreeSum.of(all.stream().mapToDouble(of -> of[i]).toArray()));
  }

  /** Goes with the next values, so that it costs no message of its own. */
  @Override
  public boolean agree(boolean stop) {
    asked = stop;
    return size() == 1 ? stop : agreed;
  }
}
