package ductus.cli;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.Version;
import ductus.cli.harmony.HarmonyReport;
import ductus.cli.language.TextReport;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.strokerecovery.DrawingReport;
import ductus.cli.transcription.TranscriptionReport;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.music.audio.Rendering;
import ductus.provenance.OutputNames;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingProvenance;
import ductus.task.harmony.Harmonizing;
import ductus.task.harmony.HarmonyProvenance;
import ductus.task.language.TextGeneration;
import ductus.task.language.TextProvenance;
import ductus.task.music.generation.MusicProvenance;
import ductus.task.music.generation.TuneWriting;
import ductus.task.strokerecovery.DrawingProvenance;
import ductus.task.strokerecovery.PictureDrawing;
import ductus.task.transcription.Transcribing;
import ductus.task.transcription.TranscriptionProvenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus regenerate FILE.json}. */
@Command(
    name = "regenerate",
    description =
        "Makes a tune, pages, a drawing or a text again, byte for byte, from their provenance"
            + " file.")
final class RegenerateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE.json",
      description = "The file beside what was generated or written.")
  private Path sidecar = Path.of("");

  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    if (HarmonyProvenance.isAt(sidecar)) {
      return harmony();
    }
    if (TranscriptionProvenance.isAt(sidecar)) {
      return notes();
    }
    if (TextProvenance.isAt(sidecar)) {
      return text();
    }
    if (DrawingProvenance.isAt(sidecar)) {
      return drawing();
    }
    return WritingProvenance.isAt(sidecar) ? pages() : tune();
  }

  private int drawing() throws BadFileException, IOException {
    DrawingProvenance provenance = DrawingProvenance.read(sidecar);
    warnOfOtherKernels(provenance.kernels());
    Path stem = OutputNames.stem(out.path().orElse(null), "again", TextWriting.endings());
    PictureDrawing.Written again =
        new PictureDrawing(Version.text(), common.threads()).again(sidecar, provenance, stem);
    new DrawingReport(again).print(common.console());
    return status(stem, again.different());
  }

  private int pages() throws BadFileException, IOException {
    Console console = common.console();
    WritingProvenance provenance = WritingProvenance.read(sidecar);
    warnOfOtherKernels(provenance.kernels());
    Path stem = OutputNames.stem(out.path().orElse(null), "again", TextWriting.endings());
    TextWriting.RegeneratedPages again =
        new TextWriting(Version.text(), common.threads()).again(sidecar, provenance, stem);
    PageReport.Result result = PageReport.Result.of(provenance.request(), again.pages());
    result.print(console);
    console.printJson(result);
    return status(stem, again.different());
  }

  private int harmony() throws BadFileException, IOException {
    HarmonyProvenance provenance = HarmonyProvenance.read(sidecar);
    warnOfOtherKernels(provenance.kernels());
    warnOfOtherSounds(provenance.soundBank());
    Path stem = OutputNames.stem(out.path().orElse(null), "again", Harmonizing.ENDINGS);
    Harmonizing.Written again =
        new Harmonizing(Version.text(), common.threads()).again(sidecar, provenance, stem);
    HarmonyReport.print(again, common.console());
    return status(stem, again.different());
  }

  private int notes() throws BadFileException, IOException {
    TranscriptionProvenance provenance = TranscriptionProvenance.read(sidecar);
    warnOfOtherKernels(provenance.kernels());
    Path stem = OutputNames.stem(out.path().orElse(null), "again", Transcribing.ENDINGS);
    Transcribing.Written again;
    try (Progress progress = common.console().progress("Listening")) {
      again =
          new Transcribing(Version.text(), common.threads())
              .again(sidecar, provenance, stem, progress::reach);
    }
    TranscriptionReport.print(again, common.console());
    return status(stem, again.different());
  }

  private int text() throws BadFileException, IOException {
    TextProvenance provenance = TextProvenance.read(sidecar);
    warnOfOtherKernels(provenance.kernels());
    Path stem = OutputNames.stem(out.path().orElse(null), "again", TextGeneration.ENDINGS);
    TextGeneration.Written again =
        new TextGeneration(Version.text(), common.threads()).again(sidecar, provenance, stem);
    TextReport.print(again, common.console());
    return status(stem, again.same() ? List.of() : List.of(".txt"));
  }

  private int tune() throws BadFileException, IOException {
    Console console = common.console();
    MusicProvenance provenance = MusicProvenance.read(sidecar);
    warnOfOtherKernels(provenance.kernels());
    warnOfOtherSounds(provenance.soundBank());
    Path stem = OutputNames.stems(out.path().orElse(null), "again", 1).get(0);
    TuneWriting.Regenerated again =
        new TuneWriting(Version.text(), common.threads()).again(sidecar, provenance, stem);
    TuneReport.Result result =
        TuneReport.Result.of(provenance.request().seed(), List.of(again.tune()));
    result.print(console);
    console.printJson(result);
    return status(stem, again.different());
  }

  private void warnOfOtherKernels(String before) {
    String now = KernelChoice.best().name();
    if (!now.equals(before)) {
      common
          .console()
          .warn(
              "was made with the kernels %s, this Java has %s: it may come out otherwise"
                  .formatted(before, now));
    }
  }

  private void warnOfOtherSounds(String bank) {
    if (!Rendering.isReproducible(bank)) {
      common
          .console()
          .warn(
              "the WAV was made with Java's emergency sound bank, which differs from home to home:"
                  + " its bytes may differ");
    }
  }

  private int status(Path stem, List<String> different) {
    for (String ending : different) {
      common.console().warn(stem + ending + " differs from the file that the provenance names");
    }
    return different.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
  }
}
