package ductus.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, as {@code man(7)} has it. */
final class ManualPage {
  private static final String SECTION = "1";

  private final CommandSpec command;
  private final Roff page = new Roff();

  private ManualPage(CommandLine line) {
    this.command = line.getCommandSpec();
  }

  /** Name of the page of a command, such as {@code ductus-hand-add}. */
  static String name(CommandLine line) {
    return line.getCommandSpec().qualifiedName("-");
  }

  /** Name of its file. */
  static String file(CommandLine line) {
    return name(line) + "." + SECTION;
  }

  /**
   * The page.
   *
   * @param version of the program
   */
  static String of(CommandLine line, String version) {
    return new ManualPage(line).write(line, version);
  }

  private String write(CommandLine line, String version) {
    String name = name(line);
    page.macro("TH", name.toUpperCase(Locale.ROOT), SECTION, "", version, "Ductus");
    List<String> paragraphs = paragraphs(command.usageMessage().description());
    String first = paragraphs.isEmpty() ? "" : paragraphs.get(0);
    int end = first.indexOf(". ");
    page.macro("SH", "NAME")
        .text(name + " - " + (end < 0 ? first.replaceFirst("[.:]$", "") : first.substring(0, end)));
    page.macro("SH", "SYNOPSIS");
    for (String synopsis : synopses(line)) {
      page.raw(synopsis).macro("br");
    }
    page.macro("SH", "DESCRIPTION");
    for (int i = 0; i < paragraphs.size(); i++) {
      if (i > 0) {
        page.macro("PP");
      }
      page.text(paragraphs.get(i));
    }
    commands(line);
    arguments();
    options();
    if (line.getParent() == null) {
      surroundings();
    }
    footer();
    seeAlso(line);
    return page.toString();
  }

