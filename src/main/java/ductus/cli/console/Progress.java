package ductus.cli.console;

import ductus.corpus.ReadingListener;
import ductus.format.NumberText;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a task is and how long it will take yet: a bar in a terminal, else a line every few
 * seconds. Tasks that are done at once show nothing.
 *
 * <p>A progress listens to the reading of a folder.
 */
public final class Progress implements AutoCloseable, ReadingListener {
  private static final long PATIENCE_NANOS = 500_000_000;
  private static final long FIRST_LINE_NANOS = 2_000_000_000L;
  private static final long LINE_NANOS = 5_000_000_000L;
  private static final int REFRESH_MILLIS = 250;
  private static final String OPENING = "Opening";

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "ductus-progress");
            thread.setDaemon(true);
            return thread;
          });

  private final Console console;
  private final String task;
  private String stage;
  private final Future<?> reminder;
  private final long begin = System.nanoTime();
  private long lastFound = begin;
  private boolean hasLine;
  private long first = -1;
  private long firstAt;
  private long lastDone;
  private long lastTotal;
  private boolean closed;
  private String note = "";
  private @Nullable ProgressBar bar;

  Progress(Console console, String task) {
    this.console = console;
    this.task = task;
    stage = task;
    reminder =
        CLOCK.scheduleWithFixedDelay(
            this::remind, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Says something beside the figures, such as a loss; replaces what was said before. */
  public synchronized void note(String text) {
    note = text;
    if (bar != null) {
      bar.setExtraMessage(" " + text);
    }
  }

  /**
   * Says how far the task is.
   *
   * @param done 0 to {@code total}
   */
  public synchronized void reach(long done, long total) {
    enter(task);
    show(done, total);
  }

  private void show(long done, long total) {
    if (!console.showsProgress()) {
      return;
    }
    long now = System.nanoTime();
    if (first < 0) {
      first = done;
      firstAt = now;
      console.hideBar();
    }
    lastDone = done;
    lastTotal = total;
    if (!console.isTerminal()) {
      if (isLineDue()) {
        console.say(line(done, total, now - firstAt));
      }
    } else if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
    } else if (now - begin >= PATIENCE_NANOS) {
      bar = bar(done, total, Duration.ofNanos(now - begin));
      note(note);
    }
  }

  @Override
  public void progress(int done, int total) {
    reach(done, total);
  }

  /** Shows this as a task of its own before the other. */
  @Override
  public synchronized void opened(int done, int total) {
    enter(OPENING);
    show(done, total);
  }

  private void enter(String other) {
    if (!stage.equals(other)) {
      stage = other;
      first = -1;
      if (bar != null) {
        bar.close();
        bar = null;
      }
    }
  }

  @Override
  public synchronized void found(int files) {
    if (!console.showsProgress()) {
      return;
    }
    long now = System.nanoTime();
    String line = String.format(Locale.ROOT, "%s: %d found so far", task, files);
    if (!console.isTerminal()) {
      if (isLineDue()) {
        console.say(line);
      }
    } else if (now - begin >= PATIENCE_NANOS && now - lastFound >= REFRESH_MILLIS * 1_000_000L) {
      lastFound = now;
      console.showBar(line);
    }
  }

  /** Whether nothing was said for some seconds; a task says sooner that it has begun. */
  private boolean isLineDue() {
    boolean due = console.silence() >= (hasLine ? LINE_NANOS : FIRST_LINE_NANOS);
    hasLine |= due;
    return due;
  }

  /** Tells again where the task is, since a step of it can take long. */
  private synchronized void remind() {
    if (!closed && first >= 0) {
      show(lastDone, lastTotal);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    reminder.cancel(false);
    if (bar != null) {
      bar.close();
      bar = null;
    }
    console.hideBar();
  }

  /** A bar that draws nothing but text: it needs no terminal library of its own. */
  private ProgressBar bar(long done, long total, Duration elapsed) {
    return new ProgressBarBuilder()
        .setTaskName(stage)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .startsFrom(done, elapsed)
        .setEtaFunction(
            state -> left(state.getCurrent(), state.getMax(), System.nanoTime() - firstAt))
        .setConsumer(new DelegatingProgressBarConsumer(console::showBar, Terminal.width() - 1))
        .build();
  }

  private String line(long done, long total, long nanos) {
    return String.format(
        Locale.ROOT,
        "%s: %d of %d (%d %%)%s%s",
        stage,
        done,
        total,
        total == 0 ? 100 : 100 * done / total,
        left(done, total, nanos).map(left -> ", " + NumberText.clock(left) + " left").orElse(""),
        note.isEmpty() ? "" : ", " + note);
  }

  /** Time left if it goes on as it went; what was done before the first call does not count. */
  private Optional<Duration> left(long done, long total, long nanos) {
    return done > first && first >= 0
        ? Optional.of(Duration.ofNanos((long) ((double) nanos / (done - first) * (total - done))))
        : Optional.empty();
  }
}
