package ductus.task.music.choir;

import ductus.generate.Constraint;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.choir.Cadence;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.CadenceConstraint;
import ductus.music.encoding.voices.GivenVoicesConstraint;
import ductus.music.encoding.voices.LastChordConstraint;
import ductus.music.encoding.voices.PhraseHabitConstraint;
import ductus.music.encoding.voices.VoiceLeadingConstraint;
import ductus.music.encoding.voices.VoicesEncoding;
import ductus.music.encoding.voices.VoicesHeaderConstraint;
import ductus.music.encoding.voices.VoicesVocabulary;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSymbol;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of settings for four voices.
 *
 * @param asked what is asked
 * @param keys in which the model learned
 */
public record SettingRequest(MusicRequest asked, MusicTrainingConfig.Keys keys) {
  private static final int OCTAVE = 12;

  /** Most bars that a piece has for each of the chords that its phrases are to end on. */
  private static final int BARS_PER_PHRASE = 4;

  /**
   * The constraints on the tokens.
   *
   * @throws IllegalArgumentException if what is asked for cannot be had
   */
  public List<Constraint> constraints() {
    if (asked.scale() != null) {
      throw new IllegalArgumentException(
          "--scale is not for models of voices, whose chords leave it: ask for a --key");
    }
    Optional<VoiceSetting> given = given();
    List<Constraint> constraints = new ArrayList<>();
    given.ifPresent(
        voices -> constraints.add(new GivenVoicesConstraint(voices, asked.opening().kept())));
    constraints.add(header(given));
    Optional<CadenceConstraint> cadences = cadences(given);
    cadences.ifPresent(constraints::add);
    if (cadences.isEmpty() && asked.opening().kept().isEmpty()) {
      constraints.add(new PhraseHabitConstraint());
    }
    constraints.add(new LastChordConstraint());
    constraints.add(new VoiceLeadingConstraint());
    return constraints;
  }

  /** What is asked of the header; what is given has its own metre and key. */
  private VoicesHeaderConstraint header(Optional<VoiceSetting> given) {
    boolean anew = given.isEmpty();
    Integer tonic = keys == MusicTrainingConfig.Keys.COMMON || !anew ? null : tonic();
    return new VoicesHeaderConstraint(
        Optional.ofNullable(anew ? asked.header().metre() : null),
        tonic == null ? OptionalInt.empty() : OptionalInt.of(tonic),
        Optional.ofNullable(anew ? mode() : null),
        leastBars(given),
        mostBars(given));
  }

  /** The chords on which phrases end, above the keynote: that asked for, or the last one's. */
  private Optional<CadenceConstraint> cadences(Optional<VoiceSetting> given) {
    List<ChordSymbol> chords = chords();
    if (chords.isEmpty()) {
      return Optional.empty();
    }
    Integer tonic = tonic();
    int home =
        given
            .map(setting -> own(setting.key()))
            .orElse(tonic == null ? chords.get(chords.size() - 1).root() : tonic);
    return Optional.of(
        new CadenceConstraint(chords.stream().map(chord -> cadence(chord, home)).toList()));
  }

  /** The keynote of the piece whose model's key is given. */
  private int own(Key model) {
    return Math.floorMod(model.tonic() + asked.opening().shift(), OCTAVE);
  }

  private int leastBars(Optional<VoiceSetting> given) {
    boolean goesOn = given.isPresent() && asked.opening().kept().isEmpty();
    Integer bars = asked.header().bars();
    if (!goesOn) {
      return given.isPresent()
          ? 1
          : bars == null
              ? Math.min(VoicesVocabulary.MOST_BARS, Math.max(1, chords().size() * 3 / 2))
              : bars;
    }
    int least = bars(given.get()) + 1;
    if (least > VoicesVocabulary.MOST_BARS) {
      throw new IllegalArgumentException(
          "a primer must have less than %d bars, so that it can go on, but has %d"
              .formatted(VoicesVocabulary.MOST_BARS, least - 1));
    }
    if (bars == null) {
      return least;
    }
    if (bars + left(given) < least) {
      throw new IllegalArgumentException(
          "bars must be %d or more with this primer but were %d".formatted(least, bars));
    }
    return bars + left(given);
  }

