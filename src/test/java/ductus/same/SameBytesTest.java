package ductus.same;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Ductus makes has the same bytes on every machine. */
class SameBytesTest {
  private static final Variation USUAL = Variation.of("");

  @TempDir private Path folder = Path.of("");

  @Test
  void quickCommandsMakeTheSameElsewhere() throws Exception {
    List<String> quick =
        SameCommand.all().stream().filter(SameCommand::brief).map(SameCommand::name).toList();
    assertSame(
        quick,
        List.of(
            Variation.of(
                "threads=2 bits=128 locale=ar-EG-u-nu-arab zone=Pacific/Apia encoding=ISO-8859-1"
                    + " names=C folder=zwei_Worte order=backward")));
  }

  @Tag("long")
  @Test
  @Timeout(3600)
  void allCommandsMakeTheSameEverywhere() throws Exception {
    List<String> all = SameCommand.all().stream().map(SameCommand::name).toList();
    assertSame(all, Machines.all());
  }

  private void assertSame(List<String> commands, List<Variation> variations) throws Exception {
    SameBytes same = new SameBytes(folder, commands);
    assertEquals(List.of(), same.differences(USUAL));
    List<String> different = new ArrayList<>();
    for (Variation variation : variations) {
      same.differences(variation).forEach(found -> different.add(found + ", " + variation));
    }
    assertEquals(List.of(), different);
  }

  /** The program speaks English, whatever the machine does. */
  @Test
  void complaintsHaveTheSameDigits() throws Exception {
    String said = said("locale=ar-EG", 2, "write", "Hello", "--threads", "99");
    assertTrue(said.contains("--threads must be 1 to 2,"), said);
  }

  /** To Turks an I is no small i with a dot, and stands elsewhere in the alphabet. */
  @Test
  void optionsAreExplainedInTheSameOrder() throws Exception {
    String said = said("locale=tr-TR", 0, "help", "write");
    assertTrue(said.indexOf("--ink=COLOR") < said.indexOf("--kernels=NAME"), said);
  }

  private String said(String variation, int status, String... words) throws Exception {
    Path said = folder.resolve("said.txt");
    List<String> command = new ArrayList<>(Variation.of(variation).command());
    command.add(Ductus.class.getName());
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("DUCTUS_CONFIG", "");
    assertEquals(status, builder.start().waitFor());
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}
