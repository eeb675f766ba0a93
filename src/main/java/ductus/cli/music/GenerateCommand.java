package ductus.cli.music;

import ductus.cli.batch.RowTable;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.StopSignal;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.GuidanceOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.OutOption;
import ductus.cli.option.SamplingOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.option.SoundFontOption;
import ductus.cli.pipe.Piped;
import ductus.cluster.Cluster;
import ductus.cluster.ClusterException;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.place.ModelPlace;
import ductus.music.Instruments;
import ductus.music.Key;
import ductus.music.KeySpelling;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.audio.SoundBank;
import ductus.music.encoding.drums.DrumsEncoding;
import ductus.music.encoding.voices.VoicesEncoding;
import ductus.music.harmony.voices.VoicePart;
import ductus.music.plan.Form;
import ductus.provenance.NewNames;
import ductus.provenance.OutputNames;
import ductus.run.ThreadCount;
import ductus.task.music.generation.DrumTuneContext;
import ductus.task.music.generation.GeneratedTokens;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.generation.MusicPrimer;
import ductus.task.music.generation.NewPiece;
import ductus.task.music.generation.NewPieces;
import ductus.task.music.generation.TuneWriting;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ductus generate MODEL}. */
@Piped(
    in = "--primer",
    several = {"--vary", "--count"})
@Command(
    name = "generate",
    description = "Makes new tunes: MIDI, JFugue text, a picture, and on request sound.",
    footer = {
      "",
      "Example: ductus generate folk --count 3 --key Em --metre 6/8 --bars 16 --wav",
      "         ductus generate folk --vary tunes.csv --out tunes"
    })
