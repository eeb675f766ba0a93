package ductus.task.music.kind;

import java.util.function.Supplier;

/**
 * A piece of a corpus of music. Where its tokens say all of it, they are all that is held, a byte
 * or two each, so that a corpus of thousands of files fits the memory. Immutable.
 *
 * @param <T> the kind of piece
 */
public final class MusicPiece<T> {
  private final String hash;
  private final Supplier<T> music;

  private MusicPiece(String hash, Supplier<T> music) {
    this.hash = hash;
    this.music = music;
  }

  /** A piece that is held as it is. */
  public MusicPiece(String hash, T music) {
    this(hash, () -> music);
  }

  /**
   * A piece that is made when it is needed.
   *
   * @param music gives the same piece at each call
   */
  public static <T> MusicPiece<T> of(String hash, Supplier<T> music) {
    return new MusicPiece<>(hash, music);
  }

  /** A piece that is held as its tokens. */
  public static <T> MusicPiece<T> of(PackedPiece packed, MusicKind<T> kind) {
    return new MusicPiece<>(packed.hash(), () -> packed.music(kind));
  }

  /** The hash of all the notes in the piece's file; the same notes are the same piece. */
  public String hash() {
    return hash;
  }

  /**
   * The music that was found in the file; made anew at each call where only its tokens are held.
   */
  public T music() {
    return music.get();
  }
}
