package ductus.spark.training;

import ductus.spark.training.PeerMessage.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.apache.spark.network.client.RpcResponseCallback;
import org.apache.spark.network.client.TransportClient;
import org.apache.spark.network.server.OneForOneStreamManager;
import org.apache.spark.network.server.RpcHandler;
import org.apache.spark.network.server.StreamManager;
import org.jspecify.annotations.Nullable;

/** What arrives at a rank, in the order of its senders. */
final class Mailbox extends RpcHandler {
  private final Map<Box, Queue<Letter>> letters = new HashMap<>();
  private final StreamManager streams = new OneForOneStreamManager();
  private @Nullable IOException broken;
  private boolean closed;

  /**
   * A message that arrived.
   *
   * @param stop whether its sender was asked to stop
   * @param value the double of its header
   * @param body what follows the header
   */
  record Letter(boolean stop, double value, ByteBuffer body) {}

  /** Letters of a kind from a rank. */
  private record Box(Kind kind, int rank) {}

  private Queue<Letter> box(Kind kind, int rank) {
    return letters.computeIfAbsent(new Box(kind, rank), box -> new ArrayDeque<>());
  }

  /**
   * Waits for the next letter of a kind from a rank.
   *
   * @throws PeerLeftException if a peer said that it leaves
   * @throws IOException if a peer is lost, or this thread is told to end
   */
  synchronized Letter take(Kind kind, int rank) throws IOException {
    Queue<Letter> queue = box(kind, rank);
    while (queue.isEmpty()) {
      if (broken != null) {
        throw broken;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the task was told to end");
      }
    }
    return queue.remove();
  }

  /** From now on it is no loss where a connection ends. */
  synchronized void close() {
    closed = true;
  }

  @Override
  public void receive(TransportClient client, ByteBuffer message) {
    ByteBuffer wire = message.order(ByteOrder.LITTLE_ENDIAN);
    Kind kind = Kind.of(wire.get());
    boolean stop = wire.get() != 0;
    int rank = wire.getInt();
    double value = wire.getDouble();
    // The transport takes its buffer back.
    ByteBuffer body = ByteBuffer.allocate(wire.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    body.put(wire).flip();
    synchronized (this) {
      if (kind == Kind.LEAVE) {
        broken = new PeerLeftException(StandardCharsets.UTF_8.decode(body).toString());
      } else {
        box(kind, rank).add(new Letter(stop, value, body));
      }
      notifyAll();
    }
  }

  /** A farewell, which wants to be sure that it arrived. */
  @Override
  public void receive(TransportClient client, ByteBuffer message, RpcResponseCallback callback) {
    receive(client, message);
    callback.onSuccess(ByteBuffer.allocate(0));
  }

  @Override
  public synchronized void channelInactive(TransportClient client) {
    if (!closed && broken == null) {
      broken = new IOException("the connection to " + client.getSocketAddress() + " ended");
      notifyAll();
    }
  }

  @Override
  public StreamManager getStreamManager() {
    return streams;
  }
}
