package ductus.task.harmony;

import ductus.corpus.ScoreFile;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.Score;
import ductus.music.audio.Rendering;
import ductus.music.audio.WavRenderer;
import ductus.music.harmony.Beat;
import ductus.music.harmony.ChordFinder;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSpan;
import ductus.music.harmony.ChordSymbol;
import ductus.music.harmony.ChordTrack;
import ductus.music.harmony.tune.TuneBeats;
import ductus.music.harmony.voices.ChoirScore;
import ductus.music.harmony.voices.Chorale;
import ductus.music.harmony.voices.GivenParts;
import ductus.music.harmony.voices.VoiceLeading;
import ductus.music.jfugue.JFugueMidi;
import ductus.music.render.PianoRoll;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Harmonizes tunes and writes their files, each with its provenance; and makes them again. */
public final class Harmonizing {
  /** Endings of the files of a harmonized tune. */
  public static final List<String> ENDINGS = List.of(".mid", ".txt", ".svg", ".wav", ".json");

  private static final String SIDECAR = ".json";
  private static final int OCTAVE = 12;

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
   * A harmony and its files, or those that came out otherwise than before.
   *
   * @param different endings of files that do not have the bytes of the provenance
   */
  public record Written(Harmonization harmony, List<Path> files, List<String> different) {
    public Written {
      files = List.copyOf(files);
      different = List.copyOf(different);
    }
  }

  /**
   * Harmonizes a tune and writes it to a stem.
   *
   * @param wav whether to render sound as well
   */
  public Written write(FoundModel model, HarmonyRequest request, Path stem, boolean wav)
      throws BadFileException, IOException {
    Path tune = Path.of(request.tune());
    byte[] bytes = bytes(tune);
    if (!Sha256.hex(bytes).equals(request.tuneSha256())) {
      throw new BadFileException(tune, "is another file by now than the one that is asked for");
    }
    Harmonization harmony = harmonize(model, request, ScoreFile.read(tune), tune);
    Kernels kernels = KernelChoice.best();
    SortedMap<String, String> files = new TreeMap<>();
    List<Path> paths = new ArrayList<>();
    put(files, paths, stem, ".mid", JFugueMidi.bytes(harmony.score()));
    put(files, paths, stem, ".txt", harmony.text().getBytes(StandardCharsets.UTF_8));
    put(files, paths, stem, ".svg", PianoRoll.svg(harmony.score(), title(tune)));
    String bank = "";
    if (wav) {
      Path path = stem.resolveSibling(stem.getFileName() + ".wav");
      Rendering rendering = WavRenderer.write(harmony.score(), path);
      files.put(".wav", Sha256.hex(Files.readAllBytes(path)));
      paths.add(path);
      bank = rendering.soundBank();
    }
    Path sidecar = stem.resolveSibling(stem.getFileName() + SIDECAR);
    new HarmonyProvenance(
            HarmonyProvenance.KIND,
            programVersion,
            model.place().lastingName(),
            model.sha256(),
            kernels.name(),
            request,
            files,
            bank)
        .write(sidecar);
    paths.add(sidecar);
    return new Written(harmony, paths, List.of());
  }

  /**
   * Harmonizes a tune again from its provenance.
   *
   * @param sidecar named in complaints
   * @param stem where to write it
   * @throws BadFileException if the model or the tune is another one by now
   */
  public Written again(Path sidecar, HarmonyProvenance provenance, Path stem)
      throws BadFileException, IOException {
    FoundModel model = HarmonyModels.find(provenance.model());
    if (!model.sha256().equals(provenance.modelSha256())) {
      throw new BadFileException(
          sidecar,
          "model %s is another one by now (SHA-256 %s, was %s)"
              .formatted(provenance.model(), model.sha256(), provenance.modelSha256()));
    }
    Written written =
        write(model, provenance.request(), stem, provenance.files().containsKey(".wav"));
    List<String> different = new ArrayList<>();
    for (Path file : written.files()) {
      String ending = file.toString().substring(file.toString().lastIndexOf('.'));
      String before = provenance.files().get(ending);
      if (before != null && !before.equals(Sha256.hex(Files.readAllBytes(file)))) {
        different.add(ending);
      }
    }
    return new Written(written.harmony(), written.files(), different);
  }

  /** Makes a request for a tune of a file. */
  public static HarmonyRequest request(Path tune, HarmonizationKind texture, long seed, int program)
      throws BadFileException, IOException {
    return new HarmonyRequest(
        tune.toAbsolutePath().normalize().toString(),
        Sha256.hex(bytes(tune)),
        texture,
        seed,
        program);
  }

  private static byte[] bytes(Path file) throws BadFileException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadFileException(file, Files.exists(file) ? "is not a file" : "no such file");
    }
    return Files.readAllBytes(file);
  }

  private Harmonization harmonize(FoundModel model, HarmonyRequest request, Score score, Path path)
      throws BadFileException {
    TaggingNetwork network = HarmonyModels.open(model, request.texture()).network();
    TuneBeats tune;
    try {
      tune = TuneBeats.of(score);
    } catch (IllegalArgumentException noTune) {
      throw new BadFileException(path, String.valueOf(noTune.getMessage()));
    }
    try (Workers workers = new Workers(threads)) {
      return request.texture() == HarmonizationKind.CHORDS
          ? chords(new ChordTagger(network, KernelChoice.best(), workers), score, tune, request)
          : voices(
              new VoiceResampling(network, KernelChoice.best(), workers), score, tune, request);
    }
  }

  private static Harmonization chords(
      ChordTagger tagger, Score source, TuneBeats tune, HarmonyRequest request) {
    List<ChordSpan> chords = tagger.chords(tune);
    return new Harmonization(
        ChordTrack.score(source, tune.key(), tune.notes(), chords, request.program()),
        tune.key(),
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

  private static void put(
      SortedMap<String, String> files, List<Path> paths, Path stem, String ending, byte[] bytes)
      throws IOException {
    Path path = stem.resolveSibling(stem.getFileName() + ending);
    AtomicFile.makeFolderOf(path);
    AtomicFile.write(path, bytes);
    files.put(ending, Sha256.hex(bytes));
    paths.add(path);
  }
}