  private int mostBars(Optional<VoiceSetting> given) {
    Integer bars = asked.header().bars();
    int least = leastBars(given);
    if (bars != null) {
      return Math.max(least, bars + left(given));
    }
    int most = chords().isEmpty() ? VoicesVocabulary.MOST_BARS : BARS_PER_PHRASE * chords().size();
    return Math.min(VoicesVocabulary.MOST_BARS, Math.max(least, most));
  }

  /** Bars of the primer that are not written. */
  private int left(Optional<VoiceSetting> given) {
    return given.isPresent() ? asked.leftOut(bars(given.get())) : 0;
  }

  private static int bars(VoiceSetting setting) {
    return (setting.phrases().get(0).place()
            + setting.length()
            + setting.phrases().get(0).stepsPerBar()
            - 1)
        / setting.phrases().get(0).stepsPerBar();
  }

  /** What is given of the piece, in the model's key. */
  private Optional<VoiceSetting> given() {
    return asked.opening().isEmpty() ? Optional.empty() : Optional.of(setting(asked.opening()));
  }

  /** The music of an opening, in the model's key. */
  public static VoiceSetting setting(MusicRequest.Opening opening) {
    int[] tokens = opening.tokens().stream().mapToInt(Integer::intValue).toArray();
    return new VoicesEncoding().decode(new Sequence(tokens, new int[0], 0));
  }

  private List<ChordSymbol> chords() {
    String cadences = asked.header().cadences();
    return cadences == null
        ? List.of()
        : ChordProgression.parse(cadences).bars().stream().flatMap(List::stream).toList();
  }

  /** The keynote that is asked for, or that of the last chord; null for any. */
  private @Nullable Integer tonic() {
    List<ChordSymbol> chords = chords();
    Integer tonic = asked.header().tonic();
    return tonic != null || chords.isEmpty()
        ? tonic
        : (Integer) chords.get(chords.size() - 1).root();
  }

  /** The mode that is asked for; a keynote by cadences alone has that of its first chord on it. */
  private @Nullable Mode mode() {
    Mode mode = asked.header().mode();
    List<ChordSymbol> chords = chords();
    if (mode != null || chords.isEmpty()) {
      return mode;
    }
    Integer tonic = tonic();
    boolean minor =
        chords.stream()
            .filter(chord -> tonic != null && chord.root() == tonic)
            .findFirst()
            .map(chord -> chord.quality().contains(3))
            .orElse(false);
    return minor ? Mode.MINOR : Mode.MAJOR;
  }

  private static Cadence cadence(ChordSymbol chord, int home) {
    if (chord.isNone()) {
      throw new IllegalArgumentException("cadences must be chords such as \"G D Em G\"");
    }
    return new Cadence(
        Math.floorMod(chord.root() - home, OCTAVE),
        chord.quality().contains(3) ? Cadence.Third.MINOR : Cadence.Third.MAJOR,
        false);
  }

  /** A drawn setting in the key and the tempo that are asked for. */
  public VoiceSetting finish(VoiceSetting drawn, int number) {
    VoiceSetting sung = drawn;
    if (!asked.opening().isEmpty()) {
      sung = drawn.transpose(asked.opening().shift());
    } else if (keys == MusicTrainingConfig.Keys.COMMON) {
      Integer tonic = tonic();
      sung =
          tonic == null
              ? SettingKeys.somewhere(drawn, asked.seed(), number)
              : SettingKeys.on(drawn, tonic);
    }
    return asked.quartersPerMinute() == 0 ? sung : sung.withTempo(asked.quartersPerMinute());
  }
}
