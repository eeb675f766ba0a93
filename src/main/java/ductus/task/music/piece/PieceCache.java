package ductus.task.music.piece;

import ductus.file.AtomicFile;
import ductus.file.PartFile;
import ductus.file.Sha256;
import ductus.file.UserFolders;
import ductus.model.Encoding;
import ductus.task.music.kind.PackedPiece;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What was found in files, kept on disk: an entry for each content of a file and encoding, so that
 * a file that is changed, or read for another encoding, is read anew. Entries carry a checksum; a
 * broken one, or one of another format, is as good as none. Where a folder cannot be written,
 * nothing is kept. It may be deleted at any time, and never outgrows its bound.
 */
final class PieceCache {
  /** Raised whenever something else is found in the same file, or entries look different. */
  static final int FORMAT = 5;

  private static final int CHECKSUM_BYTES = Long.BYTES;
  private static final int MOST_REASON = 10_000;

  /** 2 GB. */
  private static final long MOST_BYTES = 2L << 30;

  private final @Nullable Path folder;
  private final @Nullable SizeLimitedFolder bound;

  /**
   * A cache of the usual size.
   *
   * @param folder where it lies, made when it is needed; null for none
   */
  PieceCache(@Nullable Path folder) {
    this(folder, MOST_BYTES);
  }

  /**
   * A cache.
   *
   * @param folder where it lies, made when it is needed; null for none
   * @param most bytes of its entries
   */
  PieceCache(@Nullable Path folder, long most) {
    this.folder = folder == null ? null : folder.resolve("pieces");
    bound = this.folder == null ? null : new SizeLimitedFolder(this.folder, most);
  }

  /** The user's own. */
  static PieceCache usual() {
    return new PieceCache(UserFolders.here().cache());
  }

  /**
   * An entry of the cache: what is known of a file.
   *
   * @param piece null where the file was refused
   * @param offset of the complaint in the file
   * @param refusal why it was refused; empty where it was not
   */
  record Entry(@Nullable PackedPiece piece, long offset, String refusal) {
    static Entry of(PackedPiece piece) {
      return new Entry(piece, 0, "");
    }
  }

  /** Under which name a content is kept for an encoding. */
  static String key(byte[] content, Encoding<?> encoding) {
    String use =
        String.format(Locale.ROOT, "%s %d %d", encoding.name(), encoding.version(), FORMAT);
    return Sha256.hex((Sha256.hex(content) + " " + use).getBytes(StandardCharsets.UTF_8));
  }

  /** The entry that was kept; empty if none was, or it cannot be read. */
  Optional<Entry> get(String key) {
    if (folder == null || bound == null) {
      return Optional.empty();
    }
    try {
      Path path = path(folder, key);
      if (!Files.isRegularFile(path)) {
        return Optional.empty();
      }
      Optional<Entry> entry = parse(Files.readAllBytes(path));
      bound.used(path);
      return entry;
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Keeps what was found, if that is possible: a reader sees all of an entry or none. */
  void put(String key, Entry entry) {
    if (folder == null || bound == null || entry.refusal().length() > MOST_REASON) {
      return;
    }
    try {
      Path path = path(folder, key);
      Path parent = AtomicFile.makeFolderOf(path);
      // Not forced to disk as an AtomicFile is: that takes longer than to read the piece anew, and
      // the checksum tells what a power cut broke.
      PartFile.clearOnce(parent);
      Path aside = PartFile.ofItsOwn(path);
      try {
        byte[] content = bytes(entry);
        Files.write(aside, content);
        Files.move(
            aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        bound.added(content.length);
      } finally {
        PartFile.discard(aside);
      }
    } catch (IOException unwritable) {
      // It is read anew next time.
    }
  }

  private static Path path(Path folder, String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key.substring(2));
  }

  private static byte[] bytes(Entry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      PackedPiece piece = entry.piece();
      out.writeBoolean(piece != null);
      if (piece != null) {
        piece.write(out);
      } else {
        out.writeLong(entry.offset());
        out.writeUTF(entry.refusal());
      }
      out.flush();
      out.writeLong(checksum(bytes.toByteArray()));
    }
    return bytes.toByteArray();
  }

  private static Optional<Entry> parse(byte[] bytes) throws IOException {
    int length = bytes.length - CHECKSUM_BYTES;
    if (length < 1) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(bytes, length);
    if (ByteBuffer.wrap(bytes).getLong(length) != checksum(content)) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      return Optional.of(
          in.readBoolean()
              ? Entry.of(PackedPiece.read(in))
              : new Entry(null, in.readLong(), in.readUTF()));
    }
  }

  private static long checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return checksum.getValue();
  }
}
