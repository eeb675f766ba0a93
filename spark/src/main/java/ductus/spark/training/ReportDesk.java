package ductus.spark.training;

import com.google.gson.Gson;
import ductus.train.TrainingListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.spark.network.client.RpcResponseCallback;
import org.apache.spark.network.client.TransportClient;
import org.apache.spark.network.server.OneForOneStreamManager;
import org.apache.spark.network.server.RpcHandler;
import org.apache.spark.network.server.StreamManager;

/** Hears, in the program that sent the work, what the first rank reports, and answers it. */
final class ReportDesk extends RpcHandler {
  private final TrainingListener listener;
  private final BooleanSupplier stop;
  private final Gson gson = new Gson();
  private final AtomicLong reports = new AtomicLong();
  private final StreamManager streams = new OneForOneStreamManager();

  ReportDesk(TrainingListener listener, BooleanSupplier stop) {
    this.listener = listener;
    this.stop = stop;
  }

  /** How many reports there have been. */
  long reports() {
    return reports.get();
  }

  /** Tells the listener, and answers with a byte: 1 to stop, else 0. */
  @Override
  public synchronized void receive(
      TransportClient client, ByteBuffer message, RpcResponseCallback callback) {
    String json = StandardCharsets.UTF_8.decode(message).toString();
    try {
      for (Report report : gson.fromJson(json, Report[].class)) {
        report.tell(listener);
        reports.incrementAndGet();
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
