package ductus.task.music.kind;

import ductus.model.Sequence;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** A piece as its tokens, a byte or two each, with its tempo and dance. Immutable. */
public final class PackedPiece {
  private static final int LOW_BITS = 0x7F;
  private static final int MORE = 0x80;
  private static final int MOST_BYTES = 5;

  private final String hash;
  private final String dance;
  private final double quartersPerMinute;

  /** Seven bits a byte, the low ones first; the high bit says that more follow. */
  private final byte[] tokens;

  private PackedPiece(String hash, String dance, double quartersPerMinute, byte[] tokens) {
    this.hash = hash;
    this.dance = dance;
    this.quartersPerMinute = quartersPerMinute;
    this.tokens = tokens;
  }

  /**
   * Packs a piece.
   *
   * @return empty if the piece does not come back from its tokens and its tempo as it was
   * @throws IllegalArgumentException if the piece cannot be encoded
   */
  public static <T> Optional<PackedPiece> of(MusicKind<T> kind, MusicPiece<T> piece) {
    T music = piece.music();
    PackedPiece packed =
        new PackedPiece(
            piece.hash(),
            piece.dance(),
            kind.quartersPerMinute(music),
            pack(kind.encoding().tokens(music)));
    return packed.music(kind).equals(music) ? Optional.of(packed) : Optional.empty();
  }

  /** The hash of the piece. */
  public String hash() {
    return hash;
  }

  /** The dance that the piece's file names; empty where it names none. */
  public String dance() {
    return dance;
  }

  /** The piece. */
  <T> T music(MusicKind<T> kind) {
    T music = kind.encoding().decode(new Sequence(unpack(tokens), new int[0], 0));
    return kind.withTempo(music, quartersPerMinute);
  }

  /** Writes the piece, to be read by {@link #read}. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(hash);
    out.writeUTF(dance);
    out.writeDouble(quartersPerMinute);
    out.writeInt(tokens.length);
    out.write(tokens);
  }

  /** Reads what was written; its bytes must be known to be sound. */
  public static PackedPiece read(DataInput in) throws IOException {
    String hash = in.readUTF();
    String dance = in.readUTF();
    double quartersPerMinute = in.readDouble();
    byte[] tokens = new byte[in.readInt()];
    in.readFully(tokens);
    return new PackedPiece(hash, dance, quartersPerMinute, tokens);
  }

  private static byte[] pack(int[] tokens) {
    byte[] packed = new byte[MOST_BYTES * tokens.length];
    int length = 0;
    for (int token : tokens) {
      int left = token;
      while (left > LOW_BITS) {
        packed[length++] = (byte) (MORE | (left & LOW_BITS));
        left >>>= 7;
      }
      packed[length++] = (byte) left;
    }
    return Arrays.copyOf(packed, length);
  }

  private static int[] unpack(byte[] packed) {
    int[] tokens = new int[packed.length];
    int length = 0;
    int shift = 0;
    int token = 0;
    for (byte each : packed) {
      token |= (each & LOW_BITS) << shift;
      shift += 7;
      if (each >= 0) {
        tokens[length++] = token;
        token = 0;
        shift = 0;
      }
    }
    return Arrays.copyOf(tokens, length);
  }
}
