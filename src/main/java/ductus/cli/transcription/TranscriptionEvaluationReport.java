package ductus.cli.transcription;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.option.CommonOptions;
import ductus.corpus.Corpus;
import ductus.corpus.TuneFolder;
import ductus.file.BadFileException;
import ductus.format.Table;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.music.Score;
import ductus.music.audio.InstalledSoundFont;
import ductus.music.audio.SoundBank;
import ductus.music.hearing.notes.NotePicking;
import ductus.task.transcription.NoteTranscriber;
import ductus.task.transcription.TranscriptionEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ductus evaluate} with a model that hears notes. */
public final class TranscriptionEvaluationReport implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(NoteTranscriber.ENCODING);
  }

  /** Finds the notes of held-out tunes, of as many as samples are asked for at most. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path source = request.folder();
    CommonOptions common = request.common();
    Console console = common.console();
    ModelFile<SignalConfig, SignalNetwork> model = NoteTranscriber.open(found);
    Optional<Path> soundFont = InstalledSoundFont.find();
    SoundBank bank = soundFont.isPresent() ? SoundBank.read(soundFont.get()) : SoundBank.BUILT_IN;
    console.say("Played with " + soundFont.map(Path::toString).orElse("Java's own bank of sounds"));
    Corpus<Score> corpus;
    try (Progress progress = console.progress("Reading")) {
      corpus = TuneFolder.read(source, common.threads(), progress);
    }
    int status = console.warnOfLeftOut(corpus.leftOut());
    TranscriptionEvaluation evaluation;
    try (Workers workers = new Workers(common.threads());
        Progress progress = console.progress("Listening")) {
      evaluation =
          TranscriptionEvaluation.of(
              model,
              new NoteTranscriber(model.network(), KernelChoice.best(), workers),
              source,
              corpus,
              new TranscriptionEvaluation.Choice(
                  request.samples().count(), bank, NotePicking.THRESHOLD, request.samples().seed()),
              progress::reach);
    }
    Table table =
        new Table("instruments", "notes", "heard", "precision", "recall", "F1", "F1 with ends");
    row(table, "learned", evaluation.learned());
    row(table, "never heard before", evaluation.keptBack());
    console.print(
        String.format(Locale.ROOT, "%d held-out tunes, onsets within 50 ms", evaluation.tunes()));
    console.print(table.toString());
    console.printJson(evaluation);
    return status;
  }

  private static void row(Table table, String name, TranscriptionEvaluation.Found found) {
    table.row(
        name,
        found.notes(),
        found.heard(),
        share(found.precision()),
        share(found.recall()),
        share(found.f1()),
        share(found.f1WithEnds()));
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
