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
  private final String dance;
  private final Supplier<T> music;

  private MusicPiece(String hash, String dance, Supplier<T> music) {
    this.hash = hash;
    this.dance = dance;
    this.music = music;
  }

  /** A piece that is held as it is, and names no dance. */
  public MusicPiece(String hash, T music) {
    this(hash, "", music);
  }

  /**
   * A piece that is held as it is.
   *
   * @param dance as {@link #dance()} says it
   */
  public MusicPiece(String hash, String dance, T music) {
    this(hash, dance, () -> music);
  }

  /**
   * A piece that is made when it is needed.
   *
   * @param dance as {@link #dance()} says it
   * @param music gives the same piece at each call
   */
  public static <T> MusicPiece<T> of(String hash, String dance, Supplier<T> music) {
    return new MusicPiece<>(hash, dance, music);
  }

  /** A piece that is held as its tokens. */
  public static <T> MusicPiece<T> of(PackedPiece packed, MusicKind<T> kind) {
    return new MusicPiece<>(packed.hash(), packed.dance(), () -> packed.music(kind));
  }

  /** The hash of all the notes in the piece's file; the same notes are the same piece. */
  public String hash() {
    return hash;
  }

  /** The dance that the piece's file names, as {@code reel}; empty where it names none. */
  public String dance() {
    return dance;
  }

  /**
   * The music that was found in the file; made anew at each call where only its tokens are held.
   */
  public T music() {
    return music.get();
  }
}
