package ductus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Windows' command processor stumbles over, and what can be seen without it. */
class CommandScriptTest {
  private static final Pattern JUMP =
      Pattern.compile("(?:goto |call :)(\\w+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL = Pattern.compile("(?m)^:(\\w+)");

  private static String read(String script) throws IOException {
    return Files.readString(Path.of(script), StandardCharsets.US_ASCII);
  }

  /** With other ends of lines it skips labels now and then. */
  @ParameterizedTest
  @ValueSource(strings = {"ductus.cmd", "src/package/bin/ductus.cmd"})
  void linesEndAsOnWindows(String script) throws IOException {
    String[] lines = read(script).split("\n", -1);
    for (String line : List.of(lines).subList(0, lines.length - 1)) {
      assertTrue(line.endsWith("\r"), line);
    }
    assertEquals("", lines[lines.length - 1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ductus.cmd", "src/package/bin/ductus.cmd"})
  void everyJumpHasItsLabel(String script) throws IOException {
    String text = read(script);
    assertEquals(found(LABEL, text), found(JUMP, text));
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1).toLowerCase(Locale.ROOT));
    }
    return names;
  }

  /** A path with a bracket in it, such as that of "Program Files (x86)", would end a block. */
  @ParameterizedTest
  @ValueSource(strings = {"ductus.cmd", "src/package/bin/ductus.cmd"})
  void noBlockIsOpen(String script) throws IOException {
    assertTrue(Arrays.stream(read(script).split("\r\n", -1)).noneMatch(line -> line.endsWith("(")));
  }
}
