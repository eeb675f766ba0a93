package ductus.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A channel whose writes are counted. */
final class CountingChannel extends FileChannel {
  private final Path file;
  private final FileChannel real;

  CountingChannel(Path file, FileChannel real) {
    this.file = file;
    this.real = real;
  }

  private void ask(DiskOperation operation) throws IOException {
    Disk.only().ask(operation, file);
  }

  /** Asks for bytes to be written; of those that find no room, half do find it. */
  private void askForRoom(ByteBuffer from) throws IOException {
    try {
      ask(DiskOperation.WRITE);
    } catch (IOException full) {
      real.write(from.slice().limit(from.remaining() / 2));
      throw full;
    }
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    return real.read(to);
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int length) throws IOException {
    return real.read(to, offset, length);
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    askForRoom(from);
    return real.write(from);
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    ask(DiskOperation.WRITE);
    return real.write(from, offset, length);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    ask(DiskOperation.TRUNCATE);
    real.truncate(size);
    return this;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    ask(DiskOperation.FORCE);
    real.force(metadata);
    Disk.only().forced(file);
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
    return real.transferTo(position, count, to);
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long position, long count) throws IOException {
    ask(DiskOperation.WRITE);
    return real.transferFrom(from, position, count);
  }

  @Override
  public int read(ByteBuffer to, long position) throws IOException {
    return real.read(to, position);
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    ask(DiskOperation.WRITE);
    return real.write(from, position);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return real.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return real.lock(position, size, shared);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return real.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
