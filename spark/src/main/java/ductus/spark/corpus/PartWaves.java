package ductus.spark.corpus;

import ductus.corpus.ReadingListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Has the parts of the list read while later ones are still listed: a wave is what was listed since
 * the last one. Two run at a time, so that the end of one leaves no core idle.
 */
final class PartWaves implements AutoCloseable {
  private static final int MOST_WAVES = 2;

  /** So many tasks of a wave are the driver's to remember, however many files there are. */
  private static final int MOST_TASKS = 4096;

  private final JavaSparkContext context;
  private final PartReading reading;
  private final LongAccumulator read;
  private final Deque<JavaFutureAction<Void>> running = new ArrayDeque<>();
  private int begun;
  private volatile int total;

  PartWaves(JavaSparkContext context, PartReading reading) {
    this.context = context;
    this.reading = reading;
    read = context.sc().longAccumulator();
  }

  /**
   * Begins to read what was listed, if there is enough of it and executors are soon done with what
   * they have.
   *
   * @param parts that are there now
   */
  void listed(int parts) throws IOException {
    while (!running.isEmpty() && running.peek().isDone()) {
      end(running.remove());
    }
    if (running.size() < MOST_WAVES && parts - begun >= context.defaultParallelism()) {
      begin(parts);
    }
  }

  /** Reads what is left of all parts. */
  void finish(int parts) throws IOException {
    total = parts;
    begin(parts);
    while (!running.isEmpty()) {
      end(running.remove());
    }
  }

  private void begin(int end) {
    if (begun < end) {
      PartReading reader = reading;
      LongAccumulator counter = read;
      running.add(
          parts(context, begun, end, MOST_TASKS)
              .foreachAsync(
                  part -> {
                    reader.run(part);
                    counter.add(1);
                  }));
      begun = end;
    }
  }

  private static void end(JavaFutureAction<Void> wave) throws IOException {
    try {
      wave.get();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (InterruptedException interrupted) {
      throw (IOException) new InterruptedIOException().initCause(interrupted);
    }
  }

  /**
   * The numbers of parts, in tasks.
   *
   * @param most tasks
   */
  static JavaRDD<Integer> parts(JavaSparkContext context, int first, int end, int most) {
    int tasks = Math.min(end - first, Math.min(most, MOST_TASKS));
    return context
        .parallelize(IntStream.range(first, first + tasks).boxed().toList(), tasks)
        .flatMap(
            begin -> IntStream.iterate(begin, part -> part < end, part -> part + tasks).iterator());
  }

  /** Says how much is read, once it is known of how much. */
  void show(ReadingListener listener) {
    int done = read.value().intValue();
    if (total > 0 && done > 0) {
      listener.progress(Math.min(done, total), total);
    }
  }

  @Override
  public void close() {
    running.forEach(wave -> wave.cancel(true));
  }
}
