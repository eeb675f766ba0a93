package ductus.provenance;

import ductus.file.AtomicFile;
import ductus.file.FileFailure;
import ductus.file.PartFile;
import ductus.file.Sha256;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The files of one thing that is made, with their hashes; the provenance file is the last. */
public final class OutputFiles {
  /** Sidecars of names that this process holds and writes nothing to yet. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path stem;
  private final SortedMap<String, String> hashes = new TreeMap<>();
  private final List<Path> paths = new ArrayList<>();

  /** Creates no file yet. */
  public OutputFiles(Path stem) {
    this.stem = stem;
  }

  /** What writes the files of something and says where they come from. */
  public interface Content<R> {
    /** Writes all files but the provenance file. */
    Provenance<R> write() throws IOException;
  }

  /**
   * Writes all files of something, the provenance file last, or, if that fails, none.
   *
   * @throws FileAlreadyExistsException if there is a provenance file of this stem
   */
  public <R> void write(ProvenanceKind<R> kind, Content<R> content) throws IOException {
    take(stem);
    boolean whole = false;
    try {
      write(kind, content.write());
      whole = true;
    } finally {
      if (!whole) {
        for (Path path : paths) {
          Files.deleteIfExists(path);
        }
        release(stem);
      }
    }
  }

  /**
   * Takes a stem, so that no other process writes to it: makes the provenance file, still empty.
   *
   * @return the provenance file
   * @throws FileAlreadyExistsException if it is taken
   */
  public static Path take(Path stem) throws IOException {
    Path sidecar = OutputNames.path(stem, OutputNames.SIDECAR);
    return HELD.remove(absolute(sidecar)) ? sidecar : create(sidecar);
  }

  /** Takes a stem for whoever takes it next in this process. */
  static void hold(Path stem) throws IOException {
    GivingBack.atTheEnd();
    HELD.add(absolute(create(OutputNames.path(stem, OutputNames.SIDECAR))));
  }

  /** Gives a stem back that is held, where nothing was written of it; else it is left as it is. */
  static void giveBack(Path stem) throws IOException {
    Path sidecar = absolute(OutputNames.path(stem, OutputNames.SIDECAR));
    if (HELD.remove(sidecar)) {
      clear(sidecar);
    }
  }

  private static void clear(Path sidecar) throws IOException {
    if (Files.exists(sidecar) && Files.size(sidecar) == 0) {
      Files.deleteIfExists(sidecar);
    }
    Files.deleteIfExists(PartFile.of(sidecar));
  }

  /** Has what is held be given back also where this process is stopped, as by Ctrl-C. */
  private static final class GivingBack {
    static {
      Runtime.getRuntime().addShutdownHook(new Thread(GivingBack::all, "names"));
    }

    static void atTheEnd() {
      // Loading this class is all that there is to do.
    }

    private static void all() {
      for (Path sidecar : HELD) {
        try {
          clear(sidecar);
        } catch (IOException later) {
          // The next command clears it away.
        }
      }
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Two threads must not: the part by which others see whose it is has one name a process. */
  private static synchronized Path create(Path sidecar) throws IOException {
    if (Files.exists(sidecar, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(sidecar.toString());
    }
    AtomicFile.makeFolderOf(sidecar);
    Path part = PartFile.of(sidecar);
    try {
      // Says whose it is.
      Files.write(part, new byte[0]);
      return Files.createFile(sidecar);
    } catch (FileAlreadyExistsException taken) {
      PartFile.discard(part);
      throw taken;
    } catch (IOException failed) {
      PartFile.discard(part);
      throw FileFailure.at(sidecar, failed);
    }
  }

  /** Gives a stem back that nothing was written of. */
  public static void release(Path stem) throws IOException {
    Path sidecar = OutputNames.path(stem, OutputNames.SIDECAR);
    Files.deleteIfExists(sidecar);
    Files.deleteIfExists(PartFile.of(sidecar));
  }

  /** Writes a file that must not be there yet. */
  public void writeNew(String ending, byte[] bytes) throws IOException {
    Path path = OutputNames.path(stem, ending);
    if (Files.exists(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    write(ending, bytes);
  }

  /** Writes a file. */
  public void write(String ending, byte[] bytes) throws IOException {
    Path path = OutputNames.path(stem, ending);
    paths.add(path);
    AtomicFile.write(path, bytes);
    hashes.put(ending, Sha256.hex(bytes));
  }

  /** Takes up a file that was written by others. */
  public void add(String ending) throws IOException {
    Path path = OutputNames.path(stem, ending);
    hashes.put(ending, Sha256.hex(path));
    paths.add(path);
  }

  /** Writes the provenance file. */
  public <R> void write(ProvenanceKind<R> kind, Provenance<R> provenance) throws IOException {
    Path path = OutputNames.path(stem, OutputNames.SIDECAR);
    kind.write(path, provenance);
    paths.add(path);
  }

  /** The SHA-256 of each file, by its ending. */
  public SortedMap<String, String> hashes() {
    return new TreeMap<>(hashes);
  }

  /** The files, in the order in which they were written. */
  public List<Path> paths() {
    return List.copyOf(paths);
  }
}
