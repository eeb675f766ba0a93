package ductus.fault;

import ductus.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a disk would have held had the power failed at an operation, for each operation of one
 * writer: what was written to a file and not forced is left out. Each content is kept once.
 */
final class DiskStates {
  private static final String FOLDER = "";

  /** Of the real file system, as all paths here: what is done below is no operation itself. */
  private final Path store;

  /** SHA-256 of the files before each operation by their paths, folders as {@link #FOLDER}. */
  private final List<SortedMap<String, String>> states = new ArrayList<>();

  /**
   * None is taken yet.
   *
   * @param store a folder for what the files held
   */
  DiskStates(Path store) {
    this.store = CountingPath.real(store).toAbsolutePath();
  }

  /**
   * Notes the state before an operation.
   *
   * @param forced how many bytes of a file surely are on the disk; all where nothing is said
   */
  void take(Path folder, Map<Path, Long> forced) throws IOException {
    Files.createDirectories(store);
    SortedMap<String, String> state = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        String name = folder.relativize(path).toString();
        if (Files.isDirectory(path)) {
          state.put(name, FOLDER);
        } else {
          byte[] bytes = kept(path, forced.getOrDefault(path, Long.MAX_VALUE));
          String content = Sha256.hex(bytes);
          if (!Files.exists(store.resolve(content))) {
            Files.write(store.resolve(content), bytes);
          }
          state.put(name, content);
        }
      }
    }
    states.add(state);
  }

  private static byte[] kept(Path file, long most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes((int) Math.min(Integer.MAX_VALUE, most));
    }
  }

  /** Notes that the state is the one before. */
  void takeSame() {
    states.add(states.get(states.size() - 1));
  }

  /** What there was before an operation; what is equal is the same. */
  SortedMap<String, String> before(long operation) {
    return states.get((int) operation);
  }

  /** Makes a folder what there was before an operation. */
  void restore(long operation, Path folder) throws IOException {
    Path target = CountingPath.real(folder);
    // A folder comes before what is in it.
    for (var file : before(operation).entrySet()) {
      Path path = target.resolve(file.getKey());
      if (file.getValue().equals(FOLDER)) {
        Files.createDirectories(path);
      } else {
        Files.copy(store.resolve(file.getValue()), path);
      }
    }
  }
}
