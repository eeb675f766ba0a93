package ductus.spark.training;

import com.google.gson.Gson;
import ductus.train.TrainingListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.apache.spark.network.client.RpcResponseCallback;
import org.apache.spark.network.client.TransportClient;
import org.apache.spark.network.server.OneForOneStreamManager;
import org.apache.spark.network.server.RpcHandler;
import org.apache.spark.network.server.StreamManager;

/** Hears, in the program that sent the work, what the first rank reports, and answers it. */
final class ReportReceiver extends RpcHandler {
  private final TrainingListener listener;
  private final BooleanSupplier stop;
  private final Gson gson = new Gson();
  private long updates;
  private boolean called;
  private final StreamManager streams = new OneForOneStreamManager();

  ReportReceiver(TrainingListener listener, BooleanSupplier stop) {
    this.listener = listener;
    this.stop = stop;
  }

  /** The furthest update that was heard of, in any job. */
  synchronized long updates() {
    return updates;
  }

  /** Awaits the first rank of another job. */
  synchronized void again() {
    called = false;
  }

  /** Whether the first rank of this job has called: from then on it hears that it is to stop. */
  synchronized boolean isCalled() {
    return called;
  }

  /** Tells the listener, and answers with a byte: 1 to stop, else 0. */
  @Override
  public synchronized void receive(
      TransportClient client, ByteBuffer message, RpcResponseCallback callback) {
    String json = StandardCharsets.UTF_8.decode(message).toString();
    called = true;
    try {
      for (RankReport report : gson.fromJson(json, RankReport[].class)) {
        report.tell(listener);
        if (report.update() != null) {
          updates = Math.max(updates, report.update().updates());
        }
      }
    } catch (IOException e) {
      callback.onFailure(e);
      return;
    }
    byte[] answer = {(byte) (stop.getAsBoolean() ? 1 : 0)};
    callback.onSuccess(ByteBuffer.wrap(answer));
  }

  @Override
  public StreamManager getStreamManager() {
    return streams;
  }
}
