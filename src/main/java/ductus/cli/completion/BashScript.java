package ductus.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for bash, 3.2 (of macOS) or newer. */
final class BashScript {
  private static final String BEGINNING =
      """
      # bash completion for ductus
      _ductus() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
        local path= i words= files= value= IFS=$' \\t\\n'
        # Bash takes --to=svg for three words.
        if [[ $cur == "=" ]]; then
          cur=
        elif [[ $prev == "=" ]]; then
          prev=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case "$path ${COMP_WORDS[i]}" in
            %s) path="$path ${COMP_WORDS[i]}" ;;
            *) break ;;
          esac
        done
        case "$path $prev" in
      """;

  private static final String MIDDLE =
      """
        esac
        if [[ -z $value ]]; then
          case "$path" in
      """;

  private static final String END =
      """
          esac
        fi
        COMPREPLY=()
        IFS=$'\\n'
        if [[ -n $words ]]; then
          local before=
          if [[ -n $value && $cur == *,* ]]; then
            before=${cur%,*},
          fi
          COMPREPLY=($(compgen -P "$before" -W "${words// /$'\\n'}" -- "${cur#"$before"}"))
        fi
        if [[ -n $files ]]; then
          compopt -o filenames 2>/dev/null
          COMPREPLY+=($(compgen -f -- "$cur"))
        fi
      }
      complete -F _ductus ductus
      """;

  private BashScript() {}

  /** The script for all commands. */
  static String of(CommandLine root, ShippedNames shipped) {
    StringBuilder script = new StringBuilder();
    List<CommandLine> all = ArgumentCompletion.all(root).toList();
    script.append(
        BEGINNING.replace(
            "%s",
            all.stream()
                .skip(1)
                .flatMap(command -> paths(command).stream())
                .map(path -> '"' + path + '"')
                .collect(Collectors.joining("|"))));
    for (CommandLine command : all) {
      for (OptionSpec option : ArgumentCompletion.options(command)) {
        if (ArgumentCompletion.hasValue(option)) {
          ArgumentCompletion values = ArgumentCompletion.of(command, option, shipped);
          script.append(
              String.format(
                  Locale.ROOT, "    %s) value=1%s ;;\n", patterns(command, option), set(values)));
        }
      }
    }
    script.append(MIDDLE);
    for (CommandLine command : all) {
      script.append(
          String.format(
              Locale.ROOT,
              "      %s)\n",
              paths(command).stream()
                  .map(path -> '"' + path + '"')
                  .collect(Collectors.joining("|"))));
      script.append(
          String.format(
              Locale.ROOT, "        if [[ $cur == -* ]]; then words=\"%s\"\n", options(command)));
      List<String> commands =
          ArgumentCompletion.commands(command).stream().map(Map.Entry::getKey).toList();
      List<String> words = new ArrayList<>(commands);
      boolean files = false;
      for (PositionalParamSpec argument : ArgumentCompletion.arguments(command)) {
        ArgumentCompletion values = ArgumentCompletion.of(command, argument, shipped);
        words.addAll(values.words());
        files |= values.files();
      }
      script.append(
          String.format(
              Locale.ROOT,
              "        else :;%s\n        fi ;;\n",
              set(new ArgumentCompletion(words, files))));
    }
    return script.append(END).toString();
  }

  private static String set(ArgumentCompletion values) {
    String words =
        values.words().isEmpty() ? "" : " words=\"" + String.join(" ", values.words()) + '"';
    return words + (values.files() ? " files=1" : "");
  }

  private static String options(CommandLine command) {
    return ArgumentCompletion.options(command).stream()
        .flatMap(option -> ArgumentCompletion.names(option).stream())
        .collect(Collectors.joining(" "));
  }

  private static String patterns(CommandLine command, OptionSpec option) {
    StringJoiner patterns = new StringJoiner("|");
    for (String path : paths(command)) {
      for (String name : option.names()) {
        patterns.add('"' + path + " " + name + '"');
      }
    }
    return patterns.toString();
  }

  /** The words of a command, each behind a blank, by all its names. */
  static List<String> paths(CommandLine command) {
    CommandLine parent = command.getParent();
    if (parent == null) {
      return List.of("");
    }
    List<String> names =
        Stream.concat(
                Stream.of(command.getCommandName()), Stream.of(command.getCommandSpec().aliases()))
            .distinct()
            .toList();
    return paths(parent).stream()
        .flatMap(path -> names.stream().map(name -> path + " " + name))
        .toList();
  }
}
