package ductus.cli.help;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The list of all commands, by what one wants to do with them. */
public final class CommandTopics implements IHelpSectionRenderer {
  private static final String REST = "Look";

  /** Commands by topics; what is in none is at the end of the last. */
  private static final Map<String, List<String>> TOPICS = topics();

  private static Map<String, List<String>> topics() {
    Map<String, List<String>> topics = new LinkedHashMap<>();
    topics.put(
        "Make",
        List.of(
            "demo",
            "generate",
            "harmonise",
            "humanise",
            "write",
            "hand",
            "draw",
            "export",
            "plot",
            "play",
            "jam",
            "regenerate"));
    topics.put("Learn", List.of("train", "sweep", "corpus", "text", "series"));
    topics.put(
        "Read",
        List.of(
            "recognise",
            "reader",
            "transcribe",
            "speech",
            "caption",
            "translate",
            "classify",
            "tag"));
    topics.put("Measure", List.of("evaluate", "surprise", "lab"));
    topics.put(REST, List.of("inspect", "studio", "doctor", "config", "completion", "help"));
    return topics;
  }

  /** Has a command line list its commands by topics. */
  public static void addTo(CommandLine line) {
    Map<String, IHelpSectionRenderer> sections = line.getHelpSectionMap();
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandTopics());
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
  }

  /** The topic of a command. */
  static String of(String command) {
    return TOPICS.entrySet().stream()
        .filter(topic -> topic.getValue().contains(command))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(REST);
  }

  @Override
  public String render(Help help) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<String>> topic : TOPICS.entrySet()) {
      Map<String, Help> listed = new LinkedHashMap<>();
      Stream.concat(topic.getValue().stream(), rest(help, topic.getKey()))
          .forEach(name -> put(listed, help, name));
      if (!listed.isEmpty()) {
        text.append(System.lineSeparator()).append(topic.getKey()).append(':');
        text.append(System.lineSeparator()).append(help.commandList(listed));
      }
    }
    return text.toString();
  }

  /** Commands that stand in no topic's list but are of this one. */
  private static Stream<String> rest(Help help, String topic) {
    return help.subcommands().values().stream()
        .map(command -> command.commandSpec().name())
        .filter(
            name ->
                of(name).equals(topic) && !TOPICS.getOrDefault(topic, List.of()).contains(name));
  }

  /** A command is there by all its names together. */
  private static void put(Map<String, Help> listed, Help help, String name) {
    help.subcommands()
        .forEach(
            (names, command) -> {
              if (command.commandSpec().name().equals(name)) {
                listed.put(names, command);
              }
            });
  }
}
