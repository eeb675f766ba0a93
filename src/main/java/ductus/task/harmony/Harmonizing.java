package ductus.task.harmony;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingConfig;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.Key;
import ductus.music.Score;
import ductus.music.audio.WavRenderer;
import ductus.music.audio.WavRenderer.Rendering;
import ductus.music.harmony.Beat;
import ductus.music.harmony.ChordFinder;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSpan;
import ductus.music.harmony.ChordSymbol;
import ductus.music.harmony.ChordTrack;
import ductus.music.harmony.tune.HarmonyStyle;
import ductus.music.harmony.tune.TuneBeats;
import ductus.music.harmony.voices.ChoirScore;
import ductus.music.harmony.voices.Chorale;
import ductus.music.harmony.voices.GivenParts;
import ductus.music.harmony.voices.VoiceLeading;
import ductus.music.musicstring.ScoreMidi;
import ductus.music.render.PianoRoll;
import ductus.provenance.OutputFiles;
import ductus.provenance.OutputNames;
import ductus.provenance.Provenance;
import ductus.provenance.Provenance.UsedModel;
import ductus.provenance.ProvenanceKind;
import ductus.task.Regenerator;
import ductus.task.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Harmonizes tunes and writes their files, each with its provenance; and makes them again. */
public final class Harmonizing implements Regenerator<Harmonizing.HarmonyRequest> {
  /** The endings of a harmonized tune's files. */
  public static final List<String> ENDINGS = List.of(".mid", ".txt", ".svg", ".wav", ".json");

  /** The kind of provenance that harmonized tunes have. */
  public static final ProvenanceKind<HarmonyRequest> KIND =
      ProvenanceKind.of("harmony", HarmonyRequest.class, ENDINGS).withSound();

  private static final String WAV = ".wav";
  private static final int OCTAVE = 12;

  /**
   * A harmonized tune.
   *
   * @param style of the chords; null with voices
   * @param chords of its bars
   * @param octaves by which voices were moved to be within a choir's reach, as the tune stands they
   *     are so much lower or higher; 0 without voices
   * @param faults of voice leading, of the voices within reach; null without voices
   */
  public record Harmonization(
      Score score,
      Key key,
      @Nullable HarmonyStyle style,
      ChordProgression chords,
      int octaves,
      @Nullable VoiceLeading faults) {
    private static final int BARS_OF_LINE = 4;

    /** The chords in lines of four bars. */
    public String text() {
      StringBuilder text = new StringBuilder();
      for (int bar = 0; bar < chords.bars().size(); bar += BARS_OF_LINE) {
        int end = Math.min(bar + BARS_OF_LINE, chords.bars().size());
        text.append(new ChordProgression(chords.bars().subList(bar, end)).name(key)).append('\n');
      }
      return text.toString();
    }
  }

  /**
   * A request for a harmony: what is to be harmonized, and how.
   *
   * @param tune its file, absolute
   * @param tuneSha256 of the file, in hex
   * @param texture chords or voices
   * @param style of chords; null for the one that the tune tells
   * @param seed of what is drawn: voices; chords are not
   * @param program instrument of the tune, or of all voices, 0 to 127
   * @param bass whether a bass plays the chords in place of a piano; null for no, as in files of
   *     old
   */
  public record HarmonyRequest(
      String tune,
      String tuneSha256,
      HarmonizationKind texture,
      @Nullable HarmonyStyle style,
      long seed,
      int program,
      @Nullable Boolean bass) {
    /** Returns this request for a bass. */
    public HarmonyRequest withBass() {
      return new HarmonyRequest(tune, tuneSha256, texture, style, seed, program, true);
    }

    private boolean hasBass() {
      return Boolean.TRUE.equals(bass);
    }

    public HarmonyRequest {
      if (bass != null && texture != HarmonizationKind.CHORDS) {
        throw new IllegalArgumentException("a bass plays chords, not voices");
      }
      if (program < 0 || program > 127) {
        throw new IllegalArgumentException("program must be 0 to 127 but was " + program);
      }
    }
  }

  private final String programVersion;
  private final int threads;

  /**
   * A harmonizing that is ready to begin.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public Harmonizing(String programVersion, int threads) {
    this.programVersion = programVersion;
    this.threads = threads;
  }

  /**
   * Harmonizes a tune and writes it to a stem.
   *
   * @param wav whether to render sound as well
   */
  public NewHarmony write(FoundModel model, HarmonyRequest request, Path stem, boolean wav)
      throws BadFileException, IOException {
    Path tune = Path.of(request.tune());
    byte[] bytes = bytes(tune);
    if (!Sha256.hex(bytes).equals(request.tuneSha256())) {
      throw new BadFileException(tune, "is another file by now than the one that is asked for");
    }
    Harmonization harmony = harmonize(model, request, HarmonizedTune.score(tune), tune);
    Kernels kernels = KernelChoice.best();
    OutputFiles files = new OutputFiles(stem);
    files.write(".mid", ScoreMidi.bytes(harmony.score()));
    files.write(".txt", harmony.text().getBytes(StandardCharsets.UTF_8));
    files.write(".svg", PianoRoll.svg(harmony.score(), title(tune)));
    String bank = "";
    if (wav) {
      Rendering rendering = WavRenderer.write(harmony.score(), OutputNames.path(stem, WAV));
      files.add(WAV);
      bank = rendering.soundBank();
    }
    files.write(
        KIND,
        new Provenance<>(
            programVersion,
            new UsedModel(model.place().lastingName(), model.sha256()),
            kernels.name(),
            request,
            files.hashes(),
            bank));
    return new NewHarmony(harmony, files.paths());
  }

