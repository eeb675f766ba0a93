package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a failing command leaves on standard output with {@code --json}: one object that parses. */
class JsonFailureTest {
  private final Path folder;

  JsonFailureTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Each command with an option, an argument and a file that it cannot take. */
  @TestFactory
  Stream<DynamicTest> everyFailingCommandPrintsOneObject() throws IOException {
    Files.writeString(folder.resolve("file"), "not a folder");
    return commands(Ductus.commandLine())
        .flatMap(
            command ->
                Stream.of(List.of("--no-such-option"), tooMany(command), impossible(command))
                    .filter(arguments -> !arguments.isEmpty())
                    .map(
                        arguments ->
                            DynamicTest.dynamicTest(
                                name(command) + " " + arguments,
                                () -> assertFailsInJson(command, arguments))));
  }

  private static Stream<CommandLine> commands(CommandLine line) {
    return Stream.concat(
        line.getParent() == null ? Stream.empty() : Stream.of(line),
        line.getSubcommands().values().stream().distinct().flatMap(JsonFailureTest::commands));
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName().substring("ductus ".length());
  }

  /** One argument more than the command takes, if there is a limit to that. */
  private static List<String> tooMany(CommandLine command) {
    int most =
        command.getCommandSpec().positionalParameters().stream()
            .mapToInt(each -> each.arity().isVariable() ? 100 : each.arity().max())
            .sum();
    return most >= 100 ? List.of() : Collections.nCopies(most + 1, "0");
  }

  /** Arguments that name a file that cannot be there, nor be made, where the command wants one. */
  private List<String> impossible(CommandLine command) {
    List<PositionalParamSpec> parameters = command.getCommandSpec().positionalParameters();
    return parameters.stream().filter(ArgSpec::required).findFirst().isEmpty()
        ? List.of()
        : parameters.stream().map(each -> folder.resolve("file/below.mid").toString()).toList();
  }

  private static void assertFailsInJson(CommandLine command, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of(name(command).split(" ", -1)));
    all.add("--json");
    all.addAll(arguments);
    CommandRun run = CommandRun.of(all.toArray());
    assertNotEquals(0, run.status(), run.out());
    JsonObject error = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("error");
    assertEquals(run.status(), error.get("status").getAsInt());
    assertTrue(
        run.err().contains("ductus: " + error.get("message").getAsString()),
        () -> run.out() + run.err());
  }

  @Test
  void wrongUsageOfTheProgramItselfIsAnObjectToo() {
    for (List<String> arguments :
        List.of(
            List.of("--json"),
            List.of("inspct", "--json"),
            List.of("train", "--task", "knitting", "--json"),
            List.of("train", "--json", "--task"))) {
      CommandRun run = inProgram(arguments);
      assertEquals(2, run.status());
      assertEquals(
          2,
          JsonParser.parseString(run.out())
              .getAsJsonObject()
              .getAsJsonObject("error")
              .get("status")
              .getAsInt());
    }
  }

  @Test
  void behindTwoDashesThereAreNoOptions() {
    assertEquals("", CommandRun.of("inspect", "--no-such", "--", "--json").out());
  }

  private static CommandRun inProgram(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Ductus.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new CommandRun(status, out.toString(), err.toString());
  }
}
