package ductus.api;

import ductus.task.music.request.MusicRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request for new music; what is null is left to the model.
 *
 * <pre>{@code
 * CompositionRequest jig =
 *     CompositionRequest.seeded(7).withKey("D").withMetre("6/8").withInstrument("flute");
 * }</pre>
 *
 * @param seed decides the music
 * @param key such as {@code G}, {@code Em} or {@code D dorian}
 * @param metre such as {@code 3/4}
 * @param bars length, a primer included
 * @param tempo quarter notes a minute, 10 to 1000
 * @param instrument General MIDI name, such as {@code violin}; piano
 * @param temperature below 1 safer, above 1 bolder, 0 always the likeliest
 * @param primer what the music begins with
 */
public record CompositionRequest(
    long seed,
    @Nullable String key,
    @Nullable String metre,
    @Nullable Integer bars,
    @Nullable Double tempo,
    @Nullable String instrument,
    @Nullable Double temperature,
    @Nullable Tune primer) {
  public CompositionRequest {
    if (tempo != null && !MusicRequest.isTempo(tempo)) {
      throw new IllegalArgumentException("tempo must be 10 to 1000 but was " + tempo);
    }
  }

  /** A request that leaves all but chance to the model. */
  public static CompositionRequest seeded(long seed) {
    return new CompositionRequest(seed, null, null, null, null, null, null, null);
  }

  /** Returns this request with another seed. */
  public CompositionRequest withSeed(long other) {
    return new CompositionRequest(other, key, metre, bars, tempo, instrument, temperature, primer);
  }

  /** Returns this request in a key, such as {@code Em}. */
  public CompositionRequest withKey(String other) {
    return new CompositionRequest(seed, other, metre, bars, tempo, instrument, temperature, primer);
  }

  /** Returns this request in a metre, such as {@code 6/8}. */
  public CompositionRequest withMetre(String other) {
    return new CompositionRequest(seed, key, other, bars, tempo, instrument, temperature, primer);
  }

  /** Returns this request for a length in bars. */
  public CompositionRequest withBars(int other) {
    return new CompositionRequest(seed, key, metre, other, tempo, instrument, temperature, primer);
  }

  /** Returns this request in a tempo, in quarter notes a minute. */
  public CompositionRequest withTempo(double other) {
    return new CompositionRequest(seed, key, metre, bars, other, instrument, temperature, primer);
  }

  /** Returns this request for an instrument, such as {@code violin}. */
  public CompositionRequest withInstrument(String other) {
    return new CompositionRequest(seed, key, metre, bars, tempo, other, temperature, primer);
  }

  /** Returns this request at a temperature. */
  public CompositionRequest withTemperature(double other) {
    return new CompositionRequest(seed, key, metre, bars, tempo, instrument, other, primer);
  }

  /** Returns this request for music that goes on from a tune. */
  public CompositionRequest withPrimer(Tune other) {
    return new CompositionRequest(seed, key, metre, bars, tempo, instrument, temperature, other);
  }
}
