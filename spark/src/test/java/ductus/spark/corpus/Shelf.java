package ductus.spark.corpus;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Files of this machine under another scheme, {@code shelf:/folder}, as a store has its own. Of one
 * whose name begins with {@value #TORN} only the first byte can be read.
 */
public final class Shelf extends RawLocalFileSystem {
  static final String TORN = "torn";

  /** Files that are open now, on all shelves. */
  static final AtomicInteger OPEN = new AtomicInteger();

  @Override
  public URI getUri() {
    return URI.create("shelf:///");
  }

  @Override
  public FSDataInputStream open(Path file, int buffer) throws IOException {
    FSDataInputStream opened = super.open(file, buffer);
    OPEN.incrementAndGet();
    return new FSDataInputStream(new Counted(opened, file.getName().startsWith(TORN)));
  }

  private static final class Counted extends FSInputStream {
    private final FSDataInputStream file;
    private final boolean isTorn;
    private boolean closed;

    Counted(FSDataInputStream file, boolean isTorn) {
      this.file = file;
      this.isTorn = isTorn;
    }

    @Override
    public void seek(long position) throws IOException {
      file.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return file.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) throws IOException {
      return file.seekToNewSource(position);
    }

    @Override
    public int read() throws IOException {
      if (isTorn && getPos() > 0) {
        throw new IOException("the store has lost a block");
      }
      return file.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (isTorn && getPos() > 0) {
        throw new IOException("the store has lost a block");
      }
      return file.read(to, offset, isTorn ? Math.min(1, length) : length);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        OPEN.decrementAndGet();
      }
      file.close();
    }
  }
}
