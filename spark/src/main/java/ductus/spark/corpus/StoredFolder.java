package ductus.spark.corpus;

import ductus.music.midi.MidiReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** A folder of a file system of Hadoop's, such as HDFS or an object store. */
final class StoredFolder implements SourceFolder {
  private static final long serialVersionUID = 1L;

  private static final int PART = 1 << 16;

  private final String folder;
  private final Broadcast<SerializableConfiguration> conf;

  StoredFolder(String folder, Broadcast<SerializableConfiguration> conf) {
    this.folder = folder;
    this.conf = conf;
  }

  private FileSystem files() throws IOException {
    return new Path(folder).getFileSystem(conf.value().value());
  }

  private Path path(String path) {
    return path.equals(TOP)
        ? new Path(folder)
        : new Path(new Path(folder), new Path(null, null, path));
  }

  @Override
  public String name() {
    return folder;
  }

  @Override
  public boolean isThere() throws IOException {
    return isFolder(TOP);
  }

  private boolean isFolder(String path) throws IOException {
    return has(path) && files().getFileStatus(path(path)).isDirectory();
  }

  @Override
  public boolean has(String path) throws IOException {
    return files().exists(path(path));
  }

  @Override
  public boolean hasFile(String path) throws IOException {
    try {
      return files().getFileStatus(path(path)).isFile();
    } catch (FileNotFoundException none) {
      return false;
    }
  }

  @Override
  public void visit(String parent, Visitor visitor) throws IOException {
    RemoteIterator<FileStatus> entries = files().listStatusIterator(path(parent));
    while (entries.hasNext()) {
      FileStatus entry = entries.next();
      String name = entry.getPath().getName();
      visitor.see(
          new Entry(
              parent.equals(TOP) ? name : parent + "/" + name,
              entry.isDirectory(),
              false,
              entry.getLen()));
    }
  }

  @Override
  public String identity(String path) {
    return path(path).toString();
  }

  @Override
  public java.nio.file.Path fetch(String path, java.nio.file.Path copies)
      throws IOException, UnreadableInput {
    java.nio.file.Path copy = copies.resolve(path);
    Files.createDirectories(copy.getParent());
    boolean done = false;
    try {
      copy(path, copy);
      done = true;
      return copy;
    } finally {
      if (!done) {
        Files.deleteIfExists(copy);
      }
    }
  }

  private void copy(String path, java.nio.file.Path copy) throws IOException, UnreadableInput {
    try (InputStream from = open(path);
        OutputStream to = Files.newOutputStream(copy)) {
      byte[] part = new byte[PART];
      long copied = 0;
      for (int read = read(from, part); read > 0; read = read(from, part)) {
        to.write(part, 0, read);
        copied += read;
        if (copied > MidiReader.MAX_BYTES) {
          break;
        }
      }
      if (copied > MidiReader.MAX_BYTES) {
        stretch(copy, path);
      }
    }
  }

  /** What is too long is not copied: a reader refuses it by its length, which is all it gets. */
  private void stretch(java.nio.file.Path copy, String path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
      file.setLength(files().getFileStatus(path(path)).getLen());
    }
  }

  private InputStream open(String path) throws UnreadableInput {
    try {
      return files().open(path(path));
    } catch (IOException unreadable) {
      throw new UnreadableInput(unreadable);
    }
  }

  private static int read(InputStream from, byte[] part) throws UnreadableInput {
    try {
      return from.read(part);
    } catch (IOException unreadable) {
      throw new UnreadableInput(unreadable);
    }
  }
}
