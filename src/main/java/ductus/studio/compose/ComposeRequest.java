package ductus.studio.compose;

import ductus.generate.Sampling;
import ductus.music.Instruments;
import ductus.music.Key;
import ductus.music.KeySpelling;
import ductus.music.TimeSignature;
import ductus.music.plan.Form;
import ductus.task.music.request.MusicRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the page wishes for; what is null or empty is left to the model.
 *
 * @param model by name or path
 * @param count of candidates, 1 to {@value #MOST}
 * @param from number of the first candidate of this seed, from 0: the page asks for one at a time
 * @param key such as {@code Em}
 * @param metre such as {@code 6/8}
 * @param bars of the whole piece
 * @param tempo quarter notes a minute
 * @param instrument by its General MIDI name
 * @param temperature of the sampling
 * @param topK of the sampling
 * @param topP of the sampling
 * @param seed as text, since JavaScript's numbers end before ours
 * @param start what to go on from
 * @param guidance what only some models can be asked for
 */
record ComposeRequest(
    String model,
    int count,
    int from,
    @Nullable String key,
    @Nullable String metre,
    @Nullable Integer bars,
    @Nullable Double tempo,
    @Nullable String instrument,
    @Nullable Double temperature,
    @Nullable Integer topK,
    @Nullable Double topP,
    @Nullable String seed,
    @Nullable PrimerSource start,
    @Nullable Guidance guidance) {
  private static final int MOST = 12;

  /**
   * What only some models can be asked for.
   *
   * @param form such as {@code AABB}
   * @param cadences chords that phrases end on
   * @param chords that a tune is written over, such as {@code C Am F G}
   * @param conditions such as {@code dance=jig}
   * @param accompany whether what the piece begins with is a tune that it accompanies
   */
  record Guidance(
      @Nullable String form,
      @Nullable String cadences,
      @Nullable String chords,
      @Nullable List<String> conditions,
      boolean accompany) {
    static final Guidance NONE = new Guidance(null, null, null, null, false);
  }

  /**
   * What a new piece goes on from: notes, or a file that the browser holds, or a piece of the
   * workspace.
   *
   * @param notes in JFugue's notation, such as {@code C5q D5q E5h}
   * @param fileName of a MIDI, ABC or MusicXML file in the browser
   * @param fileContent of it, in Base64
   * @param piece MIDI file below the workspace
   * @param from first bar that is written anew, from 1, of the piece or the file; null to go on
   *     behind its end
   * @param to last bar that is written anew; null to go on to another end
   */
  record PrimerSource(
      @Nullable String notes,
      @Nullable String fileName,
      @Nullable String fileContent,
      @Nullable String piece,
      @Nullable Integer from,
      @Nullable Integer to) {
    /** Whether bars in the midst of it are written anew. */
    boolean fills() {
      return from != null && to != null;
    }
  }

  ComposeRequest {
    if (model == null || model.isBlank()) {
      throw new IllegalArgumentException("a model must be chosen");
    }
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "the number of candidates must be 1 to %d but was %d".formatted(MOST, count));
    }
    if (from < 0) {
      throw new IllegalArgumentException(
          "the number of the first candidate must be 0 or more but was " + from);
    }
    guidance = guidance == null ? Guidance.NONE : guidance;
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  MusicRequest.Header header() {
    String asked = given(key);
    Key parsed = asked == null ? null : KeySpelling.parse(asked).key();
    String metreAsked = given(metre);
    Guidance wanted = Objects.requireNonNull(guidance);
    String form = given(wanted.form());
    return new MusicRequest.Header(
        metreAsked == null ? null : TimeSignature.parse(metreAsked),
        parsed == null ? null : parsed.tonic(),
        parsed == null ? null : parsed.mode(),
        bars,
        form == null ? null : new Form(form),
        given(wanted.cadences()));
  }

  List<String> conditions() {
    List<String> conditions = Objects.requireNonNull(guidance).conditions();
    return conditions == null ? List.of() : conditions;
  }

  @Nullable String chords() {
    return given(Objects.requireNonNull(guidance).chords());
  }

  boolean accompanies() {
    return Objects.requireNonNull(guidance).accompany();
  }

  Sampling sampling(Sampling usual) {
    return new Sampling(
        temperature == null ? usual.temperature() : temperature,
        topK == null ? usual.topK() : topK,
        topP == null ? usual.topP() : topP);
  }

  int program() {
    String asked = given(instrument);
    return asked == null ? MusicRequest.PIANO : Instruments.program(asked);
  }

  double quartersPerMinute() {
    return tempo == null ? 0 : tempo;
  }
}
