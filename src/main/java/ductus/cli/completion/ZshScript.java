package ductus.cli.completion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh: a file for its {@code fpath}, or to be evaluated. */
final class ZshScript {
  private static final String BEGINNING =
      """
      #compdef ductus
      # zsh completion for ductus
      _ductus_names_or_files() {
        compadd -- "$@"
        _files
      }
      """;

  private static final String END =
      """
      if [ "$funcstack[1]" = "_ductus" ]; then
        _ductus "$@"
      else
        compdef _ductus ductus
      fi
      """;

  private ZshScript() {}

  /** The script for all commands. */
  static String of(CommandLine root, ShippedNames shipped) {
    StringBuilder script = new StringBuilder(BEGINNING);
    ArgumentCompletion.all(root).forEach(command -> add(script, command, shipped));
    return script.append(END).toString();
  }

  private static String function(CommandLine command) {
    String words = ArgumentCompletion.words(command);
    return words.isEmpty() ? "_ductus" : "_ductus_" + words.replaceAll("\\W", "_");
  }

  private static void add(StringBuilder script, CommandLine command, ShippedNames shipped) {
    script.append(function(command)).append("() {\n");
    List<Map.Entry<String, CommandLine>> commands = ArgumentCompletion.commands(command);
    if (!commands.isEmpty()) {
      script.append("  if (( CURRENT > 2 )); then\n    case $words[2] in\n");
      for (Map.Entry<String, CommandLine> below : commands) {
        script.append(
            String.format(
                Locale.ROOT,
                "      %s) shift words; (( CURRENT-- )); %s; return ;;\n",
                below.getKey(),
                function(below.getValue())));
      }
      script.append("    esac\n  elif [[ $words[2] != -* ]]; then\n    local -a commands\n");
      script.append("    commands=(\n");
      for (Map.Entry<String, CommandLine> below : commands) {
        String summary =
            ArgumentCompletion.summary(
                below.getValue().getCommandSpec().usageMessage().description());
        script.append(
            String.format(Locale.ROOT, "      %s\n", quoted(below.getKey() + ":" + summary)));
      }
      script.append("    )\n    _describe -t commands command commands\n  fi\n");
    }
    script.append("  _arguments -s");
    for (OptionSpec option : ArgumentCompletion.options(command)) {
      String summary = escaped(ArgumentCompletion.summary(option.description()), "[]");
      for (String name : ArgumentCompletion.names(option)) {
        StringBuilder spec = new StringBuilder();
        if (option.isMultiValue()) {
          spec.append('*');
        } else if (option.names().length > 1) {
          spec.append('(').append(String.join(" ", option.names())).append(')');
        }
        spec.append(name);
        if (ArgumentCompletion.hasValue(option)) {
          spec.append(name.startsWith("--") ? "=" : "+");
        }
        spec.append('[').append(summary).append(']');
        if (ArgumentCompletion.hasValue(option)) {
          ArgumentCompletion values = ArgumentCompletion.of(command, option, shipped);
          spec.append(action(option.paramLabel(), values, option.isMultiValue()));
        }
        script.append(" \\\n    ").append(quoted(spec.toString()));
      }
    }
    for (PositionalParamSpec argument : ArgumentCompletion.arguments(command)) {
      String place =
          argument.arity().isVariable() ? "*" : String.valueOf(argument.index().min() + 1);
      ArgumentCompletion values = ArgumentCompletion.of(command, argument, shipped);
      script
          .append(" \\\n    ")
          .append(quoted(place + action(argument.paramLabel(), values, false)));
    }
    script.append("\n}\n");
  }

  private static String action(String label, ArgumentCompletion values, boolean several) {
    String words =
        values.words().stream().map(word -> escaped(word, ":()")).collect(Collectors.joining(" "));
    String action;
    if (values.words().isEmpty()) {
      action = values.files() ? "_files" : " ";
    } else if (values.files()) {
      action = " _ductus_names_or_files " + words;
    } else {
      action =
          several ? "_values -s , " + label.replace(' ', '-') + " " + words : "(" + words + ")";
    }
    return ":" + escaped(label, ":") + ":" + action;
  }

  private static String escaped(String text, String special) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(each -> escaped.append(special.indexOf(each) < 0 ? "" : "\\").append((char) each));
    return escaped.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
