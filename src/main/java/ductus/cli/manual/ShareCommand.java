package ductus.cli.manual;

import ductus.cli.completion.CompletionScripts;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ductus share FOLDER}: for whoever packs Ductus. */
@Command(
    name = "share",
    hidden = true,
    description =
        "Writes manual pages and completion for shells as they lie below /usr/share: for packages.")
public final class ShareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Such as /usr/local/share.")
  private Path folder = Path.of("");

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    CommandLine root = spec.root().commandLine();
    List<String> written = new ArrayList<>();
    for (CommandLine command : commands(root).toList()) {
      Path page = folder.resolve("man/man1").resolve(ManualPage.file(command));
      write(page, ManualPage.of(command, "ductus " + Version.text()), written);
    }
    for (Map.Entry<String, String> script : CompletionScripts.of(root).files().entrySet()) {
      write(folder.resolve(script.getKey()), script.getValue(), written);
    }
    common
        .console()
        .say(String.format(Locale.ROOT, "Wrote %d files below %s", written.size(), folder));
    common.console().printJson(Map.of("files", written));
    return ExitStatus.DONE;
  }

  private static Stream<CommandLine> commands(CommandLine line) {
    return Stream.concat(
        Stream.of(line),
        line.getSubcommands().values().stream()
            .distinct()
            .filter(each -> !each.getCommandSpec().usageMessage().hidden())
            .flatMap(ShareCommand::commands));
  }

  private static void write(Path file, String text, List<String> written) throws IOException {
    AtomicFile.makeFolderOf(file);
    AtomicFile.write(file, text);
    written.add(file.toString());
  }
}
