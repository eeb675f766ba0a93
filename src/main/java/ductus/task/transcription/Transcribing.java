package ductus.task.transcription;

import ductus.corpus.ReadingListener;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.model.signal.SignalNetwork;
import ductus.music.Score;
import ductus.music.finding.TempoEstimate;
import ductus.music.hearing.ConstantQ;
import ductus.music.hearing.LoudnessGain;
import ductus.music.hearing.SoundFrames;
import ductus.music.hearing.WavFile;
import ductus.music.hearing.WavSamples;
import ductus.music.hearing.notes.HeardNote;
import ductus.music.hearing.notes.HeardScore;
import ductus.music.hearing.notes.Pulse;
import ductus.music.jfugue.JFugueMidi;
import ductus.music.render.PianoRoll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down the notes of sounds, with their provenance; and does so again. */
public final class Transcribing {
  /** Endings of the files of a score. */
  public static final List<String> ENDINGS = List.of(".mid", ".svg", ".json");

  private static final String SIDECAR = ".json";

  private final String programVersion;
  private final int threads;

  /**
   * A transcribing that is ready to listen.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public Transcribing(String programVersion, int threads) {
    this.programVersion = programVersion;
    this.threads = threads;
  }

  /**
   * The notes that were heard.
   *
   * @param seconds length of the sound
   * @param clipped share of its samples that are as high or low as can be
   * @param quartersPerMinute tempo in which most notes have usual lengths; an estimate
   * @param notes by onset
   */
  public record Heard(
      double seconds, double clipped, double quartersPerMinute, List<HeardNote> notes) {
    public Heard {
      notes = List.copyOf(notes);
    }
  }

  /**
   * The notes that were heard and their files, or those that came out otherwise than before.
   *
   * @param different endings of files that do not have the bytes of the provenance
   */
  public record Written(Heard heard, List<Path> files, List<String> different) {
    public Written {
      files = List.copyOf(files);
      different = List.copyOf(different);
    }
  }

  /** Makes a request for the sound of a file. */
  public static TranscriptionRequest request(Path sound, double threshold, int program)
      throws BadFileException, IOException {
    WavFile.open(sound).close();
    return new TranscriptionRequest(
        sound.toAbsolutePath().normalize().toString(), Sha256.hex(sound), threshold, program);
  }

  /**
   * Listens to a sound and writes its notes to a stem.
   *
   * @param listener told of the seconds that are heard
   * @throws BadFileException if there is not a note in it
   */
  public Written write(
      FoundModel model, TranscriptionRequest request, Path stem, ReadingListener listener)
      throws BadFileException, IOException {
    Path sound = Path.of(request.sound());
    SignalNetwork network = NoteTranscriber.open(model).network();
    if (!Files.isRegularFile(sound)) {
      throw new BadFileException(sound, "the sound is not there any more");
    }
    if (!Sha256.hex(sound).equals(request.soundSha256())) {
      throw new BadFileException(sound, "is another file by now than the one that is asked for");
    }
    Kernels kernels = KernelChoice.best();
    Heard heard = listen(sound, network, kernels, request.threshold(), listener);
    if (heard.notes().isEmpty()) {
      throw new BadFileException(sound, "no notes heard");
    }
    Score score = HeardScore.score(heard.notes(), request.program(), heard.quartersPerMinute());
    SortedMap<String, String> files = new TreeMap<>();
    List<Path> paths = new ArrayList<>();
    put(files, paths, stem, ".mid", JFugueMidi.bytes(score));
    put(files, paths, stem, ".svg", PianoRoll.svg(score, String.valueOf(sound.getFileName())));
    Path sidecar = stem.resolveSibling(stem.getFileName() + SIDECAR);
    new TranscriptionProvenance(
            TranscriptionProvenance.KIND,
            programVersion,
            model.place().lastingName(),
            model.sha256(),
            kernels.name(),
            request,
            files)
        .write(sidecar);
    paths.add(sidecar);
    return new Written(heard, paths, List.of());
  }

  /**
   * Writes a sound down again from its provenance.
   *
   * @param sidecar named in complaints
   * @param stem where to write it
   * @throws BadFileException if the model or the sound is another one by now
   */
  public Written again(
      Path sidecar, TranscriptionProvenance provenance, Path stem, ReadingListener listener)
      throws BadFileException, IOException {
    FoundModel model = NoteTranscriber.find(provenance.model());
    if (!model.sha256().equals(provenance.modelSha256())) {
      throw new BadFileException(
          sidecar,
          "model %s is another one by now (SHA-256 %s, was %s)"
              .formatted(provenance.model(), model.sha256(), provenance.modelSha256()));
    }
    Written written = write(model, provenance.request(), stem, listener);
    List<String> different = new ArrayList<>();
    for (Path file : written.files()) {
      String ending = file.toString().substring(file.toString().lastIndexOf('.'));
      String before = provenance.files().get(ending);
      if (before != null && !before.equals(Sha256.hex(file))) {
        different.add(ending);
      }
    }
    return new Written(written.heard(), written.files(), different);
  }

  private Heard listen(
      Path sound,
      SignalNetwork network,
      Kernels kernels,
      double threshold,
      ReadingListener listener)
      throws BadFileException, IOException {
    float gain;
    try (WavFile file = WavFile.open(sound)) {
      gain = LoudnessGain.of(new WavSamples(file));
    }
    try (WavFile file = WavFile.open(sound);
        Workers workers = new Workers(threads)) {
      if (gain == 0) {
        throw new BadFileException(sound, "no notes heard: it is silent");
      }
      SoundFrames frames = SoundFrames.of(new WavSamples(file), gain, new ConstantQ(kernels));
      List<HeardNote> notes =
          new NoteTranscriber(network, kernels, workers).notes(frames, threshold, listener);
      List<Long> onsets = notes.stream().map(note -> Math.round(1e6 * note.onset())).toList();
      return new Heard(
          file.seconds(),
          (double) file.clipped() / file.frames(),
          Pulse.quartersPerMinute(
              notes, TempoEstimate.quartersPerMinute(onsets, TempoEstimate.USUAL)),
          notes);
    }
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
