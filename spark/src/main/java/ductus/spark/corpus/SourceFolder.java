package ductus.spark.corpus;

import ductus.cluster.SharedFolder;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** A folder that is read, on any storage. Places in it are named by paths with slashes. */
public interface SourceFolder extends Serializable {
  /** What the folder itself is called in it. */
  String TOP = "";

  /**
   * Something in a folder.
   *
   * @param bytes of a file
   */
  record Entry(String path, boolean isFolder, boolean isLink, long bytes) {
    /** Its last name. */
    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /** Sees what is in a folder. */
  @FunctionalInterface
  interface Visitor {
    void see(Entry entry) throws IOException;
  }

  /** Opens a folder by its path, or its address. */
  static SourceFolder of(String folder, Broadcast<SerializableConfiguration> conf) {
    if (folder.startsWith("file:")) {
      return new LocalFolder(Path.of(URI.create(folder).getPath()).toString());
    }
    return SharedFolder.isAddress(folder)
        ? new StoredFolder(folder, conf)
        : new LocalFolder(folder);
  }

  /** Its path or address, as users know it. */
  String name();

  /** Whether this machine sees the folder. */
  boolean isThere() throws IOException;

  /** Whether there is something of a path. */
  boolean has(String path) throws IOException;

  /**
   * Whether there is something of a path that is no folder; it may be a link that leads nowhere.
   */
  boolean hasFile(String path) throws IOException;

  /** Shows what is in a folder, one after another and in no order; they are not held. */
  void visit(String folder, Visitor visitor) throws IOException;

  /** What tells a folder from others, however one came to it. */
  String identity(String folder) throws IOException;

  /**
   * A file that can be read on this machine: the file itself, or a copy.
   *
   * @param copies a folder for copies; a file stands in it by its path
   * @throws UnreadableInput if the file cannot be read; any other failure is this machine's
   */
  Path fetch(String path, Path copies) throws IOException, UnreadableInput;

  /** A file that cannot be read, by no fault of the machine that reads. */
  final class UnreadableInput extends Exception {
    private static final long serialVersionUID = 1L;

    private final IOException reason;

    UnreadableInput(IOException reason) {
      super(reason.getMessage(), reason);
      this.reason = reason;
    }

    IOException reason() {
      return reason;
    }
  }
}