  /** Parts of a description between empty lines. */
  private static List<String> paragraphs(String... lines) {
    return Stream.of(String.join("\n", lines).replace("%n", "\n").split("\n\\s*\n", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private List<String> synopses(CommandLine line) {
    List<String> synopses = new ArrayList<>();
    String words = Roff.bold(command.qualifiedName());
    boolean group = !line.getSubcommands().isEmpty();
    if (group) {
      synopses.add(words + " " + Roff.italic("COMMAND") + " ...");
    }
    if (!group || !command.positionalParameters().isEmpty()) {
      String arguments =
          command.positionalParameters().stream()
              .filter(each -> !each.hidden())
              .map(ManualPage::synopsis)
              .collect(Collectors.joining());
      synopses.add(words + " [" + Roff.italic("OPTION") + "]..." + arguments);
    }
    return synopses;
  }

  private static String synopsis(PositionalParamSpec argument) {
    String label = Roff.italic(argument.paramLabel());
    String several = argument.arity().isVariable() ? "..." : "";
    return argument.arity().min() == 0 ? " [" + label + "]" + several : " " + label + several;
  }

  private static List<CommandLine> below(CommandLine line) {
    return line.getSubcommands().values().stream()
        .distinct()
        .filter(each -> !each.getCommandSpec().usageMessage().hidden())
        .toList();
  }

  private void commands(CommandLine line) {
    if (below(line).isEmpty()) {
      return;
    }
    page.macro("SH", "COMMANDS");
    for (CommandLine each : below(line)) {
      CommandSpec spec = each.getCommandSpec();
      page.macro("TP")
          .raw(
              Stream.concat(Stream.of(spec.name()), Arrays.stream(spec.aliases()))
                  .map(Roff::bold)
                  .collect(Collectors.joining(", ")));
      List<String> words = paragraphs(spec.usageMessage().description());
      page.text(words.isEmpty() ? "" : words.get(0));
    }
  }

  private void arguments() {
    List<PositionalParamSpec> shown =
        command.positionalParameters().stream().filter(each -> !each.hidden()).toList();
    if (!shown.isEmpty()) {
      page.macro("SH", "ARGUMENTS");
    }
    for (PositionalParamSpec each : shown) {
      page.macro("TP").raw(Roff.italic(each.paramLabel()));
      page.text(String.join(" ", each.description()));
    }
  }

  private void options() {
    List<ArgGroupSpec> headed =
        command.argGroups().stream()
            .filter(group -> group.heading() != null)
            .sorted(Comparator.comparingInt(ArgGroupSpec::order))
            .toList();
    List<OptionSpec> apart =
        headed.stream().flatMap(group -> group.allOptionsNested().stream()).toList();
    page.macro("SH", "OPTIONS");
    options(command.options().stream().filter(option -> !apart.contains(option)).toList());
    for (ArgGroupSpec group : headed) {
      String heading = String.valueOf(group.heading()).replace("%n", "").strip();
      page.macro(
          "SS", heading.endsWith(":") ? heading.substring(0, heading.length() - 1) : heading);
      options(group.allOptionsNested());
    }
  }

  private void options(List<OptionSpec> options) {
    options.stream()
        .filter(option -> !option.hidden())
        .sorted(
            Comparator.comparingInt((OptionSpec option) -> Math.max(0, option.order()))
                .thenComparing(OptionSpec::longestName))
        .forEach(this::option);
  }

  private void option(OptionSpec option) {
    String value =
        option.arity().max() == 0
            ? ""
            : (option.longestName().startsWith("--") ? "=" : " ")
                + Roff.italic(option.paramLabel());
    String names =
        Arrays.stream(option.names())
            .sorted(Comparator.comparingInt(String::length))
            .map(
                name ->
                    option.negatable() && name.startsWith("--")
                        ? "--[no-]" + name.substring(2)
                        : name)
            .map(Roff::bold)
            .collect(Collectors.joining(", "));
    page.macro("TP").raw(names + value).text(String.join(" ", option.description()));
  }

  private void surroundings() {
    page.macro("SH", "EXIT STATUS");
    Map<String, String> statuses =
        new TreeMap<>(
            Map.of(
                "0", "Done.",
                "1", "Failed; one line on standard error says why.",
                "2", "Wrong usage.",
                "3", "Done, but some inputs were left out; they are named."));
    statuses.forEach((status, words) -> page.macro("TP").raw(Roff.bold(status)).text(words));
    page.macro("SH", "ENVIRONMENT");
    Map<String, String> variables =
        new TreeMap<>(
            Map.of(
                "DUCTUS_OPTIONS", "Options for every command that has them.",
                "DUCTUS_CONFIG", "The file of settings; empty for none.",
                "DUCTUS_DATA", "The folder of hands that were added.",
                "DUCTUS_CACHE", "The folder of what can be made again; empty for none.",
                "JAVA_TOOL_OPTIONS", "Options for Java, such as -Xmx4g for more memory."));
    variables.forEach((name, words) -> page.macro("TP").raw(Roff.bold(name)).text(words));
    page.macro("SH", "FILES");
    page.macro("TP")
        .raw(Roff.italic("~/.config/ductus/config"))
        .text("Options that are to hold always; see ductus-config(1).");
    page.macro("TP").raw(Roff.italic("~/.local/share/ductus/hands")).text("Hands that were added.");
  }

  /** Lines of a footer; those that go on below an example are examples, too. */
  private void footer() {
    List<String> lines =
        Stream.of(command.usageMessage().footer())
            .flatMap(each -> each.lines())
            .filter(each -> !each.isBlank())
            .toList();
    if (lines.isEmpty()) {
      return;
    }
    boolean examples = lines.get(0).startsWith("Example: ");
    page.macro("SH", examples ? "EXAMPLES" : "NOTES");
    for (String line : lines) {
      if (examples) {
        page.typed(line.replaceFirst("^Example: ", "").strip());
      } else {
        page.text(line.strip()).macro("br");
      }
    }
  }

  private void seeAlso(CommandLine line) {
    List<CommandLine> related = new ArrayList<>(below(line));
    CommandLine parent = line.getParent();
    if (parent != null) {
      related.add(0, parent);
    }
    page.macro("SH", "SEE ALSO");
    page.raw(
        related.stream()
            .map(each -> Roff.bold(name(each)) + "(" + SECTION + ")")
            .collect(Collectors.joining(", ")));
  }
}
