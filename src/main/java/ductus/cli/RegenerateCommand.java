package ductus.cli;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.music.audio.WavRenderer.Rendering;
import ductus.provenance.NewNames;
import ductus.provenance.Provenance;
import ductus.task.registry.Regenerable;
import ductus.task.registry.Regenerators;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus regenerate FILE.json}. */
@Piped
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
    Console console = common.console();
    Regenerable<?> before = new Regenerators(Version.text(), common.threads()).open(sidecar);
    warnOfOthers(before.provenance());
    try (NewNames names = before.names(out.path().orElse(null))) {
      Path stem = names.next();
      Regenerable.Regenerated again;
      try (Progress progress = console.progress("Regenerating")) {
        again = before.again(stem, progress::reach);
      }
      console.report(again.report());
      for (String ending : again.different()) {
        console.warn(stem + ending + " differs from the file that the provenance names");
      }
      return again.different().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
  }

  /** Warns of kernels and sounds with which it may come out otherwise. */
  private void warnOfOthers(Provenance<?> before) {
    String kernels = KernelChoice.best().name();
    if (!kernels.equals(before.kernels())) {
      common
          .console()
          .warn(
              String.format(
                  Locale.ROOT,
                  "was made with the kernels %s, this Java has %s: it may come out otherwise",
                  before.kernels(),
                  kernels));
    }
    String bank = before.soundBank();
    if (bank != null && !Rendering.isReproducible(bank)) {
      common
          .console()
          .warn(
              "the WAV was made with Java's emergency sound bank, which differs from home to home:"
                  + " its bytes may differ");
    }
  }
}
