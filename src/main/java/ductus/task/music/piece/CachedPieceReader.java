package ductus.task.music.piece;

import ductus.corpus.PieceKind;
import ductus.corpus.PieceKind.PieceReader;
import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.midi.MidiReader;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.kind.PackedPiece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads files for a kind of music, and MIDI files only once: what was found in one is looked up the
 * next time, also that it was refused and why.
 *
 * @param <T> the kind of piece
 */
public final class CachedPieceReader<T> implements PieceReader<MusicPiece<T>> {
  private final MusicKind<T> kind;
  private final PieceCache cache;

  CachedPieceReader(MusicKind<T> kind, PieceCache cache) {
    this.kind = kind;
    this.cache = cache;
  }

  /** A reader of the pieces of a kind, kept in the user's own cache. */
  public static <T> CachedPieceReader<T> of(MusicKind<T> kind) {
    return new CachedPieceReader<>(kind, PieceCache.usual());
  }

  @Override
  public MusicPiece<T> read(Path file) throws BadFileException, IOException {
    // What is too long to be a MIDI file is refused by the reader.
    if (!PieceKind.MIDI.matches(file)
        || kind.readsBeside(file)
        || Files.size(file) > MidiReader.MAX_BYTES) {
      return kind.read(file);
    }
    byte[] content = Files.readAllBytes(file);
    String key = PieceCache.key(content, kind.encoding());
    Optional<PieceCache.Entry> known = cache.get(key);
    return known.isPresent() ? known(file, known.get()) : found(file, content, key);
  }

  private MusicPiece<T> known(Path file, PieceCache.Entry entry) throws BadFileException {
    if (entry.piece() == null) {
      throw new BadFileException(file, entry.offset(), entry.refusal());
    }
    return MusicPiece.of(entry.piece(), kind);
  }

  private MusicPiece<T> found(Path file, byte[] content, String key) throws BadFileException {
    try {
      Score score = MidiReader.parse(file, content);
      MusicPiece<T> piece = kind.piece(file, score);
      Optional<PackedPiece> packed = PackedPiece.of(kind, piece);
      if (packed.isEmpty()) {
        return piece;
      }
      cache.put(key, PieceCache.Entry.of(packed.get()));
      return MusicPiece.of(packed.get(), kind);
    } catch (BadFileException bad) {
      // A reason that names the file would be another file's the next time.
      if (!bad.reason().contains(String.valueOf(file.getFileName()))) {
        cache.put(key, new PieceCache.Entry(null, bad.offset(), bad.reason()));
      }
      throw bad;
    }
  }
}