public final class GenerateCommand implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final int MOST_NUMBERED = 1_000_000_000;

  @Parameters(
      paramLabel = "MODEL",
      description =
          "A model that ships (folk, chorales, leadsheet, pop, drums), a model file, or a training"
              + " run's folder.")
  private String model = "";

  @Option(names = "--count", paramLabel = "N", description = "Number of tunes; 1.")
  private int count = 1;

  @Option(
      names = "--vary",
      paramLabel = "LIST",
      description =
          "Makes a tune for each row of a table of CSV, whose columns are options (seed, bars, key,"
              + " temperature, condition, ...) or, where their names begin with #, remarks. An"
              + " empty value leaves what the command line says. A second run into the same --out"
              + " goes on where one stopped.")
  private @Nullable Path vary;

  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      description =
          "How the files of --vary are called, such as \"{number}-{key}\"; by the row's number.")
  private String names = "";

  @Option(
      names = "--first",
      paramLabel = "N",
      description =
          "Number of the first tune, 1: which tunes come of a seed does not depend on how many are"
              + " made at a time.")
  private int first = 1;

  @Option(
      names = "--request",
      hidden = true,
      description = "All that is asked for, as JSON: what --master sends to machines.")
  private @Nullable String asked;

  @Option(
      names = "--named-from",
      hidden = true,
      description = "Number in the first file's name; the same tune there is made anew.")
  private @Nullable Integer namedFrom;

  @Option(
      names = "--tokens",
      hidden = true,
      description = "Writes what was drawn to this file, and nothing else.")
  private @Nullable Path tokens;

  @Option(
      names = "--bars",
      paramLabel = "N",
      description =
          "Length, 1 to 64, of songs 1 to 128, a primer included unless it is left out; else the"
              + " model's choice.")
  private @Nullable Integer bars;

  @Option(
      names = "--primer",
      paramLabel = "TUNE",
      description =
          "Goes on from a MIDI, ABC or MusicXML file, or from notes in JFugue's notation, where"
              + " C5 is middle C: \"C5q D5q E5h\"; - is standard input.")
  private @Nullable String primer;

  @Option(
      names = "--keep",
      paramLabel = "VOICES",
      split = ",",
      description =
          "Voices of the primer that are sung as they stand, the others being written anew:"
              + " ${COMPLETION-CANDIDATES}. A primer of fewer than four voices is kept without it."
              + " For models of voices.")
  private List<VoicePart> keep = List.of();

  @Option(
      names = "--cadences",
      paramLabel = "CHORDS",
      description =
          "A phrase for each chord, which ends on it: \"G D Em G\"; the last one is the key's where"
              + " no --key is named. For models of voices.")
  private @Nullable String cadences;

  @Option(names = "--key", paramLabel = "KEY", description = "Such as G, Em or \"D dorian\".")
  private @Nullable String key;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "In any key: ${COMPLETION-CANDIDATES}.")
  private @Nullable Mode mode;

  @Option(names = "--metre", paramLabel = "N/M", description = "Such as 3/4 or 6/8.")
  private @Nullable String metre;

  @Option(
      names = "--form",
      paramLabel = "LETTERS",
      description =
          "Which strains of a tune return: AABB, ABAC, or AA'BA, where the second strain is the"
              + " first varied. For models of melodies and lead sheets.")
  private @Nullable String form;

  @Option(
      names = "--scale",
      paramLabel = "KEY",
      description = "Allows no notes outside the scale of this key.")
  private @Nullable String scale;

  @Option(names = "--tempo", paramLabel = "BPM", description = "Quarter notes a minute.")
  private @Nullable Double tempo;

  @Option(
      names = "--instrument",
      paramLabel = "NAME",
      description = "General MIDI name, such as flute or violin; piano.")
  private @Nullable String instrument;

  @Option(names = "--wav", description = "Renders sound as well.")
  private boolean wav;

  @Spec private CommandSpec spec;

  @Mixin private SoundFontOption soundFont = new SoundFontOption();

  @Mixin private SamplingOptions sampling = new SamplingOptions();
  @Mixin private GuidanceOptions guidance = new GuidanceOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private MasterOption master = new MasterOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, ClusterException, IOException {
    if (count < 1 || count > MOST) {
      throw common.wrongUsage("--count must be 1 to %d but was %d".formatted(MOST, count));
    }
    if (first < 1 || first > MOST_NUMBERED) {
      throw common.wrongUsage("--first must be 1 to %d but was %d".formatted(MOST_NUMBERED, first));
    }
    if (master.isGiven() && count == 1) {
      throw common.wrongUsage("--master is for many tunes, but --count was 1");
    }
    if (!names.isEmpty() && vary == null) {
      throw common.wrongUsage("--name goes with --vary, which has many tunes to name");
    }
    if (vary != null && (count > 1 || first > 1 || master.isGiven())) {
      throw common.wrongUsage(
          "--vary makes a tune a row: it goes without --count, --first and --master");
    }
    requireTempo();
    if (soundFont.isGiven() && !wav) {
      throw common.wrongUsage("--soundfont goes with --wav");
    }
    Optional<SoundBank> sound = wav ? Optional.of(soundFont.bank()) : Optional.empty();
    common.console().noticeOfKernels(KernelChoice.best());
    MusicModel<?> opened = MusicModels.open(model);
    if (vary != null) {
      return new TuneVariation(common.console(), spec, RowTable.of(vary), common.threads())
          .run(this, opened, ModelPlace.given(model), names, sound);
    }
    MusicRequest request = asked == null ? request(opened, seed.orFresh()) : Portion.request(asked);
    if (tokens != null) {
      draw(opened, request).write(tokens);
      return ExitStatus.DONE;
    }
    List<NewPiece> tunes;
    try (NewNames names = names(opened.name())) {
      common.console().say("Seed " + request.seed());
      if (master.isGiven()) {
        return there(request, OutputNames.stems(out.path().orElse(null), opened.name(), count));
      }
      try (StopSignal stop = new StopSignal()) {
        tunes = write(opened, request, names, sound, stop);
      }
    }
    common.console().report(new NewPieces(request.seed(), tunes).report());
    return ExitStatus.DONE;
  }

  private void requireTempo() {
    if (tempo != null && !MusicRequest.isTempo(tempo)) {
      throw common.wrongUsage("--tempo must be 10 to 1000 but was " + tempo);
    }
  }

  /** The seed that was given, or else this one. */
  long seedOr(long other) {
    return seed.orElse(other);
  }

  /** The folder that was given, or a new one. */
  Path folder(String name) throws IOException {
    if (out.path().filter(OutputNames::isTune).isPresent()) {
      throw common.wrongUsage(
          "--out must name a folder for many tunes but was " + out.path().get());
    }
    return out.folder(name);
  }

  private NewNames names(String name) throws IOException {
    Path folder = out.path().orElse(null);
    return namedFrom == null || folder == null
        ? NewNames.ofTunes(folder, name, count)
        : NewNames.given(OutputNames.numbered(folder, name, namedFrom, count));
  }

  private <T> GeneratedTokens draw(MusicModel<T> opened, MusicRequest request) {
    int crew = ThreadCount.of(opened.file().network().config(), count, common.threads());
    try (Workers workers = new Workers(crew)) {
      return GeneratedTokens.of(
          new MusicGeneration<>(opened, KernelChoice.best(), workers)
              .draw(request, first - 1, count));
    }
  }

  /** Generates the pieces on a cluster. */
  private int there(MusicRequest request, List<Path> stems) throws ClusterException, IOException {
    ClusterGeneration generation =
        new ClusterGeneration(common.console(), ModelPlace.given(model), request, first, stems);
    List<String> sound = wav ? soundFont.arguments() : List.of();
    ClusterGeneration.Ending ending;
    try (StopSignal stop = new StopSignal()) {
      try (Cluster cluster = master.connect()) {
        ending = generation.run(cluster, sound, stop::isGiven);
      } finally {
        generation.clean();
      }
      if (stop.isGiven()) {
        common.console().say("Stopped; the tunes that are there are whole");
      }
    }
    common.console().report(new NewPieces(request.seed(), ending.tunes()).report());
    return ending.whole() ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  /** Whole tunes only, fewer if stopped on the way. */
  private List<NewPiece> write(
      MusicModel<?> opened,
      MusicRequest request,
      NewNames names,
      Optional<SoundBank> sound,
      StopSignal stop)
      throws IOException {
    List<NewPiece> tunes = List.of();
    try {
      TuneWriting writing = new TuneWriting(Version.text(), common.threads());
      tunes =
          (namedFrom == null ? writing : writing.replacing())
              .write(
                  opened,
                  ModelPlace.given(model),
                  request,
                  first - 1,
                  names,
                  count,
                  sound,
                  stop::isGiven);
    } catch (IOException e) {
      // A stop also takes away the file that sound is being written to.
      if (!stop.isGiven()) {
        throw e;
      }
    }
    if (stop.isGiven()) {
      common.console().say("Stopped; the tunes that are there are whole");
    }
    return tunes;
  }

  /** A keynote alone takes the mode that is asked for. */
  private static Key scaleOf(String name) {
    try {
      return KeySpelling.parse(name).key();
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("scale: " + none.getMessage(), none);
    }
  }

  private @Nullable Key key() {
    if (key == null) {
      return null;
    }
    Key asked = KeySpelling.parse(key).key();
    if (mode == null || asked.mode() == mode) {
      return asked;
    }
    if (KeySpelling.isKeynote(key)) {
      return new Key(asked.tonic(), mode);
    }
    throw common.wrongUsage("--key " + key + " and --mode " + mode.label() + " disagree");
  }

  /** Some guidance is for one kind of music. */
  private void requireFits(MusicModel<?> opened) {
    MusicKind<?> kind = opened.kind();
    String encoding = kind.encoding().name();
    boolean ofVoices = encoding.equals(VoicesEncoding.NAME);
    require(
        guidance.backing().isEmpty() || kind.takesBacking(),
        "--backing is for models of melodies, lead sheets or songs",
        encoding);
    require(
        !guidance.accompanies() || kind.accompanies(),
        "--accompany is for models of songs",
        encoding);
    require(!guidance.fills() || kind.hasBars(), "--fill is for music in bars", encoding);
    require(keep.isEmpty() || ofVoices, "--keep is for models of voices", encoding);
    require(
        instrument == null || kind.leavesInstrumentOpen(),
        "--instrument is for music of one instrument that is left open",
        encoding);
    require(
        guidance.under().isEmpty() || encoding.equals(DrumsEncoding.NAME),
        "--under is for models of drums",
        encoding);
    if (guidance.under().isPresent() && guidance.fills()) {
      throw common.wrongUsage(
          "--fill and --under do not go together: fill a pattern first, or write drums --under the"
              + " tune anew");
    }
    if (primer == null) {
      requireNoPrimer();
    }
  }

  private void require(boolean fits, String what, String encoding) {
    if (!fits) {
      throw common.wrongUsage("%s, but %s is a model of %s".formatted(what, model, encoding));
    }
  }

  /** Some guidance says what becomes of a primer. */
  private void requireNoPrimer() {
    if (guidance.accompanies()) {
      throw common.wrongUsage("--accompany wants the tune that it is for: --primer FILE");
    }
    if (guidance.fills()) {
      throw common.wrongUsage("--fill wants the piece whose bars it writes anew: --primer FILE");
    }
    if (guidance.leavesPrimerOut()) {
      throw common.wrongUsage("--without-primer wants what it leaves out: --primer TUNE");
    }
    if (!keep.isEmpty()) {
      throw common.wrongUsage("--keep wants the piece whose voices are kept: --primer FILE");
    }
  }

  private MusicRequest.Opening kept(MusicRequest.Opening opening) {
    return keep.isEmpty() ? opening : opening.keeping(keep);
  }

  private void requireFits(MusicModel<?> opened, MusicRequest.Header header) {
    try {
      opened.requireFits(header);
    } catch (IllegalArgumentException unfit) {
      throw common.wrongUsage("--" + unfit.getMessage());
    }
  }

  /**
   * What is asked for of a model.
   *
   * @throws IllegalArgumentException if a value is out of its range
   * @throws picocli.CommandLine.ParameterException if options do not go together, or are not for
   *     such a model
   */
  MusicRequest request(MusicModel<?> opened, long chance) throws BadFileException, IOException {
    requireTempo();
    requireFits(opened);
    Key asked = key();
    MusicRequest.Header header =
        new MusicRequest.Header(
            metre == null ? null : TimeSignature.parse(metre),
            asked == null ? null : asked.tonic(),
            asked == null ? mode : asked.mode(),
            bars,
            form == null ? null : new Form(form),
            cadences);
    requireFits(opened, header);
    MusicRequest request =
        new MusicRequest(
            header,
            primer == null
                ? MusicRequest.Opening.NONE
                : guidance.fills()
                    ? MusicPrimer.whole(opened.kind(), primer, opened.keys())
                    : guidance.accompanies()
                        ? MusicPrimer.tune(opened.kind(), primer, header, opened.keys())
                        : kept(
                            MusicPrimer.opening(
                                opened.kind(),
                                primer,
                                header,
                                opened.keys(),
                                common.console()::say)),
            scale == null ? null : scaleOf(scale),
            sampling.sampling(opened.kind().sampling()),
            chance,
            tempo == null ? 0 : tempo,
            instrument == null ? MusicRequest.PIANO : Instruments.program(instrument),
            guidance.guidance(opened.usual()));
    return guidance.under().isPresent()
        ? DrumTuneContext.settle(request, guidance.under().get(), opened.conditions())
        : request;
  }
}
