package ductus.cli.option;

import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What new pieces are held to while they are drawn; to be included with {@code @Mixin}. */
public final class GuidanceOptions {
  @Option(
      names = "--novel",
      paramLabel = "N",
      description =
          "No N notes in a row that stand in the training pieces, in any key; 0 for no such guard."
              + " Of songs 12 unless another number is given.")
  private @Nullable Integer novel;

  @Option(
      names = "--repetition",
      paramLabel = "N",
      description = "At most N notes of one pitch in a row.")
  private int repetition;

  @Option(
      names = "--beam",
      paramLabel = "N",
      description =
          "Follows N pieces side by side and keeps the likeliest; slower, and tamer. 6 for the"
              + " encoding chorale, 1 (a single one) for all others.")
  private @Nullable Integer beam;

  @Option(
      names = "--drafts",
      paramLabel = "N",
      description =
          "Makes up to N drafts of a piece and keeps the first without a fault that anybody hears,"
              + " such as an end away from home: 4 for melodies, 16 for lead sheets, 6 for songs, 3"
              + " for chorales, 1 for all others.")
  private @Nullable Integer drafts;

  @Option(
      names = "--condition",
      paramLabel = "NAME=VALUE",
      description =
          "What the pieces are to be like, where the model was trained with such --conditions:"
              + " style=jazz, dance=\"slip jig\", tempo=120, density=2,"
              + " pitches=2,0,1,0,1,1,0,2,0,1,0,1 (from C up), activity=usual,usual,busy,rest (beat"
              + " by beat, of drums).")
  private List<String> conditions = List.of();

  @Option(names = "--without-primer", description = "Leaves the primer out of what is written.")
  private boolean withoutPrimer;

  @Option(
      names = "--accompany",
      description =
          "Writes chords and a piano to the tune of the primer; the tune stays. For models of"
              + " songs.")
  private boolean accompany;

  @Option(
      names = "--backing",
      paramLabel = "CHORDS",
      description =
          "Writes a tune over these chords, again and again: \"C G Am F\", a chord a bar, or \"| C"
              + " | G/B Am | F G7 |\". A model of melodies, which knows no chords, begins the notes"
              + " of stressed beats on theirs. For models of melodies, lead sheets and songs.")
  private @Nullable String backing;

  @Option(
      names = "--under",
      paramLabel = "TUNE",
      description =
          "Writes drums under a tune, a MIDI, ABC or MusicXML file, and both together: in its"
              + " metre, its tempo and of its length, busy where it is busy. For models of drums.")
  private @Nullable Path under;

  @Option(
      names = "--fill",
      paramLabel = "BARS",
      description =
          "Writes some bars of the primer anew, such as 5-8, so that they fit both sides; the rest"
              + " stays.")
  private @Nullable String fill;

  /** Whether bars of the primer are written anew. */
  public boolean fills() {
    return fill != null;
  }

  /** Whether the primer is not written. */
  public boolean leavesPrimerOut() {
    return withoutPrimer;
  }

  /** Whether the tune of the primer gets an accompaniment. */
  public boolean accompanies() {
    return accompany;
  }

  /** The tune that drums are written under. */
  public Optional<Path> under() {
    return Optional.ofNullable(under);
  }

  /** The chords that are asked for. */
  public Optional<String> backing() {
    return Optional.ofNullable(backing);
  }

  /**
   * The guidance that is asked for.
   *
   * @param usual of the model, where nothing is asked for
   * @throws IllegalArgumentException if a value is out of its range
   */
  public MusicRequest.Guidance guidance(MusicRequest.Guidance usual) {
    return new MusicRequest.Guidance(
        OptionDefaults.or(novel, usual.novel()),
        repetition,
        OptionDefaults.or(beam, usual.beam()),
        withoutPrimer,
        conditions,
        backing,
        under == null ? null : under.toAbsolutePath().normalize().toString(),
        fill == null ? null : bars(fill),
        OptionDefaults.orNull(drafts, usual.drafts()));
  }

  private static BarRange bars(String text) {
    try {
      return BarRange.parse(text);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("fill: " + none.getMessage(), none);
    }
  }
}
