package ductus.same;

import ductus.fault.CountingProvider;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** A file system whose folders list their files from Z to A. */
public final class BackwardProvider extends CountingProvider {
  /** Stands on the provider that the JDK has. */
  public BackwardProvider(FileSystemProvider real) {
    super(real);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> entries = super.newDirectoryStream(folder, filter)) {
      entries.forEach(all::add);
    }
    all.sort(Comparator.comparing(Path::toString).reversed());
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return all.iterator();
      }

      @Override
      public void close() {}
    };
  }
}
