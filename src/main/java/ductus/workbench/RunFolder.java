package ductus.workbench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import ductus.model.AtomicFile;
import ductus.model.BadFileException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a training run: {@code config.json}, {@code metrics.csv}, {@code loss.svg}, {@code
 * checkpoint/}, {@code samples/}, {@code model.safetensors}, {@code runs.safetensors}, and a lock
 * that one process holds.
 */
public final class RunFolder implements AutoCloseable {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path path;
  private final FileChannel channel;

  /** Held until the channel is closed. */
  @SuppressWarnings("unused")
  private final FileLock lock;

  private RunFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Makes the folder if it is missing, and locks it.
   *
   * @throws BadFileException if another process trains in it, or it is a file
   */
  public static RunFolder open(Path path) throws BadFileException, IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a folder for the training run, but is a file");
    }
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(
            path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new BadFileException(
          path, "another training run is writing to this folder; wait for it or choose another");
    }
    return new RunFolder(path, channel, lock);
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

  /** What the run was asked to do. */
  public TrainingConfig readConfig() throws BadFileException, IOException {
    return readConfig(configPath());
  }

  /** Reads a configuration. */
  public static TrainingConfig readConfig(Path file) throws BadFileException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadFileException(file, "no such configuration file");
    }
    try {
      TrainingConfig config = GSON.fromJson(Files.readString(file), TrainingConfig.class);
      if (config == null
          || config.corpus() == null
          || config.network() == null
          || config.plan() == null) {
        throw new BadFileException(file, "must have corpus, network and plan");
      }
      return config;
    } catch (JsonParseException broken) {
      throw new BadFileException(file, "not a configuration: " + broken.getMessage());
    } catch (RuntimeException invalid) {
      Throwable cause = invalid;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new BadFileException(file, String.valueOf(cause.getMessage()));
    }
  }

  void writeConfig(TrainingConfig config) throws IOException {
    AtomicFile.write(configPath(), GSON.toJson(config) + "\n");
  }

  private Path configPath() {
    return path.resolve("config.json");
  }

  Path checkpoint() {
    return path.resolve("checkpoint").resolve("state.safetensors");
  }

  Path metrics() {
    return path.resolve("metrics.csv");
  }

  Path lossPlot() {
    return path.resolve("loss.svg");
  }

  Path samples() {
    return path.resolve("samples");
  }

  /** Where the best model so far is. */
  public Path model() {
    return path.resolve(ModelCatalogue.MODEL);
  }

  Path runs() {
    return path.resolve(ModelCatalogue.RUNS);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
