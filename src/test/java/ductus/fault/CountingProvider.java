package ductus.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * The default provider of a process that is begun with {@code
 * -Djava.nio.file.spi.DefaultFileSystemProvider=ductus.fault.CountingProvider}: each operation is
 * asked of the {@link Disk} before it is done.
 */
public class CountingProvider extends FileSystemProvider {
  private static final Set<OpenOption> WRITING =
      Set.of(
          StandardOpenOption.WRITE,
          StandardOpenOption.APPEND,
          StandardOpenOption.CREATE,
          StandardOpenOption.CREATE_NEW);

  private final FileSystemProvider real;
  private final CountingFileSystem system;

  /** Stands on the provider that the JDK has. */
  public CountingProvider(FileSystemProvider real) {
    this.real = real;
    system = new CountingFileSystem(this, real.getFileSystem(URI.create("file:///")));
  }

  private static Path real(Path path) {
    return CountingPath.real(path);
  }

  private Path counting(Path path) {
    return new CountingPath(system, path);
  }

  @Override
  public String getScheme() {
    return "file";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> options) throws IOException {
    return real.newFileSystem(uri, options);
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    // The JDK makes it by the default file system, which is this one.
    return counting(real(real.getPath(uri)));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.stream().anyMatch(WRITING::contains)) {
      return newFileChannel(path, options, attributes);
    }
    Disk.only().ask(DiskOperation.READ, real(path));
    return real.newByteChannel(real(path), options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.stream().noneMatch(WRITING::contains)) {
      Disk.only().ask(DiskOperation.READ, real(path));
      return real.newFileChannel(real(path), options, attributes);
    }
    Disk.only().ask(DiskOperation.OPEN, real(path));
    Disk.only().opened(real(path), options.contains(StandardOpenOption.TRUNCATE_EXISTING));
    return new CountingChannel(real(path), real.newFileChannel(real(path), options, attributes));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    Disk.only().ask(DiskOperation.LIST, real(folder));
    DirectoryStream<Path> entries =
        real.newDirectoryStream(real(folder), path -> filter.accept(counting(path)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> each = entries.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Path next() {
            return counting(each.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        entries.close();
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    Disk.only().ask(DiskOperation.MAKE_FOLDER, real(folder));
    real.createDirectory(real(folder), attributes);
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    real.createSymbolicLink(real(link), real(target), attributes);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    real.createLink(real(link), real(existing));
  }

  @Override
  public void delete(Path path) throws IOException {
    Disk.only().ask(DiskOperation.DELETE, real(path));
    real.delete(real(path));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return counting(real.readSymbolicLink(real(link)));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    Disk.only().ask(DiskOperation.COPY, real(target));
    Disk.only().opened(real(target), true);
    real.copy(real(source), real(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    Disk.only().ask(DiskOperation.MOVE, real(target));
    real.move(real(source), real(target), options);
    Disk.only().moved(real(source), real(target));
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return real.isSameFile(real(one), real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real.isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real.getFileStore(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    real.checkAccess(real(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return real.getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return real.readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return real.readAttributes(real(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    real.setAttribute(real(path), name, value, options);
  }
}
