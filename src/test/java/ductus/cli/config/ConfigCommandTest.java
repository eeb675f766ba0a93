package ductus.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import ductus.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In processes of their own: where settings are is said by the environment. */
class ConfigCommandTest {
  private final Path folder;

  ConfigCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private CommandRun run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "ductus.cli.Ductus"));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("DUCTUS_CONFIG", folder.resolve("settings").toString());
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return new CommandRun(status, Files.readString(out), Files.readString(err));
  }

  private CommandRun config(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("config"));
    all.addAll(List.of(arguments));
    return run(Map.of(), all.toArray(String[]::new));
  }

  @Test
  void setsGetsListsAndUnsets() throws Exception {
    assertEquals(0, config("set", "write.hand", "italic").status());
    assertEquals(0, config("set", "hand.quiet=true").status());
    assertEquals("italic", config("get", "write.hand").out().strip());
    CommandRun list = config("list", "--json");
    assertEquals(
        "italic",
        JsonParser.parseString(list.out())
            .getAsJsonObject()
            .getAsJsonObject("settings")
            .get("write.hand")
            .getAsString());
    assertEquals(0, config("unset", "write.hand").status());
    CommandRun gone = config("get", "write.hand");
    assertEquals(1, gone.status());
    assertTrue(gone.err().contains("write.hand is not set"), gone.err());
    assertEquals("hand.quiet = true\n", Files.readString(folder.resolve("settings")));
  }

  @Test
  void refusesUnknownKeysAndWrongValuesAndKeepsTheFile() throws Exception {
    Files.writeString(folder.resolve("settings"), "seed = 1\n");
    CommandRun unknown = config("set", "write.hnad", "x");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("did you mean write.hand?"), unknown.err());
    CommandRun wrong = config("set", "seed", "many");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("--seed must be a whole number but was many"), wrong.err());
    assertEquals("seed = 1\n", Files.readString(folder.resolve("settings")));
  }

  @Test
  void saysWhereThereIsNoPlaceForSettings() throws Exception {
    CommandRun nowhere = run(Map.of("DUCTUS_CONFIG", ""), "config", "set", "seed", "1");
    assertEquals(1, nowhere.status());
    assertTrue(nowhere.err().contains("name a file with DUCTUS_CONFIG"), nowhere.err());
  }

  @Test
  void countsForTheProgramThatAUserStarts() throws Exception {
    Files.writeString(folder.resolve("settings"), "hand.list.threads = none\n");
    CommandRun list = run(Map.of(), "hand", "list");
    assertEquals(2, list.status());
    assertTrue(
        list.err()
            .contains("settings: line 1: hand.list.threads: --threads must be a whole number"),
        list.err());
    CommandRun variable = run(Map.of("DUCTUS_OPTIONS", "--threads 0"), "hand", "list");
    assertTrue(variable.err().contains("DUCTUS_OPTIONS: --threads must be"), variable.err());
  }
}
