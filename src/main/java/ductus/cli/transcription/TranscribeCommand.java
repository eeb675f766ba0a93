package ductus.cli.transcription;

import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.model.place.FoundModel;
import ductus.music.Instruments;
import ductus.music.hearing.notes.NotePicking;
import ductus.provenance.NewNames;
import ductus.task.transcription.NewTranscription;
import ductus.task.transcription.NoteTranscriber;
import ductus.task.transcription.Transcribing;
import ductus.task.transcription.Transcribing.TranscriptionRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus transcribe FILE.wav}: notes from sound. */
@Piped(in = "FILE.wav", needsInputAgain = true)
@Command(
    name = "transcribe",
    description = {
      "Hears the notes in a WAV file and writes them as MIDI, with a picture and the provenance"
          + " file.",
      "",
      "Any rate, 8 to 32 bits or floats, any number of channels, an hour at most. Pitches from A1"
          + " to C7 are told; drums and voices that speak are not meant.",
      ""
    },
    subcommands = TranscribeTrainCommand.class,
    footer = {"", "Example: ductus transcribe tune.wav --out tune.mid"})
public final class TranscribeCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "FILE.wav", description = "A sound.")
  private @Nullable Path file;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "A model file or a training run's folder; by default listener, which ships.")
  private String model = NoteTranscriber.SHIPPED;

  @Option(
      names = "--threshold",
      paramLabel = "P",
      description =
          "How sure a beginning must be, above 0 and below 1: lower hears more notes, and more"
              + " wrong ones; ${DEFAULT-VALUE}.")
  private double threshold = NotePicking.THRESHOLD;

  @Option(
      names = "--instrument",
      paramLabel = "NAME",
      description = "Of the score: a General MIDI name; piano.")
  private String instrument = "piano";

  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    if (file == null) {
      throw common.wrongUsage("Missing FILE.wav: which sound?");
    }
    common.console().noticeOfKernels(KernelChoice.best());
    TranscriptionRequest request = request(file);
    FoundModel found = NoteTranscriber.find(model);
    try (NewNames names = NewNames.of(out.path().orElse(null), "heard", Transcribing.ENDINGS)) {
      Path stem = names.next();
      NewTranscription written;
      try (Progress progress = common.console().progress("Listening")) {
        written =
            new Transcribing(Version.text(), common.threads())
                .write(found, request, stem, progress::reach);
      }
      common.console().report(written.report());
      return ExitStatus.DONE;
    }
  }

  private TranscriptionRequest request(Path sound) throws BadFileException, IOException {
    try {
      return Transcribing.request(sound, threshold, Instruments.program(instrument));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }
}
