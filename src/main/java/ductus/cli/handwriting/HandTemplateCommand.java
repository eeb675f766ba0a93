package ductus.cli.handwriting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.file.AtomicFile;
import ductus.ink.template.HandTemplate;
import ductus.ink.template.LineTemplate;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ductus hand template --out FILE}. */
@Command(
    name = "template",
    description = "Makes a sheet, as SVG, on which to draw a hand of one's own.")
public final class HandTemplateCommand implements Callable<Integer> {
  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "The SVG file to make.")
  private Path out = Path.of("");

  @Option(
      names = "--sentences",
      description = "Sentences to copy, in place of a box for each character.")
  private boolean sentences;

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws IOException {
    if (!out.toString().endsWith(".svg")) {
      throw common.wrongUsage("--out must end in .svg but was " + out);
    }
    if (Files.exists(out)) {
      throw new FileAlreadyExistsException(out.toString());
    }
    AtomicFile.write(out, sentences ? LineTemplate.svg() : HandTemplate.svg());
    Console console = common.console();
    console.print(out.toString());
    console.printJson(Map.of("file", out.toString()));
    return ExitStatus.DONE;
  }
}
