package ductus.spark.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.ClusterException;
import ductus.cluster.SharedTraining;
import ductus.spark.LocalContext;
import ductus.train.TrainingListener;
import ductus.train.TrainingListener.UpdateReport;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that come to nothing; executors are threads of this program. */
@Timeout(60)
class LostTrainingTest {
  private static JavaSparkContext context;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    context = LocalContext.start(4);
  }

  @AfterAll
  static void end() {
    context.stop();
  }

  private String failure(SharedTraining training, BooleanSupplier stop) {
    ClusterException thrown =
        assertThrows(
            ClusterException.class,
            () ->
                new TrainingJob(context, training)
                    .run(folder.resolve("run"), false, TrainingListener.NONE, stop));
    return String.valueOf(thrown.getMessage());
  }

  @Test
  void endsWhereItGetsNoFurther() {
    assertEquals(
        "the cluster did not finish the training (out of luck); --resume goes on",
        failure(new Unlucky(), () -> false));
    // The first got as far as the fifth update.
    assertEquals(4, Unlucky.TRIES.get());
  }

  /** Is lost behind the same update again and again. */
  private record Unlucky() implements SharedTraining {
    private static final long serialVersionUID = 1L;
    static final AtomicInteger TRIES = new AtomicInteger();

    @Override
    public int shards() {
      return 1;
    }

    @Override
    public Replica prepare() {
      return (folder, resume, threads, listener, stop, peers) -> {
        TRIES.incrementAndGet();
        listener.resumed("some kernels");
        listener.updated(new UpdateReport(1, 2, 5, 10, 5, 0.1, 1, 1, 100));
        throw new IllegalStateException("out of luck");
      };
    }
  }

  @Test
  void isStoppedWhileItIsOnlyRead() {
    assertEquals("stopped", failure(new Endless(), () -> Endless.READING.getCount() == 0));
    assertTrue(Endless.interrupted());
  }

  /** Reads for ever. */
  private record Endless() implements SharedTraining {
    private static final long serialVersionUID = 1L;
    static final CountDownLatch READING = new CountDownLatch(1);
    static final CountDownLatch INTERRUPTED = new CountDownLatch(1);

    static boolean interrupted() {
      try {
        return INTERRUPTED.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        return false;
      }
    }

    @Override
    public int shards() {
      return 1;
    }

    @Override
    public Replica prepare() throws IOException {
      READING.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        INTERRUPTED.countDown();
        throw (IOException) new InterruptedIOException().initCause(e);
      }
      throw new IllegalStateException();
    }
  }

  @Test
  void waitsForWhomItLostToLeaveTheFolder() throws Exception {
    TrainingProgress progress =
        new TrainingJob(context, new Slow())
            .run(folder.resolve("run"), false, TrainingListener.NONE, () -> false);
    assertEquals(TrainingProgress.START, progress);
  }

  /** One of two is lost at first, and the other, which holds the folder, does not notice soon. */
  private record Slow() implements SharedTraining {
    private static final long serialVersionUID = 1L;
    static final AtomicBoolean LOST = new AtomicBoolean();

    @Override
    public int shards() {
      return 2;
    }

    @Override
    public Replica prepare() {
      return (folder, resume, threads, listener, stop, peers) -> {
        if (LOST.get()) {
          return TrainingProgress.START;
        }
        // Both have their folders then.
        peers.sum(new double[1]);
        if (peers.rank() == 0) {
          long end = System.nanoTime() + 2_000_000_000;
          while (System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
          }
        }
        LOST.set(true);
        throw new IllegalStateException("lost");
      };
    }
  }

  @Test
  void endsWhereOneFailsWhileItWritesWhatIsTrained() {
    String failure = failure(new FullDisk(), () -> false);
    assertTrue(failure.endsWith(": the disk is full"), failure);
  }

  /** The first of two cannot write the model, which the other does not. */
  private record FullDisk() implements SharedTraining {
    private static final long serialVersionUID = 1L;

    @Override
    public int shards() {
      return 2;
    }

    @Override
    public Replica prepare() {
      return (folder, resume, threads, listener, stop, peers) -> {
        if (peers.rank() == 0) {
          throw new IOException("the disk is full");
        }
        return TrainingProgress.START;
      };
    }
  }
}
