package ductus.corpus;

import ductus.file.BadFileException;
import ductus.file.Reasons;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads files on several threads; a file that fails, however it fails, is left out. */
final class CorpusReader<T> {
  private final PieceKind<T> kind;
  private final ReadingListener listener;
  private final List<Piece<T>> pieces = Collections.synchronizedList(new ArrayList<>());
  private final List<LeftOut> leftOut = Collections.synchronizedList(new ArrayList<>());
  private final List<Path> outOfMemory = Collections.synchronizedList(new ArrayList<>());

  CorpusReader(PieceKind<T> kind, ReadingListener listener) {
    this.kind = kind;
    this.listener = listener;
  }

  Corpus<T> read(FolderFiles files, int threads) throws IOException {
    leftOut.addAll(files.unreadable());
    Steps steps = new Steps(listener, files.files().size());
    AtomicInteger next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          for (int i = next.getAndIncrement();
              i < files.files().size() && !Thread.currentThread().isInterrupted();
              i = next.getAndIncrement()) {
            Path file = files.files().get(i);
            try {
              readOne(file);
            } catch (OutOfMemoryError e) {
              outOfMemory.add(file);
            }
            steps.run();
          }
          return null;
        };
    runOnThreads(worker, Math.min(threads, files.files().size()));
    // One big file can leave no memory for its neighbors, so each gets a second chance alone.
    for (Path file : outOfMemory) {
      try {
        readOne(file);
      } catch (OutOfMemoryError e) {
        leftOut.add(new LeftOut(file, Reasons.of(e)));
      }
    }
    return new Corpus<>(pieces, leftOut);
  }

  private void readOne(Path file) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        leftOut.add(new LeftOut(file, "is no file but a device or pipe"));
        return;
      }
      T value = kind.reader().read(file);
      pieces.add(new Piece<>(file, kind.hash().apply(value), value));
    } catch (BadFileException | IOException | RuntimeException | StackOverflowError e) {
      leftOut.add(new LeftOut(file, Reasons.of(e)));
    }
  }

  private static void runOnThreads(Callable<Void> worker, int threads) throws IOException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Void> result : executor.invokeAll(Collections.nCopies(threads, worker))) {
        result.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("reading was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a folder failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
