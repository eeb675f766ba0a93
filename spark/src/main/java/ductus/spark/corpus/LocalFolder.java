package ductus.spark.corpus;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder that machines see among their own files, such as one that they share. */
final class LocalFolder implements SourceFolder {
  private static final long serialVersionUID = 1L;

  private final String folder;

  LocalFolder(String folder) {
    this.folder = folder;
  }

  private Path path(String path) {
    return Path.of(folder).resolve(path);
  }

  @Override
  public String name() {
    return folder;
  }

  @Override
  public boolean isThere() {
    return Files.isDirectory(Path.of(folder));
  }

  @Override
  public boolean has(String path) {
    return Files.exists(path(path));
  }

  @Override
  public boolean hasFile(String path) {
    Path file = path(path);
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(file);
  }

  @Override
  public void visit(String parent, Visitor visitor) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path(parent))) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        visitor.see(entry(parent.equals(TOP) ? name : parent + "/" + name, entry));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Looks once at what is no link: of a million files that is most of the work. */
  private static Entry entry(String path, Path file) {
    try {
      BasicFileAttributes known =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return new Entry(
          path,
          known.isSymbolicLink() ? Files.isDirectory(file) : known.isDirectory(),
          known.isSymbolicLink(),
          known.size());
    } catch (IOException gone) {
      // Whoever reads it says so.
      return new Entry(path, false, false, 0);
    }
  }

  @Override
  public String identity(String path) throws IOException {
    return path(path).toRealPath().toString().replace('\\', '/');
  }

  @Override
  public Path fetch(String path, Path copies) {
    return path(path);
  }
}
