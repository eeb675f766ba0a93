package ductus.spark.training;

import com.google.gson.Gson;
import ductus.train.TrainingListener;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingListener.UpdateReport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.spark.network.client.TransportClient;
import org.jspecify.annotations.Nullable;

/**
 * The first rank's line to the program that sent the work: tells how the run goes a few times a
 * second, and hears whether it is to stop. Training does not wait for it.
 */
final class ReportSender implements TrainingListener, BooleanSupplier, AutoCloseable {
  private static final long PAUSE_MILLIS = 200;

  /** A command that is gone is noticed at once; one that is suspended for less keeps its run. */
  private static final long PATIENCE_MILLIS = 60_000;

  private static final long MOST_CLOSING_MILLIS = 10_000;

  private final TransportClient client;
  private final Thread sender = new Thread(this::send, "ductus-reports");
  private final Gson gson = new Gson();
  private final List<RankReport> waiting = new ArrayList<>();
  private @Nullable UpdateReport latest;
  private boolean closing;
  private volatile boolean stop;

  ReportSender(TransportClient client) {
    this.client = client;
    sender.setDaemon(true);
    sender.start();
  }

  @Override
  public synchronized void resumed(String kernels) {
    waiting.add(new RankReport(kernels, null, null));
  }

  @Override
  public synchronized void updated(UpdateReport report) {
    latest = report;
  }

  @Override
  public void improved(EpochMetrics metrics) {}

  @Override
  public synchronized void epochEnded(EpochMetrics metrics) {
    flushLatest();
    waiting.add(new RankReport(null, null, metrics));
  }

  private void flushLatest() {
    if (latest != null) {
      waiting.add(new RankReport(null, latest, null));
      latest = null;
    }
  }

  /** Whether the run is to stop. */
  @Override
  public boolean getAsBoolean() {
    return stop;
  }

  private void send() {
    try {
      for (boolean last = false; !last; ) {
        List<RankReport> reports;
        synchronized (this) {
          if (!closing) {
            wait(PAUSE_MILLIS);
          }
          last = closing;
          flushLatest();
          reports = List.copyOf(waiting);
          waiting.clear();
        }
        ByteBuffer message = ByteBuffer.wrap(gson.toJson(reports).getBytes(StandardCharsets.UTF_8));
        stop |= client.sendRpcSync(message, PATIENCE_MILLIS).get() != 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException gone) {
      // Nobody wants the run any more.
      stop = true;
    }
  }

  /** Sends what is waiting. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      sender.join(MOST_CLOSING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
