package ductus.music.hearing;

import ductus.file.BadFileException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A WAV file that is read from its beginning to its end, block by block, all channels as one: PCM
 * of 8 to 32 bits, or floats.
 */
public final class WavFile implements AutoCloseable {
  /** Longest sound, in seconds: an hour. */
  public static final int LONGEST_SECONDS = 3600;

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int LONGEST_FORMAT = 64;
  private static final int BLOCK_FRAMES = 4096;

  /** Size that programs write which do not know how long the sound will be. */
  private static final long UNKNOWN_SIZE = 0xFFFFFFFFL;

  private final Path path;
  private final FileChannel channel;
  private final WavFormat format;
  private final long frames;
  private final ByteBuffer block;
  private long next;
  private long clipped;

  private WavFile(Path path, FileChannel channel, WavFormat format, long at, long frames)
      throws IOException {
    this.path = path;
    this.channel = channel.position(at);
    this.format = format;
    this.frames = frames;
    block = ByteBuffer.allocate(BLOCK_FRAMES * format.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Opens a WAV file.
   *
   * @throws BadFileException if it is no WAV file, cut short, longer than an hour, or of samples
   *     that are coded in another way
   * @throws IOException if it cannot be read
   */
  public static WavFile open(Path path) throws BadFileException, IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadFileException(
          path, Files.exists(path) ? "is a folder where a file must be" : "no such file");
    }
    FileChannel channel = FileChannel.open(path);
    try {
      return open(path, channel);
    } catch (BadFileException | IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  private static WavFile open(Path path, FileChannel channel) throws BadFileException, IOException {
    long size = channel.size();
    if (size == 0) {
      throw new BadFileException(path, "is empty");
    }
    if (size < RIFF_HEADER
        || !text(channel, 0).equals("RIFF")
        || !text(channel, CHUNK_HEADER).equals("WAVE")) {
      throw new BadFileException(path, "must be a WAV file (RIFF, WAVE) but is none");
    }
    WavFormat format = null;
    for (long at = RIFF_HEADER; at + CHUNK_HEADER <= size; ) {
      String type = text(channel, at);
      long length = Integer.toUnsignedLong(bytes(channel, at + 4, 4).getInt(0));
      long start = at + CHUNK_HEADER;
      if (type.equals("data")) {
        if (format == null) {
          throw new BadFileException(path, at, "the samples stand before their format");
        }
        return samples(path, channel, format, start, length);
      }
      if (length > size - start) {
        throw new BadFileException(
            path, at, "cut short: the chunk must end by byte %d".formatted(start + length));
      }
      if (type.equals("fmt ") && length >= WavFormat.SHORTEST) {
        int read = (int) Math.min(length, LONGEST_FORMAT);
        format = WavFormat.of(bytes(channel, start, read), path, at);
      }
      at = start + length + length % 2;
    }
    throw new BadFileException(path, "a WAV file without samples");
  }

  private static WavFile samples(
      Path path, FileChannel channel, WavFormat format, long start, long length)
      throws BadFileException, IOException {
    long there = channel.size() - start;
    long bytes = length == UNKNOWN_SIZE || length == 0 ? there : length;
    if (bytes > there) {
      throw new BadFileException(
          path,
          start,
          "cut short: must have %d bytes of samples but has %d".formatted(bytes, there));
    }
    long frames = bytes / format.frameBytes();
    if (frames == 0) {
      throw new BadFileException(path, start, "a WAV file without samples");
    }
    if (frames > (long) LONGEST_SECONDS * format.rate()) {
      throw new BadFileException(
          path,
          "must last an hour at most but lasts %d minutes; cut it into parts"
              .formatted(frames / format.rate() / 60));
    }
    return new WavFile(path, channel, format, start, frames);
  }

  /** Number of samples a second. */
  public int rate() {
    return format.rate();
  }

  /** Number of channels that are added up. */
  public int channels() {
    return format.channels();
  }

  /** Length of the sound in samples. */
  public long frames() {
    return frames;
  }

  /** Length of the sound in seconds. */
  public double seconds() {
    return (double) frames / format.rate();
  }

  /**
   * Number of samples read so far that are as high or low as can be: the sound was cut off there.
   */
  public long clipped() {
    return clipped;
  }

  /**
   * Reads the next samples, all channels as one.
   *
   * @return some samples, the mean of the channels; none at the end
   */
  public float[] read() throws BadFileException, IOException {
    int count = (int) Math.min(BLOCK_FRAMES, frames - next);
    block.clear().limit(count * format.frameBytes());
    while (block.hasRemaining()) {
      if (channel.read(block) < 0) {
        throw new BadFileException(path, "became shorter while it was read");
      }
    }
    float[] samples = new float[count];
    int step = format.bits() / 8;
    float most = format.coding() == WavFormat.Coding.FLOAT ? 1 : 1 - 1f / 64;
    for (int i = 0, at = 0; i < count; i++) {
      float sum = 0;
      boolean cut = false;
      for (int c = 0; c < format.channels(); c++, at += step) {
        float sample = format.sample(block, at);
        cut |= Math.abs(sample) >= most;
        sum += sample;
      }
      clipped += cut ? 1 : 0;
      samples[i] = sum / format.channels();
    }
    next += count;
    return samples;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static String text(FileChannel channel, long at) throws IOException {
    return new String(bytes(channel, at, 4).array(), StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return buffer.flip();
  }
}
