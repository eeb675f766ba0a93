package ductus.spark.training;

import ductus.spark.training.PeerMessage.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.network.client.TransportClient;
import org.jspecify.annotations.Nullable;

/** A rank's connections to the others. */
final class RankConnections implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 5_000;

  private final int rank;
  private final Mailbox mailbox;
  private final List<@Nullable TransportClient> clients;
  private final SparkPeers peers;

  private RankConnections(int rank, Mailbox mailbox, List<@Nullable TransportClient> clients) {
    this.rank = rank;
    this.mailbox = mailbox;
    this.clients = clients;
    SparkConf conf = SparkEnv.get().conf();
    peers = new SparkPeers(rank, mailbox, clients, GradientFormat.of(conf), Overlap.of(conf));
  }

  /**
   * Connects to all others, each pair by one connection: the thread that serves it does not wait
   * for one that sends while it receives.
   */
  static RankConnections connect(RankTransport wire, Mailbox mailbox, int rank, List<Readiness> all)
      throws IOException, InterruptedException {
    List<@Nullable TransportClient> clients = new ArrayList<>();
    for (int peer = 0; peer < rank; peer++) {
      TransportClient client = wire.connect(all.get(peer).address());
      client.send(PeerMessage.hello(rank));
      clients.add(client);
    }
    clients.add(null);
    for (int peer = rank + 1; peer < all.size(); peer++) {
      clients.add(mailbox.take(Kind.HELLO, peer).sender());
    }
    return new RankConnections(rank, mailbox, clients);
  }

  SparkPeers peers() {
    return peers;
  }

  /** Tells the others that this rank cannot go on, and why. */
  void leave(String reason) {
    for (TransportClient client : clients) {
      if (client != null) {
        leave(client, reason);
      }
    }
  }

  private void leave(TransportClient client, String reason) {
    try {
      client.sendRpcSync(PeerMessage.leave(rank, reason), PATIENCE_MILLIS);
    } catch (RuntimeException gone) {
      // Then it does not wait for this one.
    }
  }

  @Override
  public void close() {
    mailbox.close();
  }
}
