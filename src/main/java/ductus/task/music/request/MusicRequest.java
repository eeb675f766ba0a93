package ductus.task.music.request;

import ductus.generate.Prompt;
import ductus.generate.Sampling;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.voices.VoicePart;
import ductus.music.plan.Form;
import ductus.music.statistics.NovelRuns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for new pieces; what is null or empty is left to the model.
 *
 * @param header of the piece
 * @param opening what the piece goes on from
 * @param scale that the notes are kept to
 * @param sampling how tokens are drawn
 * @param seed decides the pieces, with their numbers
 * @param quartersPerMinute tempo; 0 for one that is typical of the metre
 * @param program General MIDI program, 0 to 127, where the kind leaves it open
 * @param guidance what else it is held to; none in sidecars of old
 */
public record MusicRequest(
    Header header,
    Opening opening,
    @Nullable Key scale,
    Sampling sampling,
    long seed,
    double quartersPerMinute,
    int program,
    Guidance guidance) {
  /** Most sequences side by side in a beam. */
  public static final int WIDEST_BEAM = 64;

  /** Most drafts of a piece. */
  public static final int MOST_DRAFTS = 64;

  /** Acoustic Grand Piano. */
  public static final int PIANO = 0;

  /** The sampling of most kinds of music where nothing is asked for. */
  public static final Sampling DEFAULT_SAMPLING = Sampling.PLAIN;

  /** Creates a request without guidance. */
  public MusicRequest(
      Header header,
      Opening opening,
      @Nullable Key scale,
      Sampling sampling,
      long seed,
      double quartersPerMinute,
      int program) {
    this(header, opening, scale, sampling, seed, quartersPerMinute, program, Guidance.NONE);
  }

  /** Returns this request with other guidance. */
  public MusicRequest with(Guidance other) {
    return new MusicRequest(
        header, opening, scale, sampling, seed, quartersPerMinute, program, other);
  }

  /** Returns this request with another header. */
  public MusicRequest with(Header other) {
    return new MusicRequest(
        other, opening, scale, sampling, seed, quartersPerMinute, program, guidance);
  }

  /** Returns this request with another opening. */
  public MusicRequest with(Opening other) {
    return new MusicRequest(
        header, other, scale, sampling, seed, quartersPerMinute, program, guidance);
  }

  /** Leaves all to the model. */
  public static MusicRequest open(Sampling sampling, long seed) {
    return new MusicRequest(Header.OPEN, Opening.NONE, null, sampling, seed, 0, PIANO);
  }

  public MusicRequest {
    guidance = guidance == null ? Guidance.NONE : guidance;
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
   * Bars of the whole piece; null for any. Where the opening is left out of what is written, it
   * does not count among those that are asked for.
   *
   * @param opening bars of it
   */
  public @Nullable Integer barsWith(int opening) {
    Integer bars = header.bars();
    return bars == null ? null : Integer.valueOf(bars + leftOut(opening));
  }

  /**
   * Bars of the whole piece, as {@link #barsWith(int)}, which must be so many that it can go on.
   *
   * @param opening bars of it
   * @param least bars of a piece that goes on from it
   * @throws IllegalArgumentException if fewer are asked for
   */
  public @Nullable Integer barsWith(int opening, int least) {
    Integer bars = barsWith(opening);
    if (bars != null && bars < least) {
      throw new IllegalArgumentException(
          "bars must be %d or more with this primer but were %d".formatted(least, bars));
    }
    return bars;
  }

  /** Bars of the opening that are not written. */
  public int leftOut(int opening) {
    return guidance.withoutPrimer() ? opening : 0;
  }

  /**
   * How far a piece keeps from the training pieces, and from repeating itself.
   *
   * @param novel no so many notes in a row may stand in the training pieces; 0 for no such guard
   * @param repetition most notes of one pitch in a row; 0 for any number
   * @param beam sequences that are followed side by side, of which the likeliest is kept; 0 or 1 to
   *     draw a single one
   * @param withoutPrimer whether what the piece goes on from is left out of it
   * @param conditions what the piece is to be like, such as {@code style=jazz}
   * @param backing chords that a tune is written over, as {@link ChordProgression#parse} reads
   *     them; null for any
   * @param under file of a tune that drums are written under, and with; null for drums alone
   * @param fill bars of the opening, which is then a whole piece, that are written anew; null for
   *     none
   * @param drafts most drafts of a piece, of which the first without an audible fault is kept, or
   *     the one with fewest; null for one, as in files of old
   */
  public record Guidance(
      int novel,
      int repetition,
      int beam,
      boolean withoutPrimer,
      List<String> conditions,
      @Nullable String backing,
      @Nullable String under,
      @Nullable BarRange fill,
      @Nullable Integer drafts) {
    /** Draws freely. */
    public static final Guidance NONE = new Guidance(0, 0, 0, false);

    /** Alone, over any chords, of any kind. */
    public Guidance(int novel, int repetition, int beam, boolean withoutPrimer) {
      this(novel, repetition, beam, withoutPrimer, List.of(), null, null, null);
    }

    /** One draft. */
    public Guidance(
        int novel,
        int repetition,
        int beam,
        boolean withoutPrimer,
        List<String> conditions,
        @Nullable String backing,
        @Nullable String under,
        @Nullable BarRange fill) {
      this(novel, repetition, beam, withoutPrimer, conditions, backing, under, fill, null);
    }

    /** Returns this guidance for pieces that are like something. */
    public Guidance with(List<String> others) {
      return new Guidance(
          novel, repetition, beam, withoutPrimer, others, backing, under, fill, drafts);
    }

    /** Returns this guidance over chords. */
    public Guidance over(String chords) {
      return new Guidance(
          novel, repetition, beam, withoutPrimer, conditions, chords, under, fill, drafts);
    }

    /** Returns this guidance for drums under the tune of a file. */
    public Guidance under(String tune) {
      return new Guidance(
          novel, repetition, beam, withoutPrimer, conditions, backing, tune, fill, drafts);
    }

    /** Returns this guidance over any chords. */
    public Guidance withoutBacking() {
      return new Guidance(
          novel, repetition, beam, withoutPrimer, conditions, null, under, fill, drafts);
    }

    public Guidance {
      conditions = conditions == null ? List.of() : List.copyOf(conditions);
      if (backing != null) {
        requireChords("backing", backing);
      }
      if (novel != 0 && novel < NovelRuns.SHORTEST) {
        throw new IllegalArgumentException(
            "novel must be 0 (any) or %d notes or more but was %d"
                .formatted(NovelRuns.SHORTEST, novel));
      }
      if (repetition < 0) {
        throw new IllegalArgumentException(
            "repetition must be 0 (any) or more but was " + repetition);
      }
      if (beam < 0 || beam > WIDEST_BEAM) {
        throw new IllegalArgumentException(
            "beam must be 0 to %d but was %d".formatted(WIDEST_BEAM, beam));
      }
      if (drafts != null && (drafts < 1 || drafts > MOST_DRAFTS)) {
        throw new IllegalArgumentException(
            "drafts must be 1 to %d but were %d".formatted(MOST_DRAFTS, drafts));
      }
    }
  }

  /**
   * The tokens that a piece begins with.
   *
   * @param tokens from the start token on, in the model's key, {@link Prompt#OPEN} for those left
   *     open; empty to begin anew
   * @param shift semitones from the model's key to the piece's
   * @param kept voices of a choir that are taken from it throughout, the others being written anew;
   *     none where the piece goes on from it
   */
  public record Opening(List<Integer> tokens, int shift, List<VoicePart> kept) {
    /** Begins anew. */
    public static final Opening NONE = new Opening(List.of(), 0);

    /** Tokens that the piece goes on from. */
    public Opening(List<Integer> tokens, int shift) {
      this(tokens, shift, List.of());
    }

    public Opening {
      tokens = List.copyOf(tokens);
      kept = kept == null ? List.of() : List.copyOf(kept);
    }

    /** Returns this opening of which some voices are kept. */
    public Opening keeping(List<VoicePart> voices) {
      return new Opening(tokens, shift, voices);
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
   * @param form of a tune: which strains return
   * @param cadences chords on which its phrases end, as {@link ChordProgression#parse} reads them
   */
  public record Header(
      @Nullable TimeSignature metre,
      @Nullable Integer tonic,
      @Nullable Mode mode,
      @Nullable Integer bars,
      @Nullable Form form,
      @Nullable String cadences) {
    /** Leaves all to the model. */
    public static final Header OPEN = new Header(null, null, null, null);

    /** In any form, with any cadences. */
    public Header(
        @Nullable TimeSignature metre,
        @Nullable Integer tonic,
        @Nullable Mode mode,
        @Nullable Integer bars) {
      this(metre, tonic, mode, bars, null, null);
    }

    public Header {
      if (cadences != null) {
        requireChords("cadences", cadences);
      }
    }
  }

  private static void requireChords(String what, String chords) {
    try {
      ChordProgression.parse(chords);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(what + ": " + unknown.getMessage(), unknown);
    }
  }
}
