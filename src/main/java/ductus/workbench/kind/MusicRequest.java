package ductus.workbench.kind;

import ductus.generate.Prompt;
import ductus.generate.Sampling;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of new pieces; what is null or empty is left to the model.
 *
 * @param header of the piece
 * @param opening what the piece goes on from
 * @param scale that the notes are kept to
 * @param sampling how tokens are drawn
 * @param seed decides the pieces, with their numbers
 * @param quartersPerMinute tempo; 0 for one that is typical of the metre
 * @param program General MIDI program, 0 to 127, where the kind leaves it open
 */
public record MusicRequest(
    Header header,
    Opening opening,
    @Nullable Key scale,
    Sampling sampling,
    long seed,
    double quartersPerMinute,
    int program) {
  /** Acoustic Grand Piano. */
  public static final int PIANO = 0;

  /** What {@code generate} uses where nothing is asked for. */
  public static final Sampling DEFAULT_SAMPLING = Sampling.PLAIN;

  /** Leaves all to the model. */
  public static MusicRequest open(Sampling sampling, long seed) {
    return new MusicRequest(Header.OPEN, Opening.NONE, null, sampling, seed, 0, PIANO);
  }

  public MusicRequest {
    if (quartersPerMinute != 0 && !isTempo(quartersPerMinute)) {
      throw new IllegalArgumentException(
          "tempo must be 10 to 1000 quarter notes a minute but was " + quartersPerMinute);
    }
    if (program < 0 || program > 127) {
      throw new IllegalArgumentException("program must be 0 to 127 but was " + program);
    }
  }

  /** Whether music can be so fast, in quarter notes a minute: 10 to 1000. */
  public static boolean isTempo(double quartersPerMinute) {
    return quartersPerMinute >= 10 && quartersPerMinute <= 1000;
  }

  /**
   * What a piece begins with.
   *
   * @param tokens from the start token on, in the model's key, {@link Prompt#OPEN} for those left
   *     open; empty to begin anew
   * @param shift semitones from the model's key to the piece's
   */
  public record Opening(List<Integer> tokens, int shift) {
    /** Begins anew. */
    public static final Opening NONE = new Opening(List.of(), 0);

    public Opening {
      tokens = List.copyOf(tokens);
    }

    /** Whether the piece begins anew. */
    public boolean isEmpty() {
      return tokens.isEmpty();
    }
  }

  /**
   * The header of a piece.
   *
   * @param metre of the first bar
   * @param tonic pitch class of the keynote, 0 (C) to 11 (B)
   * @param mode of the key
   * @param bars length
   */
  public record Header(
      @Nullable TimeSignature metre,
      @Nullable Integer tonic,
      @Nullable Mode mode,
      @Nullable Integer bars) {
    /** Leaves all to the model. */
    public static final Header OPEN = new Header(null, null, null, null);
  }
}
