package ductus.task.humanization;

import ductus.corpus.ReadingListener;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.music.Score;
import ductus.music.audio.WavRenderer;
import ductus.music.audio.WavRenderer.Rendering;
import ductus.music.midi.MidiWriter;
import ductus.music.touch.HandTiming;
import ductus.music.touch.PlayedNote;
import ductus.music.touch.Player;
import ductus.music.touch.PlayerPart;
import ductus.music.touch.TouchClasses;
import ductus.music.touch.TouchedScore;
import ductus.provenance.OutputFiles;
import ductus.provenance.OutputNames;
import ductus.provenance.Provenance;
import ductus.provenance.Provenance.UsedModel;
import ductus.provenance.ProvenanceKind;
import ductus.task.Regenerator;
import ductus.task.Report;
import ductus.task.humanization.HumanizedScore.HumanizedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Gives scores a player's touch and writes them, each with its provenance; makes them again. */
public final class Humanizing implements Regenerator<Humanizing.HumanizeRequest> {
  /** The endings of a humanized score's files. */
  public static final List<String> ENDINGS = List.of(".mid", ".wav", ".json");

  /** The kind of provenance that humanized scores have. */
  public static final ProvenanceKind<HumanizeRequest> KIND =
      ProvenanceKind.of("touch", HumanizeRequest.class, ENDINGS).withSound();

  private static final String WAV = ".wav";

  /** Place of the random numbers of the pianists' timing; parts have those from 0. */
  private static final int TIMING = -1;

  /**
   * A request for a player's touch.
   *
   * @param score its file, absolute
   * @param scoreSha256 of the file, in hex
   * @param amount share of the touch that is applied, 0 to 1
   * @param temperature of what is drawn
   * @param seed of what is drawn
   * @param players the models of those who play in it, by name and SHA-256
   */
  public record HumanizeRequest(
      String score,
      String scoreSha256,
      double amount,
      double temperature,
      long seed,
      List<UsedModel> players) {
    public HumanizeRequest {
      if (!(amount >= 0 && amount <= 1)) {
        throw new IllegalArgumentException("amount must be 0 to 1 but was " + amount);
      }
      if (!(temperature >= 0) || Double.isInfinite(temperature)) {
        throw new IllegalArgumentException("temperature must be 0 or more but was " + temperature);
      }
      players = List.copyOf(players);
      if (players.isEmpty()) {
        throw new IllegalArgumentException("players must be one or more");
      }
    }
  }

  private final String programVersion;
  private final int threads;

  /**
   * A humanizing that is ready to begin.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public Humanizing(String programVersion, int threads) {
    this.programVersion = programVersion;
    this.threads = threads;
  }

  /**
   * Makes a request for a file.
   *
   * @param models names or paths of models, by whom they are; those that ship for the others
   * @throws BadFileException if the score has no notes, or a model is of another player
   */
  public static HumanizeRequest request(
      Path score, double amount, double temperature, long seed, Map<Player, String> models)
      throws BadFileException, IOException {
    byte[] bytes = bytes(score);
    List<UsedModel> players = new ArrayList<>();
    for (Player player : EnumSet.copyOf(PlayerPart.players(read(score)))) {
      TouchModel model = TouchModel.find(models.getOrDefault(player, player.word()));
      if (model.player() != player) {
        throw new BadFileException(
            model.found().path(),
            "a model of a %s, not of a %s".formatted(model.player().word(), player.word()));
      }
      players.add(new UsedModel(model.found().place().lastingName(), model.found().sha256()));
    }
    return new HumanizeRequest(
        score.toAbsolutePath().normalize().toString(),
        Sha256.hex(bytes),
        amount,
        temperature,
        seed,
        players);
  }

  private static Score read(Path path) throws BadFileException, IOException {
    Score score = ScoreFile.read(path);
    if (score.notes().isEmpty()) {
      throw new BadFileException(path, "has no notes that could be played");
    }
    return score;
  }

  private static Map<Player, TouchModel> open(HumanizeRequest request)
      throws BadFileException, IOException {
    Map<Player, TouchModel> players = new EnumMap<>(Player.class);
    for (UsedModel asked : request.players()) {
      TouchModel model = TouchModel.find(asked.name());
      if (!model.found().sha256().equals(asked.sha256())) {
        throw new BadFileException(
            model.found().path(), "is another model by now than the one that is asked for");
      }
      players.put(model.player(), model);
    }
    return players;
  }

  /**
   * Humanizes a score and writes it to a stem.
   *
   * @param wav whether to render sound as well
   * @throws BadFileException if the score or a model is another one by now
   */
  public HumanizedScore write(HumanizeRequest request, Path stem, boolean wav)
      throws BadFileException, IOException {
    Path path = Path.of(request.score());
    if (!Sha256.hex(bytes(path)).equals(request.scoreSha256())) {
      throw new BadFileException(path, "is another file by now than the one that is asked for");
    }
    Score written = read(path);
    Kernels kernels = KernelChoice.best();
    List<HumanizedPart> parts = new ArrayList<>();
    Score played = played(written, request, open(request), kernels, parts);
    OutputFiles files = new OutputFiles(stem);
    files.write(".mid", MidiWriter.write(played));
    String bank = "";
    if (wav) {
      Rendering rendering = WavRenderer.write(played, OutputNames.path(stem, WAV));
      files.add(WAV);
      bank = rendering.soundBank();
    }
    files.write(
        KIND,
        new Provenance<>(
            programVersion,
            request.players().get(0),
            kernels.name(),
            request,
            files.hashes(),
            bank));
    return new HumanizedScore(parts, files.paths());
  }

  private Score played(
      Score written,
      HumanizeRequest request,
      Map<Player, TouchModel> players,
      Kernels kernels,
      List<HumanizedPart> parts) {
    TouchedScore touched = new TouchedScore(written, request.amount());
    HandTiming timing =
        new HandTiming(request.temperature(), PlaceRandom.key(request.seed(), TIMING));
    try (Workers workers = new Workers(threads)) {
      for (PlayerPart part : PlayerPart.of(written)) {
        TouchModel model = Objects.requireNonNull(players.get(part.player()));
        long key = PlaceRandom.key(request.seed(), parts.size());
        RandomGenerator random = Randomness.of(key);
        List<PlayedNote> drawn =
            model.draw(part.notes(), request.temperature(), key, kernels, workers).stream()
                .map(note -> TouchClasses.spread(note, part.player().isTimed(), random))
                .toList();
        List<PlayedNote> touch = part.player().isTimed() ? drawn : timing.played(drawn);
        if (part.isPlayed()) {
          touch = touch.stream().map(n -> new PlayedNote(n.written(), n.loudness(), 0)).toList();
        }
        touched.apply(part, touch);
        parts.add(HumanizedPart.of(part, touch));
      }
    }
    return touched.score();
  }

  @Override
  public ProvenanceKind<HumanizeRequest> kind() {
    return KIND;
  }

  @Override
  public Report again(
      Path sidecar, Provenance<HumanizeRequest> provenance, Path stem, ReadingListener listener)
      throws BadFileException, IOException {
    UsedModel first = provenance.request().players().get(0);
    provenance.requireModel(sidecar, TouchModel.find(first.name()).found().sha256());
    boolean wav = provenance.files().containsKey(WAV);
    return write(provenance.request(), stem, wav).report();
  }

  private static byte[] bytes(Path file) throws BadFileException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadFileException(
          file, Files.exists(file) ? "is a folder where a file must be" : "no such file");
    }
    return Files.readAllBytes(file);
  }
}
