package ductus.spark.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.network.client.TransportClient;
import org.jspecify.annotations.Nullable;

/** A rank's connections to the others. */
final class Ranks implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 5_000;

  private final int rank;
  private final Mailbox mailbox;
  private final List<@Nullable TransportClient> clients;
  private final SparkPeers peers;

  private Ranks(int rank, Mailbox mailbox, List<@Nullable TransportClient> clients) {
    this.rank = rank;
    this.mailbox = mailbox;
    this.clients = clients;
    peers = new SparkPeers(rank, mailbox, clients);
  }

  /** Connects to all others. */
  static Ranks connect(Wire wire, Mailbox mailbox, int rank, List<Readiness> all)
      throws IOException, InterruptedException {
    List<@Nullable TransportClient> clients = new ArrayList<>();
    for (int peer = 0; peer < all.size(); peer++) {
      clients.add(peer == rank ? null : wire.connect(all.get(peer).address()));
    }
    return new Ranks(rank, mailbox, clients);
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
