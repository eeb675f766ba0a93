package ductus.studio.train;

import ductus.file.AtomicFile;
import ductus.studio.collection.Workspace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The training processes that this server started. What they print lies in the workspace's own
 * folder, so that the next server can tell why one of them died.
 */
final class RunProcesses {
  /** The number of a process's last bytes of words that are read again. */
  private static final int TAIL = 8192;

  private static final String COMPLAINT = "ductus: ";

  private final Workspace workspace;
  private final int threads;
  private final Map<String, Process> started = new ConcurrentHashMap<>();

  /**
   * None yet.
   *
   * @param threads most threads of each
   */
  RunProcesses(Workspace workspace, int threads) {
    this.workspace = workspace;
    this.threads = threads;
  }

  /** A file of a run's own for what it is asked. */
  Path asked(String name) {
    return workspace.training().resolve(name + ".json");
  }

  /**
   * Starts the process of a run.
   *
   * @param command its arguments, but for the run's place
   */
  void start(String name, List<String> command) throws IOException {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(
        List.of(
            "--out",
            workspace.root().resolve(name).toString(),
            "--threads",
            Integer.toString(threads)));
    Path said = said(name);
    AtomicFile.makeFolderOf(said);
    started.put(name, OwnProgram.start(arguments, said));
  }

  private Path said(String name) {
    return workspace.training().resolve(name + ".txt");
  }

  /** Whether this server started it and its process is there. */
  boolean isAlive(String name) {
    Process process = started.get(name);
    return process != null && process.isAlive();
  }

  /** Knows nothing of a run any more, unless its process is there. */
  void forget(String name) throws IOException {
    if (!isAlive(name)) {
      started.remove(name);
      Files.deleteIfExists(said(name));
    }
  }

  /** Names of the runs that this server began. */
  List<String> names() {
    return List.copyOf(started.keySet());
  }

  /** What its process complained of at last; null if it did not. */
  @Nullable String lastWords(String name) throws IOException {
    Path said = said(name);
    if (!Files.isRegularFile(said)) {
      return null;
    }
    byte[] tail;
    try (RandomAccessFile file = new RandomAccessFile(said.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL));
      tail = new byte[(int) Math.min(TAIL, file.length())];
      file.readFully(tail);
    }
    return new String(tail, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(COMPLAINT))
        .reduce((first, second) -> second)
        .map(line -> line.substring(COMPLAINT.length()))
        .orElse(null);
  }
}
