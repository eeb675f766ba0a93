package ductus.run;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.model.place.ModelCatalog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a training run: {@code config.json}, {@code metrics.csv}, {@code loss.svg}, {@code
 * updates.csv} and {@code lags.csv} of the {@link RunTrace}, {@code checkpoint/}, {@code samples/},
 * {@code counting.json}, {@code model.safetensors}, {@code runs.safetensors}, a lock that one
 * process holds, and {@code control} ({@link RunControl}). Where no run began, closing it leaves
 * nothing behind.
 */
public final class RunFolder implements AutoCloseable {
  /** The name of the file with what is asked of a run, in its folder. */
  public static final String CONFIG = "config.json";

  /** A row of each epoch. */
  public static final String METRICS = "metrics.csv";

  /** A row of some updates. */
  public static final String UPDATES = "updates.csv";

  /** A row of an epoch: how far back gradients reach. */
  public static final String LAGS = "lags.csv";

  /** What counting tokens says of the pieces held out. */
  public static final String COUNTING = "counting.json";

  /** Folder of what was drawn on the way. */
  public static final String SAMPLES = "samples";

  /** The field of a configuration that names the task. */
  public static final String TASK = "task";

  private static final String LOCK = "lock";
  private static final int TRIES = 5;
  private static final long PAUSE_MILLIS = 20;

  private final Path path;

  /** Folders that were missing, the innermost first. */
  private final List<Path> made;

  private final FileChannel channel;

  /** Held until the channel is closed. */
  @SuppressWarnings("unused")
  private final FileLock lock;

  private RunFolder(Path path, List<Path> made, FileChannel channel, FileLock lock) {
    this.path = path;
    this.made = made;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Makes the folder if it is missing, and locks it.
   *
   * @throws BadFileException if another process trains in it, or it is a file
   */
  public static RunFolder open(Path path) throws BadFileException, IOException {
    Optional<RunFolder> run = openIfFree(path);
    if (run.isEmpty()) {
      throw new BadFileException(
          path, "another training run is writing to this folder; wait for it or choose another");
    }
    return run.get();
  }

  /** A choice of names for new folders. */
  @FunctionalInterface
  public interface Naming {
    /** The next folder that is not there. */
    Path next() throws IOException;
  }

  /**
   * Makes a new folder and locks it. Whoever chooses a name at the same moment gets another one.
   *
   * @param names asked again where somebody else has taken the one before
   */
  public static RunFolder openNew(Naming names) throws BadFileException, IOException {
    while (true) {
      Optional<RunFolder> run = openIfFree(names.next());
      if (run.isPresent()) {
        if (!run.get().hasRun()) {
          return run.get();
        }
        run.get().close();
      }
    }
  }

  /**
   * Makes the folder if it is missing, and locks it.
   *
   * @return empty if another process trains in it
   * @throws BadFileException if it is a file
   */
  private static Optional<RunFolder> openIfFree(Path path) throws BadFileException, IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a folder for the training run, but is a file");
    }
    List<Path> made = missing(path);
    // Files.createDirectories refuses a link to a folder on JDK 17.
    if (!made.isEmpty()) {
      Files.createDirectories(path);
    }
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = patientLock(channel);
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    boolean ready = false;
    try {
      deleteLeftovers(path);
      // What an earlier run was told.
      RunControl.of(path).ask(RunControl.Request.GO_ON);
      ready = true;
      return Optional.of(new RunFolder(path, made, channel, lock));
    } finally {
      if (!ready) {
        channel.close();
      }
    }
  }

  /**
   * Whether a process is training in a folder now. One thread looks at a time: two would take each
   * other for that process.
   */
  public static synchronized boolean isBusy(Path folder) throws IOException {
    Path lock = folder.resolve(LOCK);
    if (!Files.isRegularFile(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock free = tryLock(channel)) {
      return free == null;
    }
  }

  /** Whether a folder holds a run. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(CONFIG)) && Files.isDirectory(checkpoints(folder));
  }

  /** A process that was killed while it wrote can have left parts of files behind. */
  private static void deleteLeftovers(Path path) throws IOException {
    for (Path folder : List.of(path, checkpoints(path), samples(path))) {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
          for (Path part : parts) {
            Files.delete(part);
          }
        }
      }
    }
  }

  /** The folder of the checkpoints of the run in a folder. */
  public static Path checkpoints(Path folder) {
    return folder.resolve("checkpoint");
  }

  private static Path samples(Path folder) {
    return folder.resolve(SAMPLES);
  }

  private static List<Path> missing(Path path) {
    List<Path> missing = new ArrayList<>();
    for (Path folder = path.toAbsolutePath();
        folder != null && !Files.exists(folder);
        folder = folder.getParent()) {
      missing.add(folder);
    }
    return missing;
  }

  /** Who only looks whether a folder is busy holds the lock for a moment. */
  private static @Nullable FileLock patientLock(FileChannel channel) throws IOException {
    FileLock lock = tryLock(channel);
    for (int i = 0; lock == null && i < TRIES; i++) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        return null;
      }
      lock = tryLock(channel);
    }
    return lock;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** Whether a run has begun in it. */
  public boolean hasRun() {
    return Files.exists(configPath());
  }

  /**
   * Reads the configuration of the run.
   *
   * @param kind of configuration
   */
  public <C> C readConfig(Class<C> kind) throws BadFileException, IOException {
    return readConfig(configPath(), kind);
  }

  /** Reads a configuration of a kind. */
  public static <C> C readConfig(Path file, Class<C> kind) throws BadFileException, IOException {
    return JsonFile.readFormer(file, kind, "a training configuration");
  }

  /**
   * Writes what the run is asked to do.
   *
   * @param task name of what is learned
   */
  public void writeConfig(String task, Object config) throws IOException {
    JsonFile.write(configPath(), config, Map.of(TASK, task));
  }

  /** Writes how well counting tokens predicts those held out, in nats a token. */
  public void writeCounting(double nats) throws IOException {
    JsonFile.write(path.resolve(COUNTING), new Counting(nats));
  }

  /**
   * How well counting tokens predicts those held out.
   *
   * @param nats a token
   */
  public record Counting(double nats) {}

  /** The name of the task of a configuration; empty in those of versions before 0.2. */
  public static Optional<String> task(Path file) throws BadFileException, IOException {
    return Optional.ofNullable(
        JsonFile.read(file, TaskName.class, "a training configuration").task());
  }

  /** The one field of a configuration that says what is learned. */
  private record TaskName(@Nullable String task) {}

  /** The file that says what the run is asked to do. */
  public Path configPath() {
    return path.resolve(CONFIG);
  }

  public Path checkpoint() {
    return checkpoints(path).resolve("state.safetensors");
  }

  public Path metrics() {
    return path.resolve(METRICS);
  }

  Path updates() {
    return path.resolve(UPDATES);
  }

  Path lags() {
    return path.resolve(LAGS);
  }

  public Path lossPlot() {
    return path.resolve("loss.svg");
  }

  public Path samples() {
    return samples(path);
  }

  /** The file of the best model so far. */
  public Path model() {
    return path.resolve(ModelCatalog.MODEL);
  }

  public Path runs() {
    return path.resolve(ModelCatalog.RUNS);
  }

  @Override
  public void close() throws IOException {
    try {
      if (!hasRun()) {
        Files.deleteIfExists(path.resolve(LOCK));
        for (Path folder : made) {
          Files.deleteIfExists(folder);
        }
      }
    } catch (DirectoryNotEmptyException usedByOthers) {
      // Then it stays.
      return;
    } finally {
      channel.close();
    }
  }
}
