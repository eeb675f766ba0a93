package ductus.task.transcription;

import ductus.corpus.ReadingListener;
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
import ductus.music.musicstring.ScoreMidi;
import ductus.music.render.PianoRoll;
import ductus.provenance.OutputFiles;
import ductus.provenance.Provenance;
import ductus.provenance.Provenance.UsedModel;
import ductus.provenance.ProvenanceKind;
import ductus.task.Regenerator;
import ductus.task.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes down the notes of sounds, with their provenance; and does so again. */
public final class Transcribing implements Regenerator<Transcribing.TranscriptionRequest> {
  /** The endings of a transcribed score's files. */
  public static final List<String> ENDINGS = List.of(".mid", ".svg", ".json");

  /** The kind of provenance that the scores of sounds have. */
  public static final ProvenanceKind<TranscriptionRequest> KIND =
      ProvenanceKind.of("hearing", TranscriptionRequest.class, ENDINGS);

  /**
   * A request for notes: which sound is to be written down, and how.
   *
   * @param sound its WAV file, absolute
   * @param soundSha256 of the file, in hex
   * @param threshold probability from which on a beginning counts, above 0 and below 1
   * @param program instrument of the score, 0 to 127
   */
  public record TranscriptionRequest(
      String sound, String soundSha256, double threshold, int program) {
    public TranscriptionRequest {
      if (!(threshold > 0 && threshold < 1)) {
        throw new IllegalArgumentException(
            "threshold must be above 0 and below 1 but was " + threshold);
      }
      if (program < 0 || program > 127) {
        throw new IllegalArgumentException("program must be 0 to 127 but was " + program);
      }
    }
  }

  private final String programVersion;
  private final int threads;

  /**
   * Creates a transcriber with any model.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public Transcribing(String programVersion, int threads) {
    this.programVersion = programVersion;
    this.threads = threads;
  }

  /** A request for the sound of a file. */
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
  public NewTranscription write(
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
    NewTranscription heard = listen(sound, network, kernels, request.threshold(), listener);
    if (heard.notes().isEmpty()) {
      throw new BadFileException(sound, "no notes heard");
    }
    Score score = HeardScore.score(heard.notes(), request.program(), heard.quartersPerMinute());
    OutputFiles files = new OutputFiles(stem);
    files.write(".mid", ScoreMidi.bytes(score));
    files.write(".svg", PianoRoll.svg(score, String.valueOf(sound.getFileName())));
    files.write(
        KIND,
        new Provenance<>(
            programVersion,
            new UsedModel(model.place().lastingName(), model.sha256()),
            kernels.name(),
            request,
            files.hashes()));
    return heard.withFiles(files.paths());
  }

  @Override
  public ProvenanceKind<TranscriptionRequest> kind() {
    return KIND;
  }

  @Override
  public Report again(
      Path sidecar,
      Provenance<TranscriptionRequest> provenance,
      Path stem,
      ReadingListener listener)
      throws BadFileException, IOException {
    FoundModel model = NoteTranscriber.find(provenance.model().name());
    provenance.requireModel(sidecar, model.sha256());
    return write(model, provenance.request(), stem, listener).report();
  }

  private NewTranscription listen(
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
      return new NewTranscription(
          file.seconds(),
          (double) file.clipped() / file.frames(),
          Pulse.quartersPerMinute(
              notes, TempoEstimate.quartersPerMinute(onsets, TempoEstimate.USUAL)),
          notes,
          List.of());
    }
  }
}
