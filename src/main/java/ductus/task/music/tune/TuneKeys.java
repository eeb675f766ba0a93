package ductus.task.music.tune;

import ductus.math.PlaceRandom;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.Mode;
import ductus.music.Transposition;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The way between the keys that a model draws in and those that its tunes are in. */
public final class TuneKeys {
  /** A key that nobody asked for has no more sharps or flats than this. */
  private static final int MOST_ACCIDENTALS = 3;

  /** Parts these random numbers from those that draw tokens: "keys" in ASCII. */
  private static final long STREAM = 0x6B657973;

  private final MusicTrainingConfig.Keys keys;

  public TuneKeys(MusicTrainingConfig.Keys keys) {
    this.keys = keys;
  }

  /** Whether all tunes are drawn in the key of their mode without sharps and flats. */
  public boolean areCommon() {
    return keys == MusicTrainingConfig.Keys.COMMON;
  }

  /**
   * Moves a tune from the model's key to its own: the one asked for, that of its opening, or one by
   * the seed and the tune's number.
   */
  public Melody toTune(Melody drawn, MusicRequest request, int number) {
    if (!areCommon()) {
      return drawn;
    }
    if (!request.opening().isEmpty()) {
      return drawn.transpose(request.opening().shift());
    }
    Integer tonic = tonic(request);
    return to(drawn, tonic == null ? someTonic(drawn.key().mode(), request.seed(), number) : tonic);
  }

  /** A tune too wide for the vocabulary in its new key is moved all the same. */
  private static Melody to(Melody drawn, int tonic) {
    try {
      return Transposition.to(drawn, tonic);
    } catch (IllegalArgumentException tooWide) {
      int up = Math.floorMod(tonic - drawn.key().tonic(), 12);
      return drawn.transpose(up <= 6 ? up : up - 12);
    }
  }

  /** The mode to draw in: the one asked for, or that of a scale that is the key; null for any. */
  public @Nullable Mode mode(MusicRequest request) {
    Mode asked = request.header().mode();
    Key scale = request.scale();
    boolean scaleDecides = areCommon() && asked == null && request.opening().isEmpty();
    return scaleDecides && scale != null ? scale.mode() : asked;
  }

  /** Moves a scale from the tune's key to the model's. */
  public Key toModel(Key scale, MusicRequest request) {
    if (!areCommon()) {
      return scale;
    }
    if (!request.opening().isEmpty()) {
      return scale.transpose(-request.opening().shift());
    }
    Integer tonic = tonic(request);
    Mode mode = request.header().mode() == null ? scale.mode() : request.header().mode();
    return scale.transpose(
        Transposition.commonTonic(mode) - (tonic == null ? scale.tonic() : tonic));
  }

  /** A scale without a key is the key. */
  private static @Nullable Integer tonic(MusicRequest request) {
    if (request.header().tonic() == null && request.scale() != null) {
      return request.scale().tonic();
    }
    return request.header().tonic();
  }

  private static int someTonic(Mode mode, long seed, int number) {
    List<Integer> plain =
        IntStream.range(0, 12)
            .filter(tonic -> Math.abs(new Key(tonic, mode).fifths()) <= MOST_ACCIDENTALS)
            .boxed()
            .toList();
    float place = PlaceRandom.uniform(PlaceRandom.key(seed, STREAM), number);
    return plain.get((int) (place * plain.size()));
  }
}
