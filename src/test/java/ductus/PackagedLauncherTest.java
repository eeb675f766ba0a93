package ductus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/ductus} of an archive or an image decides, and what it says. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/ductus is a script for a POSIX shell")
class PackagedLauncherTest {
  private static final List<String> TOOLS =
      List.of("cksum", "locale", "mkdir", "mv", "readlink", "rm", "sed", "sh");

  /** Notes its arguments, one a line, but makes no archive of classes. */
  private static final String JAVA =
      """
      #!/bin/sh
      case $* in *ArchiveClassesAtExit*) echo archive >>"%1$s"; exit 0 ;; esac
      printf '%%s\\n' "umask $(umask)" "$0" "$@" >>"%1$s"
      exit 3
      """;

  private final Path folder;
  private final Path place;
  private final Path noted;
  private final Map<String, String> environment = new TreeMap<>();

  PackagedLauncherTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    place = this.folder.resolve("a place for programs/ductus 1");
    noted = this.folder.resolve("noted");
  }

  @BeforeEach
  void unpack() throws IOException {
    Files.createDirectories(place.resolve("bin"));
    Files.copy(Path.of("src/package/bin/ductus"), place.resolve("bin/ductus"));
    Files.copy(Path.of("src/package/bin/studio.options"), place.resolve("bin/studio.options"));
    Files.writeString(place.resolve("ductus.jar"), "its classes");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      for (Path system : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
        if (Files.exists(system.resolve(tool)) && !Files.exists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), system.resolve(tool));
        }
      }
    }
    environment.put("PATH", tools.toString());
    environment.put("HOME", folder.resolve("home of anna").toString());
  }

  private void java(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Path java = Files.writeString(home.resolve("bin/java"), JAVA.formatted(noted));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
  }

  /** Calls the launcher; returns what it said, its status first. */
  private List<String> call(Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the launcher hangs");
    List<String> lines = new ArrayList<>(List.of("" + process.exitValue()));
    lines.addAll(Files.readAllLines(said));
    return lines;
  }

  private List<String> ductus(String... arguments) throws Exception {
    return call(place.resolve("bin/ductus"), arguments);
  }

  @Test
  void startsTheJavaThatCameAlongWithTheArgumentsAsTheyAre() throws Exception {
    java(place.resolve("runtime"), "17.0.9");
    java(folder.resolve("jdk"), "21");
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
    assertEquals(List.of("3"), ductus("write", "Dear  Anna, \"$HOME\" *"));
    List<String> call = Files.readAllLines(noted);
    assertTrue(call.contains(place.resolve("runtime/bin/java").toString()), "" + call);
    assertEquals(
        List.of("-jar", place.resolve("ductus.jar").toString(), "write", "Dear  Anna, \"$HOME\" *"),
        call.subList(call.size() - 4, call.size()));
    assertFalse(call.toString().contains("ductus.home"), "" + call);
  }

  @Test
  void isFoundThroughALinkAndWritesNothingWhereItLies() throws Exception {
    java(place.resolve("runtime"), "17.0.9");
    Path link = Files.createSymbolicLink(folder.resolve("short"), place.resolve("bin/ductus"));
    assertEquals(List.of("3"), call(link, "studio"));
    assertEquals(List.of("3"), call(link, "studio"));
    List<String> call = Files.readAllLines(noted);
    assertEquals(1, call.stream().filter("archive"::equals).count(), "tried once: " + call);
    try (Stream<Path> all = Files.list(place)) {
      assertEquals(3, all.count());
    }
    try (Stream<Path> all = Files.list(folder.resolve("home of anna/.cache/ductus"))) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void aDoubleClickOpensTheStudioWhoseHeapHasALimit() throws Exception {
    java(place.resolve("runtime"), "17.0.9");
    Path desktop = Path.of("src/package/bin/ductus-studio.desktop");
    Path starter = place.resolve("bin/ductus-studio.command");
    Files.copy(Path.of("src/package/bin/ductus-studio.command"), starter);
    assertEquals(List.of("3"), call(starter));
    List<String> call = Files.readAllLines(noted);
    assertEquals("studio", call.get(call.size() - 1));
    assertTrue(call.contains("@" + place.resolve("bin/studio.options")), "" + call);
    assertTrue(Files.readAllLines(place.resolve("bin/studio.options")).contains("-Xmx2g"));
    assertTrue(call.contains("umask 0077"), "what is made there is for its user alone: " + call);

    Files.delete(noted);
    // As a desktop reads it: what it escapes twice, and its own place for %k.
    String exec =
        Files.readAllLines(desktop).stream()
            .filter(line -> line.startsWith("Exec="))
            .findFirst()
            .orElseThrow();
    Matcher parts =
        Pattern.compile("Exec=sh -c \"(.*)\" ductus %k").matcher(exec.replace("\\\\", "\\"));
    assertTrue(parts.matches(), exec);
    String script = parts.group(1).replaceAll("\\\\(.)", "$1").replace("%%", "%");
    String self = place.resolve("bin/ductus-studio.desktop").toString();
    assertEquals(List.of("3"), call(Path.of("-c"), script, "ductus", self));
    List<String> again = Files.readAllLines(noted);
    assertEquals("studio", again.get(again.size() - 1));
  }

  @Test
  void withoutAPlaceForACacheItStartsAllTheSame() throws Exception {
    java(place.resolve("runtime"), "17.0.9");
    environment.remove("HOME");
    assertEquals(List.of("3"), ductus("studio"));
    environment.put("HOME", folder.resolve("said").toString());
    assertEquals(List.of("3"), ductus("studio"));
    environment.put("DUCTUS_CACHE", "");
    assertEquals(List.of("3"), ductus("studio"));
    assertFalse(Files.readAllLines(noted).contains("archive"));
  }

  @Test
  void aJavaThatDoesNotSayItsVersionInAFileIsAsked() throws Exception {
    Path home = folder.resolve("jdk");
    java(home, "");
    Files.delete(home.resolve("release"));
    Files.writeString(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        case $* in -version) echo 'openjdk version "17.0.9"' >&2; exit 0 ;; esac
        exit 3
        """);
    environment.put("JAVA_HOME", home.toString());
    assertEquals(List.of("3"), ductus("studio"));
  }

  @Test
  void needsAJavaOf17() throws Exception {
    List<String> none = ductus("write", "x");
    assertEquals("1", none.get(0));
    assertTrue(none.get(1).startsWith("ductus: needs Java 17 or newer, found none; "), "" + none);
    java(folder.resolve("jdk"), "11.0.2");
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
    List<String> old = ductus("write", "x");
    assertTrue(old.get(1).contains("found Java 11.0.2 in " + folder.resolve("jdk")), "" + old);
    assertFalse(Files.exists(noted));
  }
}
