package ductus.music.audio;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks the chunks of a SoundFont 2 before the JDK's reader sees it, which takes a file that is
 * cut short for one without sounds, and trusts the sizes that it says of itself.
 */
final class SoundFontCheck {
  /** Largest file, in bytes: 1 GiB. */
  private static final long MOST_BYTES = 1L << 30;

  private static final int CHUNK_HEADER = 8;
  private static final int LIST_HEADER = 12;

  /** Sizes of the records of the lists that every SoundFont has. */
  private static final Map<String, Integer> RECORDS =
      new TreeMap<>(
          Map.of(
              "phdr", 38, "pbag", 4, "pmod", 10, "pgen", 4, "inst", 22, "ibag", 4, "imod", 10,
              "igen", 4, "shdr", 46));

  private final Path file;
  private final FileChannel channel;
  private final Map<String, Long> sizes = new HashMap<>();

  private SoundFontCheck(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Checks the chunks of a file.
   *
   * @throws BadFileException if it is no SoundFont 2, or not the whole of one
   */
  static void check(Path file) throws BadFileException, IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new BadFileException(file, "must be a SoundFont 2 but is no file");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      new SoundFontCheck(file, channel).check();
    }
  }

  private void check() throws BadFileException, IOException {
    long size = channel.size();
    if (size > MOST_BYTES) {
      throw new BadFileException(file, "a SoundFont must have 1 GiB at most");
    }
    if (size < LIST_HEADER || !text(0).equals("RIFF") || !text(CHUNK_HEADER).equals("sfbk")) {
      throw new BadFileException(file, "must be a SoundFont 2 (.sf2) but is none");
    }
    long end = CHUNK_HEADER + number(4);
    if (end > size) {
      throw new BadFileException(
          file, "the SoundFont is cut short: it must have " + end + " bytes but has " + size);
    }
    chunks(LIST_HEADER, end);
    for (Map.Entry<String, Integer> record : RECORDS.entrySet()) {
      long bytes = sizes.getOrDefault(record.getKey(), 0L);
      if (bytes < record.getValue() || bytes % record.getValue() != 0) {
        throw new BadFileException(
            file, "the SoundFont's list " + record.getKey() + " is missing or broken");
      }
    }
    if (sizes.getOrDefault("smpl", 0L) == 0) {
      throw new BadFileException(file, "the SoundFont has no sounds");
    }
  }

  private void chunks(long from, long end) throws BadFileException, IOException {
    for (long at = from; at + CHUNK_HEADER <= end; ) {
      String type = text(at);
      long size = number(at + 4);
      long next = at + CHUNK_HEADER + size;
      if (next > end) {
        throw new BadFileException(
            file, at, "the chunk must end by byte " + end + " but has " + size + " bytes");
      }
      if (type.equals("LIST") && size >= 4) {
        chunks(at + LIST_HEADER, next);
      } else {
        sizes.put(type, size);
      }
      at = next + size % 2;
    }
  }

  private String text(long at) throws IOException {
    return new String(bytes(at).array(), StandardCharsets.ISO_8859_1);
  }

  private long number(long at) throws IOException {
    return Integer.toUnsignedLong(bytes(at).getInt(0));
  }

  private ByteBuffer bytes(long at) throws IOException {
    ByteBuffer four = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    while (four.hasRemaining() && channel.read(four, at + four.position()) >= 0) {}
    return four;
  }
}