  @Override
  public ProvenanceKind<HarmonyRequest> kind() {
    return KIND;
  }

  @Override
  public Report again(
      Path sidecar, Provenance<HarmonyRequest> provenance, Path stem, ReadingListener listener)
      throws BadFileException, IOException {
    FoundModel model = HarmonyModels.find(provenance.model().name());
    provenance.requireModel(sidecar, model.sha256());
    boolean wav = provenance.files().containsKey(WAV);
    return write(model, provenance.request(), stem, wav).report();
  }

  /**
   * Makes a request for a tune of a file.
   *
   * @param style of chords; null for the one that the tune tells
   */
  public static HarmonyRequest request(
      Path tune, HarmonizationKind texture, @Nullable HarmonyStyle style, long seed, int program)
      throws BadFileException, IOException {
    return new HarmonyRequest(
        tune.toAbsolutePath().normalize().toString(),
        Sha256.hex(bytes(tune)),
        texture,
        style,
        seed,
        program,
        null);
  }

  private static byte[] bytes(Path file) throws BadFileException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadFileException(
          file, Files.exists(file) ? "is a folder where a file must be" : "no such file");
    }
    return Files.readAllBytes(file);
  }

  private Harmonization harmonize(FoundModel model, HarmonyRequest request, Score score, Path path)
      throws BadFileException {
    ModelFile<TaggingConfig, TaggingNetwork> file = HarmonyModels.open(model, request.texture());
    TaggingNetwork network = file.network();
    TuneBeats tune;
    try {
      tune = TuneBeats.of(score);
    } catch (IllegalArgumentException noTune) {
      throw new BadFileException(path, String.valueOf(noTune.getMessage()));
    }
    try (Workers workers = new Workers(threads)) {
      return request.texture() == HarmonizationKind.CHORDS
          ? chords(
              new ChordTagger(network, KernelChoice.best(), workers),
              score,
              tune,
              style(HarmonyModels.styles(file.header()), request, score, path),
              request)
          : voices(
              new VoiceResampling(network, KernelChoice.best(), workers), score, tune, request);
    }
  }

  /** The style that is asked for, or that the tune tells, or folk, or whatever was learned. */
  private static HarmonyStyle style(
      List<HarmonyStyle> learned, HarmonyRequest request, Score score, Path path)
      throws BadFileException {
    HarmonyStyle wanted = request.style();
    if (wanted == null) {
      HarmonyStyle told = HarmonyStyle.of(path, score).orElse(HarmonyStyle.FOLK);
      return learned.isEmpty() || learned.contains(told) ? told : learned.get(0);
    }
    if (!learned.contains(wanted)) {
      throw new BadFileException(
          path,
          "the model has not learned chords in style %s, only %s"
              .formatted(
                  wanted.label(),
                  learned.stream().map(HarmonyStyle::label).collect(Collectors.joining(", "))));
    }
    return wanted;
  }

  private static Harmonization chords(
      ChordTagger tagger,
      Score source,
      TuneBeats tune,
      HarmonyStyle style,
      HarmonyRequest request) {
    List<ChordSpan> chords = tagger.chords(tune, style);
    return new Harmonization(
        request.hasBass()
            ? ChordTrack.withBass(source, tune.key(), tune.notes(), chords, request.program())
            : ChordTrack.score(source, tune.key(), tune.notes(), chords, request.program()),
        tune.key(),
        style,
        ChordProgression.of(tune.beats(), chords.stream().map(ChordSpan::chord).toList()),
        0,
        null);
  }

  private static Harmonization voices(
      VoiceResampling resampling, Score source, TuneBeats tune, HarmonyRequest request) {
    GivenParts given = GivenParts.of(source, tune);
    int moved = given.toReach();
    List<Boolean> fill = new ArrayList<>();
    for (int voice = 0; voice < Chorale.VOICES; voice++) {
      fill.add(!given.has(voice));
    }
    Chorale sung =
        resampling.fill(
            given.sung().transpose(moved), fill, tune.key(), Randomness.of(request.seed()));
    Score score =
        ChoirScore.of(source, tune.key(), given, sung.transpose(-moved), request.program());
    return new Harmonization(
        score,
        tune.key(),
        null,
        ChordProgression.of(tune.beats(), heard(score, tune.beats())),
        moved / OCTAVE,
        VoiceLeading.of(sung));
  }

  private static List<ChordSymbol> heard(Score score, List<Beat> beats) {
    List<ChordSpan> spans = ChordFinder.hear(score);
    List<ChordSymbol> chords = new ArrayList<>();
    int at = 0;
    for (Beat beat : beats) {
      while (at < spans.size() - 1 && spans.get(at).end() <= beat.start()) {
        at++;
      }
      chords.add(spans.get(at).chord());
    }
    return chords;
  }

  private static String title(Path tune) {
    return String.valueOf(tune.getFileName()).replaceAll("\\.[^.]*$", "").replace('-', ' ');
  }
}
