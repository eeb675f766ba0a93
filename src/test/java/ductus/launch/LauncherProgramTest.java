package ductus.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.FakeMachine;
import ductus.FakeMachine.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ductus.cmd} has decided by Java, on a machine where Maven can be a script. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its Maven is a script for a POSIX shell")
class LauncherProgramTest {
  private final Path folder;
  private FakeMachine machine;

  LauncherProgramTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    machine = new FakeMachine(this.folder);
  }

  @BeforeEach
  void begin() throws IOException {
    machine.with("MAVEN_JAR", program().toString()).with("JFUGUE_JAR", "none");
    Files.createDirectories(machine.root().resolve("corpora"));
    Files.createDirectories(machine.root().resolve("src/main/java/ductus/launch"));
  }

  @AfterEach
  void end() throws IOException {
    machine.close();
  }

  /** A jar that says what it is told. */
  private Path program() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoProgram.class.getName());
    Path jar = folder.resolve("program.jar");
    String entry = EchoProgram.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream in =
            Objects.requireNonNull(EchoProgram.class.getResourceAsStream("/" + entry))) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
    }
    return jar;
  }

  private Said launch(String... arguments) throws Exception {
    return machine.java(Launcher.class, arguments);
  }

  private static void assertSays(Said said, int status, String line) {
    assertEquals(status, said.status(), said.err());
    assertTrue(said.lines().contains(line), said.err());
  }

  private static void assertFails(Said said, String beginning) {
    assertEquals(1, said.status(), said.err());
    assertTrue(said.lines().stream().anyMatch(line -> line.startsWith(beginning)), said.err());
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(machine.root().resolve("target"))) {
      return all.filter(
              each -> {
                String name = each.getFileName().toString();
                return name.startsWith("quick-") || name.endsWith(".lock");
              })
          .toList();
    }
  }

  @Test
  void buildsOnceAndAgainWhereASourceIsNewer() throws Exception {
    Said first = launch("write", "Dear Anna & Co!");
    assertSays(first, 3, "building (first time: about a minute, with downloads) ...");
    assertEquals(
        List.of("home " + machine.root(), "write", "Dear Anna & Co!"),
        first.out().lines().toList());
    assertTrue(machine.builds().get(0).contains("-Dwithout.jfugue"), "" + machine.builds());
    Said second = launch("inspect", "x");
    assertEquals("", second.err());
    assertEquals(List.of(), machine.builds());
    machine.touch("src/main/A.java");
    assertSays(launch("inspect", "x"), 3, "building ...");
    assertEquals(List.of(), left());
  }

  @Test
  void takesNoLibraryThatIsNotKnown() throws Exception {
    machine.with("MAVEN_LIBRARY", "known");
    assertSays(
        launch("inspect", "x"), 3, "building (first time: about a minute, with downloads) ...");
    assertTrue(machine.builds().get(0).contains("-C"), "checksums of what is fetched must fit");
    machine.touch("src/main/A.java").with("MAVEN_LIBRARY", "another");
    Said said = launch("inspect", "x");
    assertEquals(1, said.status());
    assertTrue(
        said.err().contains("the library some-1.0.jar is not the one that is known"), said.err());
    assertEquals(List.of(), left());
  }

  @Test
  void aBuildThatFailsLeavesTheJarAndNamesTheLine() throws Exception {
    launch("inspect", "x");
    machine.touch("pom.xml").with("MAVEN_COMPLAINT", "src/main/A.java:[3,7] ';' expected");
    Said said = launch("inspect", "x");
    assertSays(said, 1, "src/main/A.java:[3,7] ';' expected");
    assertSays(said, 1, "the build failed (all of Maven's output: target/build.log)");
    assertTrue(Files.exists(machine.root().resolve("target/ductus.jar")));
    assertEquals(List.of(), left());
  }

  @Test
  void needsMavenWhereThereIsSomethingToBuild() throws Exception {
    machine.with("MAVEN_VERSION", "3.6.3");
    assertFails(launch("x"), "needs Maven 3.8 or newer to build, found 3.6.3; get it");
    machine.with("MAVEN_VERSION", "4.0.0");
    assertEquals(3, launch("x").status());
    machine.withoutMaven();
    assertEquals(3, launch("x").status());
    machine.touch("src/main/A.java");
    assertFails(launch("x"), "needs Maven 3.8 or newer to build, found none; get it");
  }

  @Test
  void jFugueIsWhatItIsKnownToBe() throws Exception {
    Path other = Files.writeString(folder.resolve("other.jar"), "no jar");
    machine.with("MAVEN_ARGS", "-Dmaven.repo.local=" + folder.resolve("nothing"));
    machine.with("JFUGUE_JAR", "other.jar");
    assertFails(launch("x"), other + " is not the JFugue 4.0.3 that is known here (SHA-256 ");
    machine.with("JFUGUE_JAR", "missing.jar");
    assertFails(launch("x"), "JFUGUE_JAR must name a file but was ");
  }

  @Test
  void aLockWithoutAnOwnerIsNotWaitedFor() throws Exception {
    Path lock = Files.createDirectories(machine.root().resolve("target/build.lock"));
    Files.writeString(lock.resolve("owner"), "999999999\n");
    assertEquals(3, launch("x").status());
    assertEquals(List.of(), left());
  }

  @Test
  void isCompiledAnewWhereItIsNewer() throws Exception {
    Path running = machine.root().resolve("target/launcher/ductus/launch/Launcher.class");
    Files.createDirectories(running.getParent());
    Files.writeString(running, "");
    assertEquals(3, launch("x").status());
    Files.writeString(machine.root().resolve("src/main/java/ductus/launch/New.java"), "");
    machine.touch("src/main/java/ductus/launch/New.java");
    assertEquals(75, launch("x").status());
  }

  @Test
  void testsSayWhatWasRun() throws Exception {
    Said without = launch("test");
    assertSays(without, 0, "7 tests run, 0 failed, 1 skipped");
    assertSays(without, 0, "long tests were left out: 'ductus test --long' runs them, too");
    assertEquals(List.of(), left());
    assertSays(launch("test", "--long"), 0, "7 tests run, 0 failed, 1 skipped");
    assertTrue(
        machine.builds().stream().anyMatch(build -> build.contains("-Dtests.excluded=docs")),
        "" + machine.builds());
    assertSays(launch("test", "--docs"), 0, "7 tests run, 0 failed, 1 skipped");
    assertTrue(
        machine.builds().stream().anyMatch(build -> build.contains("-Dtest.groups=docs")),
        "" + machine.builds());
    machine
        .with("MAVEN_STATUS", "1")
        .with("MAVEN_TESTS", "Tests run: 7, Failures: 2, Errors: 1, Skipped: 0");
    Said failed = launch("test");
    assertSays(failed, 1, "7 tests run, 3 failed, 0 skipped");
    assertSays(failed, 1, "the tests or the checks beside them did not pass");
    machine.with("MAVEN_STATUS", "0").with("MAVEN_TESTS", "");
    assertSays(launch("test"), 1, "no test was run");
  }

  @Test
  void saysWhatIsForAnotherShell() throws Exception {
    assertSays(
        launch("package"),
        2,
        "'package' needs a POSIX shell; in Git Bash or WSL call 'sh ductus package'");
    assertSays(
        launch("test", "fast"),
        2,
        "test must stand alone or be followed by --long or --docs, but was followed by fast");
    assertFalse(Files.exists(machine.root().resolve("target")));
  }
}
