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
import java.util.Objects;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.apache.spark.network.client.RpcResponseCallback;
import org.apache.spark.network.client.TransportClient;
import org.apache.spark.network.server.OneForOneStreamManager;
import org.apache.spark.network.server.RpcHandler;
import org.apache.spark.network.server.StreamManager;
import org.jspecify.annotations.Nullable;

/** What arrives at a rank, in the order of its senders. */
final class Mailbox extends RpcHandler {
  private final Map<Box, Queue<Message>> letters = new HashMap<>();
  private final StreamManager streams = new OneForOneStreamManager();
  private volatile @Nullable GradientSum gradients;
  private @Nullable IOException broken;
  private boolean closed;

  /**
   * A message that arrived.
   *
   * @param sender who can be answered
   * @param stop whether its sender was asked to stop
   * @param body what follows the header
   */
  record Message(TransportClient sender, boolean stop, ByteBuffer body) {}

  /** Letters of a kind from a rank. */
  private record Box(Kind kind, int rank) {}

  private Queue<Message> box(Kind kind, int rank) {
    return letters.computeIfAbsent(new Box(kind, rank), box -> new ArrayDeque<>());
  }

  /** From now on has gradients go where they are added up. */
  void deliverTo(GradientSum sum) {
    gradients = sum;
  }

  /**
   * Waits for the next letter of a kind from a rank.
   *
   * @throws PeerLeftException if a peer said that it leaves
   * @throws IOException if a peer is lost, or this thread is told to end
   */
  synchronized Message take(Kind kind, int rank) throws IOException {
    Queue<Message> queue = box(kind, rank);
    await(() -> !queue.isEmpty());
    return queue.remove();
  }

  /**
   * Waits until something is true that comes about by messages.
   *
   * @throws PeerLeftException if a peer said that it leaves
   * @throws IOException if a peer is lost, or this thread is told to end
   */
  synchronized void await(BooleanSupplier arrived) throws IOException {
    while (!arrived.getAsBoolean()) {
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
  }

  /** From now on it is no loss where a connection ends. */
  synchronized void close() {
    closed = true;
  }

  @Override
  public void receive(TransportClient client, ByteBuffer message) {
    ByteBuffer wire = message.order(ByteOrder.LITTLE_ENDIAN);
    Kind kind = Kind.of(wire.get());
    int rank = wire.getInt();
    int number = wire.getInt();
    try {
      switch (kind) {
        case PART -> Objects.requireNonNull(gradients).part(rank, number, wire);
        case TOTAL -> Objects.requireNonNull(gradients).total(rank, number, wire);
        case LEAVE -> broken(new PeerLeftException(StandardCharsets.UTF_8.decode(wire).toString()));
        case HELLO, VALUES -> keep(kind, rank, new Message(client, number != 0, copy(wire)));
      }
    } catch (RuntimeException wrong) {
      // The transport would go on without it, and this rank wait for ever.
      broken(new IOException("what rank %d sent cannot be read".formatted(rank), wrong));
    }
    wake();
  }

  private synchronized void broken(IOException reason) {
    broken = reason;
  }

  private synchronized void keep(Kind kind, int rank, Message letter) {
    box(kind, rank).add(letter);
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** The transport takes its buffer back. */
  private static ByteBuffer copy(ByteBuffer wire) {
    ByteBuffer body = ByteBuffer.allocate(wire.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    return body.put(wire).flip();
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
