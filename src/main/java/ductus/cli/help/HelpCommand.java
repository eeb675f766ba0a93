package ductus.cli.help;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code ductus help COMMAND}, the same as {@code ductus COMMAND --help}. */
@Command(name = "help", description = "Explains a command, such as: help write, help hand add.")
public final class HelpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Its words; none for all.")
  private List<String> words = List.of();

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    CommandLine command = spec.root().commandLine();
    for (int i = 0; i < words.size(); i++) {
      CommandLine next = command.getSubcommands().get(words.get(i));
      if (next == null) {
        throw unknown(command, words.subList(i, words.size()));
      }
      command = next;
    }
    String usage = command.getUsageMessage();
    common.console().print(usage.stripTrailing());
    common.console().printJson(Map.of("help", usage));
    return ExitStatus.DONE;
  }

  private RuntimeException unknown(CommandLine command, List<String> rest) {
    if (command.getParent() == null) {
      return new UnmatchedArgumentException(command, new ArrayList<>(rest));
    }
    String known =
        command.getSubcommands().isEmpty()
            ? "it has none"
            : "it has "
                + command.getSubcommands().keySet().stream().collect(Collectors.joining(", "));
    return common.wrongUsage(
        String.format(
            Locale.ROOT,
            "%s has no command '%s'; %s",
            command.getCommandSpec().qualifiedName(),
            rest.get(0),
            known));
  }
}
