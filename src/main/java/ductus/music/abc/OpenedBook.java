package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.abc.bar.AbcSource;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * An ABC file with several tunes, cut into these. The one that was opened last is kept while there
 * is memory: whoever reads a book asks for its tunes one after another, on any thread, and to cut
 * it for each of thousands would take minutes.
 *
 * @param tunes each with its lines
 */
record OpenedBook(
    Path path, FileTime modified, long size, AbcSource source, List<List<AbcSource.Line>> tunes) {
  private static volatile SoftReference<OpenedBook> lastOpened = new SoftReference<>(null);

  OpenedBook {
    tunes = List.copyOf(tunes);
  }

  /** Opens a book, or takes the one that is open, where its file was not changed. */
  static OpenedBook of(Path path) throws BadFileException, IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    OpenedBook last = lastOpened.get();
    if (last != null && last.isOf(path, now)) {
      return last;
    }
    AbcSource source = new AbcSource(path, AbcReader.content(path));
    OpenedBook book =
        new OpenedBook(path, now.lastModifiedTime(), now.size(), source, source.tunes());
    lastOpened = new SoftReference<>(book);
    return book;
  }

  private boolean isOf(Path other, BasicFileAttributes now) {
    return path.equals(other) && size == now.size() && modified.equals(now.lastModifiedTime());
  }
}
