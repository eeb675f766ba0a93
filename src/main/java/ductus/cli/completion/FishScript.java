package ductus.cli.completion;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish. */
final class FishScript {
  private static final String BEGINNING =
      """
      # fish completion for ductus
      set -g __ductus_commands %s
      function __ductus_at
          set -l path
          for word in (commandline -opc)[2..-1]
              contains -- (string join -- ' ' $path $word) $__ductus_commands; or break
              set path $path $word
          end
          contains -- (string join -- ' ' $path) $argv; or test -z "$path" -a "$argv" = ''
      end
      complete -c ductus -f
      """;

  private FishScript() {}

  /** The script for all commands. */
  static String of(CommandLine root, ShippedNames shipped) {
    StringBuilder script = new StringBuilder();
    script.append(
        BEGINNING.replace(
            "%s",
            ArgumentCompletion.all(root)
                .skip(1)
                .flatMap(command -> BashScript.paths(command).stream())
                .map(path -> quoted(path.strip()))
                .collect(Collectors.joining(" "))));
    ArgumentCompletion.all(root).forEach(command -> add(script, command, shipped));
    return script.toString();
  }

  private static void add(StringBuilder script, CommandLine command, ShippedNames shipped) {
    String at =
        "__ductus_at "
            + BashScript.paths(command).stream()
                .map(path -> '"' + path.strip() + '"')
                .collect(Collectors.joining(" "));
    String line = "complete -c ductus -n " + quoted(at);
    for (Map.Entry<String, CommandLine> below : ArgumentCompletion.commands(command)) {
      String summary =
          ArgumentCompletion.summary(
              below.getValue().getCommandSpec().usageMessage().description());
      script.append(
          String.format(Locale.ROOT, "%s -a %s -d %s\n", line, below.getKey(), quoted(summary)));
    }
    for (PositionalParamSpec argument : ArgumentCompletion.arguments(command)) {
      ArgumentCompletion values = ArgumentCompletion.of(command, argument, shipped);
      if (!values.words().isEmpty()) {
        script.append(
            String.format(
                Locale.ROOT,
                "%s -a %s -d %s\n",
                line,
                quoted(String.join(" ", values.words())),
                quoted(argument.paramLabel())));
      }
      if (values.files()) {
        script.append(line).append(" -F\n");
      }
    }
    for (OptionSpec option : ArgumentCompletion.options(command)) {
      script.append(line);
      for (String name : ArgumentCompletion.names(option)) {
        script.append(
            name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
      }
      if (ArgumentCompletion.hasValue(option)) {
        ArgumentCompletion values = ArgumentCompletion.of(command, option, shipped);
        script.append(values.files() ? " -r -F" : " -x");
        if (!values.words().isEmpty()) {
          script.append(" -a ").append(quoted(String.join(" ", values.words())));
        }
      }
      script
          .append(" -d ")
          .append(quoted(ArgumentCompletion.summary(option.description())))
          .append('\n');
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
