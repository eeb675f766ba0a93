package ductus.spark.training;

import ductus.spark.training.Mailbox.Letter;
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

/**
 * Executors that train together. Each adds up one slice of the gradients of all, and sends it to
 * the others (reduce-scatter and all-gather; Rabenseifner 2004), so that a rank sends and gets 2 ·
 * (N − 1) / N of the gradient's bytes, however many they are.
 */
final class SparkPeers implements Peers {
  private final int rank;
  private final Mailbox mailbox;

  /** By rank; null for this one. */
  private final List<@Nullable TransportClient> clients;

  private boolean asked;
  private boolean agreed;
  private Slices slices = new Slices(0, 1);

  /**
   * Buffers of messages to each rank. They are free again in the next round: a rank that answers
   * has what was sent to it.
   */
  private final List<ByteBuffer> outgoing = new ArrayList<>();

  /** The slice of this rank, from each. */
  private final List<float[]> parts = new ArrayList<>();

  SparkPeers(int rank, Mailbox mailbox, List<@Nullable TransportClient> clients) {
    this.rank = rank;
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
  public double sum(List<FMatrixRMaj> gradients, double nats) {
    if (slices.floats() == 0) {
      begin(Slices.of(gradients, size()));
    }
    try {
      scatter(gradients, nats);
      double sum = reduce(gradients, nats);
      gather(gradients);
      return sum;
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  /** The gradients are the same matrices from update to update. */
  private void begin(Slices all) {
    slices = all;
    for (int peer = 0; peer < size(); peer++) {
      outgoing.add(PeerMessage.allocate(all.length(peer)));
      parts.add(new float[all.length(rank)]);
    }
  }

  private void scatter(List<FMatrixRMaj> gradients, double nats) {
    for (int peer = 0; peer < size(); peer++) {
      if (peer != rank) {
        ByteBuffer message = PeerMessage.begin(outgoing.get(peer), Kind.PART, rank, asked, nats);
        slices.put(gradients, peer, message);
        send(peer, message.flip());
      }
    }
  }

  private double reduce(List<FMatrixRMaj> gradients, double nats) throws IOException {
    double[] all = new double[size()];
    agreed = asked;
    for (int peer = 0; peer < size(); peer++) {
      if (peer == rank) {
        all[peer] = nats;
        slices.copy(gradients, rank, parts.get(peer));
      } else {
        Letter letter = mailbox.take(Kind.PART, peer);
        all[peer] = letter.value();
        agreed |= letter.stop();
        letter.body().asFloatBuffer().get(parts.get(peer));
      }
    }
    return TreeSum.of(all);
  }

  private void gather(List<FMatrixRMaj> gradients) throws IOException {
    float[] sum = TreeSum.of(parts);
    ByteBuffer message = PeerMessage.begin(outgoing.get(rank), Kind.TOTAL, rank, false, 0);
    message.asFloatBuffer().put(sum);
    message.position(message.position() + sum.length * Float.BYTES).flip();
    for (int peer = 0; peer < size(); peer++) {
      if (peer != rank) {
        send(peer, message.duplicate());
      }
    }
    message.position(PeerMessage.HEADER);
    slices.get(message, rank, gradients);
    for (int peer = 0; peer < size(); peer++) {
      if (peer != rank) {
        slices.get(mailbox.take(Kind.TOTAL, peer).body(), peer, gradients);
      }
    }
  }

  private void send(int peer, ByteBuffer message) {
    TransportClient client = clients.get(peer);
    if (client != null) {
      client.send(message);
    }
  }

  @Override
  public void sum(double[] values) {
    List<double[]> all = new ArrayList<>();
    for (int peer = 0; peer < size(); peer++) {
      send(peer, PeerMessage.values(rank, values));
    }
    try {
      for (int peer = 0; peer < size(); peer++) {
        all.add(peer == rank ? values.clone() : take(peer, values.length));
      }
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
    Arrays.setAll(values, i -> TreeSum.of(all.stream().mapToDouble(of -> of[i]).toArray()));
  }

  private double[] take(int peer, int count) throws IOException {
    double[] values = new double[count];
    mailbox.take(Kind.VALUES, peer).body().asDoubleBuffer().get(values);
    return values;
  }

  /** Goes with the next gradients, so that it costs no message of its own. */
  @Override
  public boolean agree(boolean stop) {
    asked = stop;
    return size() == 1 ? stop : agreed;
  }
}
