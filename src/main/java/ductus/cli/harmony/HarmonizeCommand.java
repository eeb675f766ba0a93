package ductus.cli.harmony;

import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SeedOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.model.place.FoundModel;
import ductus.music.Instruments;
import ductus.music.harmony.tune.HarmonyStyle;
import ductus.provenance.NewNames;
import ductus.task.harmony.HarmonizationKind;
import ductus.task.harmony.Harmonizing;
import ductus.task.harmony.Harmonizing.HarmonyRequest;
import ductus.task.harmony.HarmonyModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus harmonise FILE}: chords or voices to a tune. */
@Piped(in = "FILE", needsInputAgain = true)
@Command(
    name = "harmonise",
    aliases = "harmonize",
    description = {
      "Finds chords for a tune, or sings it in four voices: writes MIDI, the chords as text, a"
          + " picture, and the provenance file.",
      "",
      "All notes of the tune are kept. With --voices satb, tracks that are called Soprano, Alto,"
          + " Tenor or Bass are kept as those voices, and the others are filled; without such"
          + " tracks the tune is the soprano's.",
      ""
    },
    subcommands = HarmonizeTrainCommand.class,
    footer = {"", "Example: ductus harmonise corpora/melodies/amazing-grace.mid --style jazz"})
public final class HarmonizeCommand implements Callable<Integer> {
  /** The values of {@code --voices}. */
  enum VoicesChoice {
    SATB;

    /** The kind of harmony that is asked for: chords where no voices are. */
    static HarmonizationKind texture(@Nullable VoicesChoice voices) {
      return voices == null ? HarmonizationKind.CHORDS : HarmonizationKind.SATB;
    }
  }

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A tune in MIDI, ABC or MusicXML.")
  private @Nullable Path file;

  @Option(
      names = "--voices",
      paramLabel = "satb",
      description = "Soprano, alto, tenor and bass in place of chords.")
  private @Nullable VoicesChoice voices;

  @Option(
      names = "--bass",
      description = "A bass that plays the chords by rule, in place of a piano.")
  private boolean bass;

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      description =
          "Manner of the chords: folk, jazz, chorale or pop. By default what the tune tells by a"
              + " field such as R:jazz, or by its folder's name; else folk.")
  private @Nullable HarmonyStyle style;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "A model file or a training run's folder; by default harmony, with voices choir, which"
              + " ship.")
  private @Nullable String model;

  @Option(
      names = "--instrument",
      paramLabel = "NAME",
      description = "Of the tune, or of all voices: a General MIDI name; piano, choir aahs.")
  private @Nullable String instrument;

  @Option(names = "--wav", description = "Renders sound as well.")
  private boolean wav;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    if (file == null) {
      throw common.wrongUsage("Missing FILE: which tune?");
    }
    if (voices != null && style != null && style != HarmonyStyle.CHORALE) {
      throw common.wrongUsage(
          "--style %s is of chords; voices are a chorale's: leave out one of --style and --voices"
              .formatted(style.label()));
    }
    if (voices != null && bass) {
      throw common.wrongUsage("--bass plays chords, and --voices sings: leave out one of them");
    }
    common.console().noticeOfKernels(KernelChoice.best());
    HarmonizationKind texture = VoicesChoice.texture(voices);
    FoundModel found = HarmonyModels.find(model == null ? texture.shipped() : model);
    HarmonyModels.open(found, texture);
    String played = instrument == null ? usualInstrument(texture) : instrument;
    HarmonyRequest request =
        Harmonizing.request(
            file,
            texture,
            texture == HarmonizationKind.CHORDS ? style : null,
            texture == HarmonizationKind.SATB ? seed.orFresh() : seed.orElse(0),
            Instruments.program(played));
    try (NewNames names = NewNames.of(out.path().orElse(null), "harmony", Harmonizing.ENDINGS)) {
      Path stem = names.next();
      if (texture == HarmonizationKind.SATB) {
        common.console().say("Seed " + request.seed());
      }
      common
          .console()
          .report(
              new Harmonizing(Version.text(), common.threads())
                  .write(found, bass ? request.withBass() : request, stem, wav)
                  .report());
      return ExitStatus.DONE;
    }
  }

  private static String usualInstrument(HarmonizationKind texture) {
    return texture == HarmonizationKind.SATB ? "choir aahs" : "piano";
  }
}
