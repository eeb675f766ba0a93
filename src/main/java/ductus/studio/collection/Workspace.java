package ductus.studio.collection;

import ductus.file.WholeFolder;
import ductus.studio.bin.Bin;
import ductus.studio.web.BrowserFile;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that the studio shows and writes to, {@code generated/}. What the page has not kept
 * yet, sound that was rendered to be heard and the bin lie in {@code .studio} in it.
 */
public final class Workspace {
  private static final String OWN = ".studio";
  private static final Duration DRAFTS_LAST = Duration.ofDays(1);

  private final Path root;
  private final Bin bin;

  private Workspace(Path root) {
    this.root = root;
    bin = new Bin(root, root.resolve(OWN).resolve("bin"));
  }

  /** Opens a workspace, made if it is missing; takes away drafts and sounds of days ago. */
  public static Workspace open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Workspace workspace = new Workspace(folder.toRealPath());
    workspace.close(workspace.own());
    for (Path old :
        List.of(
            workspace.drafts(),
            workspace.sounds(),
            workspace.imports(),
            BrowserFile.folder(workspace.sketches()),
            BrowserFile.folder(workspace.readings()))) {
      workspace.sweep(old);
    }
    workspace.moves().finish();
    return workspace;
  }

  /** Has a folder opened by nobody else, and so all that is in it. */
  private void close(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (Files.isSymbolicLink(folder)) {
      throw new IOException(folder + " must be a folder but is a link");
    }
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void sweep(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    FileTime limit = FileTime.from(Instant.now().minus(DRAFTS_LAST));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).compareTo(limit) < 0) {
          WholeFolder.delete(file);
        }
      }
    }
  }

  /** The folder of this workspace. */
  public Path root() {
    return root;
  }

  /** The folder of the studio itself, which is for its user alone. */
  public Path own() {
    return root.resolve(OWN);
  }

  /** The folder of what was made but not kept yet. */
  public Path drafts() {
    return own().resolve("drafts");
  }

  /** Where rendered sound and other formats lie, by what they were made from. */
  public Path sounds() {
    return own().resolve("sounds");
  }

  /** Where corpora lie that were dropped onto the page, a folder each. */
  public Path corpora() {
    return own().resolve("corpora");
  }

  /** Where the drawings of a hand lie until they are learned, and after. */
  public Path sketches() {
    return own().resolve("sketches");
  }

  /** Where lies what was read of handwriting, a folder each. */
  public Path readings() {
    return own().resolve("readings");
  }

  /** Where the readers lie that were taught lines that are right. */
  public Path readers() {
    return root.resolve(OWN).resolve("readers");
  }

  /** Where lies what training processes were asked, and what they said. */
  public Path training() {
    return own().resolve("training");
  }

  /** Where models lie while they come from outside, a folder each. */
  public Path imports() {
    return own().resolve("imports");
  }

  /** Moves files that belong together. */
  MoveNote moves() {
    return new MoveNote(this, own().resolve("move.json"));
  }

  /** What was deleted. */
  public Bin bin() {
    return bin;
  }

  /** How the page calls a file of the workspace. */
  public String name(Path file) {
    return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  /**
   * The file that the page calls so.
   *
   * @throws RequestException if it leaves the workspace, be it by a link, or is not there
   */
  public Path file(String name) throws IOException {
    Path path = inside(name);
    if (!holds(path)) {
      throw new RequestException(404, "there is no " + name + " any more");
    }
    return path;
  }

  /** Whether a file is there and lies in the workspace itself: a link leads nowhere. */
  public boolean holds(Path file) {
    try {
      return Files.isRegularFile(file) && file.toRealPath().startsWith(root);
    } catch (IOException gone) {
      return false;
    }
  }

  /**
   * A path of the workspace, whether it is there or not.
   *
   * @throws RequestException if it leaves the workspace
   */
  public Path inside(String name) {
    Path path;
    try {
      path = root.resolve(name).normalize();
    } catch (InvalidPathException impossible) {
      throw new RequestException(400, "a name of a file cannot hold such characters");
    }
    if (Path.of(name).isAbsolute() || !path.startsWith(root) || path.equals(root)) {
      throw new RequestException(403, "the studio keeps to its workspace");
    }
    return path;
  }
}
