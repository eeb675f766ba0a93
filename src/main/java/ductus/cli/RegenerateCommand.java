package ductus.cli;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.music.audio.Rendering;
import ductus.workbench.generation.OutputNames;
import ductus.workbench.generation.Provenance;
import ductus.workbench.generation.TuneWriting;
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
    description = "Makes a generated tune again, byte for byte, from its provenance file.")
final class RegenerateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE.json", description = "The file beside a generated tune.")
  private Path sidecar = Path.of("");

  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    Console console = common.console();
    Provenance provenance = Provenance.read(sidecar);
    String kernels = KernelChoice.best().name();
    if (!kernels.equals(provenance.kernels())) {
      console.warn(
          "was made with the kernels %s, this Java has %s: the tune may come out otherwise"
              .formatted(provenance.kernels(), kernels));
    }
    if (!Rendering.isReproducible(provenance.soundBank())) {
      console.warn(
          "the WAV was made with Java's emergency sound bank, which differs from home to home:"
              + " its bytes may differ");
    }
    Path stem = OutputNames.stems(out.path().orElse(null), "again", 1).get(0);
    TuneWriting.Regenerated again =
        new TuneWriting(Version.text(), common.threads()).again(sidecar, provenance, stem);
    TuneReport.Result result =
        TuneReport.Result.of(provenance.request().seed(), List.of(again.tune()));
    result.print(console);
    console.printJson(result);
    for (String ending : again.different()) {
      console.warn(stem + ending + " differs from the file that the provenance names");
    }
    return again.different().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
  }
}
