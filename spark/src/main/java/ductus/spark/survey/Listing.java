package ductus.spark.survey;

import ductus.spark.corpus.FolderWalk;
import ductus.spark.corpus.Notice;
import ductus.spark.corpus.SourceFolder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;
import org.apache.spark.TaskContext;
import org.apache.spark.util.LongAccumulator;

/**
 * The files of a folder, and the folders in it that cannot be opened. They wait in a file of this
 * machine, so that none of them is in memory until it is asked for.
 */
final class Listing implements FolderWalk.Found, AutoCloseable {
  private final Path list = Files.createTempFile("ductus-list-", "");
  private final BufferedWriter to = Files.newBufferedWriter(list);

  private final LongAccumulator files;

  private Listing(LongAccumulator files) throws IOException {
    this.files = files;
  }

  /**
   * Lists a folder. A notice without a text is a file to read.
   *
   * @param wanted whether a file of such a name is to be read
   * @param files counts them
   */
  static Iterator<Notice> of(SourceFolder source, Predicate<Path> wanted, LongAccumulator files)
      throws IOException {
    Listing listing = new Listing(files);
    try (listing) {
      new FolderWalk(source, wanted, listing, TaskContext.get()::isInterrupted).run();
    } catch (IOException | RuntimeException failed) {
      Files.delete(listing.list);
      throw failed;
    }
    return listing.iterator();
  }

  @Override
  public void file(SourceFolder.Entry file) throws IOException {
    new Notice(file.path(), "").write(to);
    files.add(1);
  }

  @Override
  public void unreadable(Notice folder) throws IOException {
    folder.write(to);
  }

  @Override
  public void close() throws IOException {
    to.close();
  }

  private Iterator<Notice> iterator() throws IOException {
    BufferedReader from = Files.newBufferedReader(list);
    // Where files can be deleted while they are open; elsewhere when the program ends.
    if (!list.toFile().delete()) {
      list.toFile().deleteOnExit();
    }
    TaskContext.get().addTaskCompletionListener((TaskContext task) -> close(from));
    return from.lines().map(Notice::of).iterator();
  }

  private static void close(BufferedReader from) {
    try {
      from.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
