package ductus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.FakeMachine.Said;
import ductus.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./ductus} decides before there is a program, and what it says. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "./ductus is a script for a POSIX shell")
class LauncherTest {
  private static final String LONG_LEFT_OUT =
      "long tests were left out: './ductus test --long' runs them, too";
  private static final String NO_SPARK =
      "Apache Spark is not there; run './ductus spark setup' first";

  @TempDir Path folder = Path.of("");

  private FakeMachine machine;

  @BeforeEach
  void begin() throws IOException {
    machine = new FakeMachine(folder);
  }

  @AfterEach
  void end() throws IOException {
    machine.close();
  }

  private void assertProgramEnds(String... arguments) throws IOException {
    List<String> call = machine.program();
    assertEquals(
        List.of(arguments), call.subList(call.size() - arguments.length, call.size()), "" + call);
  }

  private static void assertSays(Said said, int status, String line) {
    assertEquals(status, said.status(), said.err());
    assertTrue(said.lines().contains(line), said.err());
  }

  private static void assertFails(Said said, String beginning) {
    assertEquals(1, said.status(), said.err());
    assertTrue(said.lines().stream().anyMatch(line -> line.startsWith(beginning)), said.err());
  }

  private List<Path> left(String beginning) throws IOException {
    try (Stream<Path> all = Files.list(machine.root().resolve("target"))) {
      return all.filter(each -> each.getFileName().toString().startsWith(beginning)).toList();
    }
  }

  @Test
  void buildsOnceAndAgainWhereASourceIsNewer() throws Exception {
    Said first = machine.ductus("inspect", "a tune.mid");
    assertSays(first, 0, "building (first time: about a minute, with downloads) ...");
    assertProgramEnds(
        "-Dductus.home=" + machine.root(),
        "-jar",
        machine.root().resolve("target/ductus.jar").toString(),
        "inspect",
        "a tune.mid");
    assertEquals(1, machine.builds().size());
    assertEquals("", machine.ductus("inspect", "x").err());
    assertEquals(List.of(), machine.builds());
    machine.touch("src/main/A.java");
    assertSays(machine.ductus("inspect", "x"), 0, "building ...");
    assertEquals(List.of(), left("quick-"));
    assertEquals(List.of(), left("build.lock"));
  }

  @Test
  void aBuildThatFailsLeavesTheJarAndNamesTheLine() throws Exception {
    machine.ductus("inspect", "x");
    machine.touch("pom.xml");
    Path jar = machine.root().resolve("target/ductus.jar");
    machine.with("MAVEN_COMPLAINT", "src/main/A.java:[3,7] ';' expected");
    Said said = machine.ductus("inspect", "x");
    assertSays(said, 1, "src/main/A.java:[3,7] ';' expected");
    assertSays(said, 1, "the build failed (all of Maven's output: target/build.log)");
    assertEquals(List.of(), machine.calls("java"));
    assertTrue(Files.exists(jar));
    assertEquals(List.of(), left("quick-"));
    assertEquals(List.of(), left("build.lock"));
  }

  @Test
  void takesNoLibraryThatIsNotKnown() throws Exception {
    machine.with("MAVEN_LIBRARY", "known");
    assertSays(
        machine.ductus("inspect", "x"),
        0,
        "building (first time: about a minute, with downloads) ...");
    assertTrue(machine.builds().get(0).contains("-C"), "checksums of what is fetched must fit");
    machine.touch("src/main/A.java").with("MAVEN_LIBRARY", "another");
    Said said = machine.ductus("inspect", "x");
    assertEquals(1, said.status());
    assertTrue(
        said.err().contains("the library some-1.0.jar is not the one that is known"), said.err());
    assertEquals(List.of(), machine.calls("java"));
    assertEquals(List.of(), left("quick-"));
    assertEquals(List.of(), left("build.lock"));
  }

  @Test
  void needsAJdk() throws Exception {
    Path jdk = machine.jdk("11.0.2");
    assertFails(
        machine.ductus("inspect", "x"),
        "needs a JDK 17 or newer, found Java 11.0.2 in %s; get one with".formatted(jdk));
    machine.jdk("21.0.1");
    Files.delete(jdk.resolve("bin/javac"));
    assertFails(
        machine.ductus("inspect", "x"),
        "needs a JDK 17 or newer, found Java 21.0.1 without a compiler in " + jdk);
    machine.with("JAVA_HOME", null);
    assertFails(machine.ductus("inspect", "x"), "needs a JDK 17 or newer, found none; ");
  }

  @Test
  void needsMavenWhereThereIsSomethingToBuild() throws Exception {
    machine.with("MAVEN_VERSION", "3.6.3");
    assertFails(
        machine.ductus("inspect", "x"),
        "needs Maven 3.8 or newer to build, found 3.6.3; get it with");
    machine.with("MAVEN_VERSION", "4.0.0");
    assertEquals(0, machine.ductus("inspect", "x").status());
    machine.withoutMaven();
    assertEquals(0, machine.ductus("inspect", "x").status());
    machine.touch("src/main/A.java");
    assertFails(
        machine.ductus("inspect", "x"), "needs Maven 3.8 or newer to build, found none; get");
  }

  @Test
  void anUnknownJFugueIsNotTaken() throws Exception {
    Path other = Files.writeString(folder.resolve("other.jar"), "no jar");
    machine.with("HOME", folder.resolve("nobody").toString()).with("JFUGUE_JAR", "other.jar");
    assertFails(
        machine.ductus("inspect", "x"),
        other.toRealPath() + " is not the JFugue 4.0.3 that is known here (SHA-256 ");
    machine.with("JFUGUE_JAR", "missing.jar");
    assertFails(machine.ductus("inspect", "x"), "JFUGUE_JAR must name a file but was ");
  }

  @Test
  void goesOnWithoutJFugueAndSaysSo() throws Exception {
    machine.with("JFUGUE_JAR", "");
    Said said = machine.ductus("inspect", "x");
    assertEquals(0, said.status(), said.err());
    assertEquals(
        1,
        said.lines().stream()
            .filter(line -> line.startsWith("building without JFugue 4.0.3 (JFUGUE_JAR is empty)"))
            .count(),
        said.err());
    assertTrue(machine.builds().get(0).contains("-Dwithout.jfugue"), "" + machine.builds());
    assertEquals("", machine.ductus("inspect", "x").err());
  }

  @Test
  void jFugueIsTakenFromADebianPackageByArAndTar() throws Exception {
    Path inside = Files.createDirectories(folder.resolve("package/usr/share/java"));
    Path jar = Files.writeString(inside.resolve("jfugue-4.0.3.jar"), "its classes");
    Path made = folder.resolve("package");
    run(made, "tar", "-cf", "data.tar", "./usr");
    run(made, "ar", "rc", folder.resolve("a package.deb").toString(), "data.tar");
    machine
        .with("HOME", folder.resolve("nobody").toString())
        .with("JFUGUE_JAR", "a package.deb")
        .with("JFUGUE_SHA256", Sha256.hex(Files.readAllBytes(jar)));
    Said said = machine.ductus("inspect", "x");
    assertSays(said, 0, "installing JFugue 4.0.3 into the local Maven repository ...");
    List<List<String>> builds = machine.builds();
    assertTrue(builds.get(0).contains("install:install-file"), "" + builds);
    assertFalse(builds.get(1).contains("-Dwithout.jfugue"), "" + builds);
    Files.writeString(folder.resolve("broken.deb"), "no package");
    machine.with("JFUGUE_JAR", "broken.deb");
    assertFails(machine.ductus("inspect", "x"), "no jfugue-4.0.3.jar could be unpacked from ");
  }

  private static void run(Path where, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  @Test
  void whatTheProgramEndsWithIsWhatItEndsWith() throws Exception {
    machine.with("JAVA_STATUS", "3");
    assertEquals(3, machine.ductus("inspect", "x").status());
  }

  @Test
  void isFoundThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("short"), machine.root().resolve("ductus"));
    assertEquals(0, machine.call(link, "inspect", "x").status());
    assertTrue(machine.program().contains("-Dductus.home=" + machine.root().toRealPath()));
  }

  @Test
  void aMasterWantsSparkAndNothingElseDoes() throws Exception {
    assertSays(machine.ductus("train", "x", "--master", "spark://a:7077"), 1, NO_SPARK);
    assertSays(machine.ductus("train", "--master=local[2]", "x"), 1, NO_SPARK);
    assertSays(machine.ductus("spark", "cluster", "start"), 1, NO_SPARK);
    assertEquals(List.of(), machine.calls("java"));
    assertEquals(0, machine.ductus("train", "--masters", "x").status());
    assertTrue(machine.program().contains("-jar"));
    assertFalse(machine.program().contains("-cp"));
  }

  @Test
  void whatWasSetUpIsOnTheClassPathOfAMasterOnly() throws Exception {
    Said setUp = machine.ductus("spark", "setup");
    assertEquals(0, setUp.status(), setUp.err());
    assertTrue(setUp.err().contains("built for Apache Spark in "), setUp.err());
    List<String> build = machine.builds().get(machine.builds().size() - 1);
    assertTrue(build.contains("-Drevision=" + FakeMachine.VERSION), "" + build);
    assertSays(machine.ductus("spark", "setup"), 0, "Apache Spark is there already (target/spark)");
    Path target = machine.root().resolve("target");
    assertEquals("", machine.ductus("train", "x", "--master", "local[2]").err());
    assertProgramEnds("ductus.cli.Ductus", "train", "x", "--master", "local[2]");
    List<String> call = machine.program();
    assertTrue(call.contains("@" + machine.root().resolve("spark/java.options")), "" + call);
    assertEquals(
        "%1$s/spark/jars/*:%1$s/spark/ductus-spark.jar:%1$s/ductus.jar".formatted(target),
        call.get(call.indexOf("-cp") + 1));
    machine.ductus("train", "x");
    assertFalse(machine.program().contains("-cp"));
    machine.ductus("spark", "cluster", "stop");
    assertProgramEnds("ductus.spark.local.LocalClusterCommand", "stop");
  }

  @Test
  void newerSourcesForSparkAreBuiltWithoutItsDownloads() throws Exception {
    machine.ductus("spark", "setup");
    machine.touch("spark/src/main/B.java");
    Said again = machine.ductus("train", "x", "--master", "local[2]");
    assertSays(again, 0, "building for Apache Spark ...");
    List<List<String>> builds = machine.builds();
    assertTrue(builds.get(builds.size() - 1).contains("-Dmdep.skip=true"), "" + builds);
    assertTrue(Files.exists(machine.root().resolve("target/spark/jars/spark-core.jar")));
    machine.touch("spark/src/main/B.java");
    machine.with("MAVEN_COMPLAINT", "spark/src/main/B.java:[1,1] no");
    Said failed = machine.ductus("train", "x", "--master", "local[2]");
    assertSays(
        failed,
        1,
        "the build for Apache Spark failed (all of Maven's output: target/spark-build.log)");
    assertEquals(List.of(), left("spark-quick-"));
  }

  @Test
  void sparkNeedsAnOlderJavaThan24() throws Exception {
    machine.jdk("24.0.1");
    String tooNew = "Apache Spark runs on Java 17 to 23, found 24.0.1; set JAVA_HOME";
    assertFails(machine.ductus("train", "x", "--master", "local[2]"), tooNew);
    assertFails(machine.ductus("spark", "setup"), tooNew);
    assertFails(machine.ductus("test", "--spark"), tooNew);
    assertEquals(0, machine.ductus("train", "x").status());
  }

  @Test
  void namesWhatFollowsSparkAndTest() throws Exception {
    for (String[] words : new String[][] {{"spark"}, {"spark", "up"}, {"spark", "cluster"}}) {
      assertSays(
          machine.ductus(words),
          2,
          "'spark' must be followed by 'setup', 'cluster start' or 'cluster stop'");
    }
    assertSays(
        machine.ductus("test", "fast"),
        2,
        "test must stand alone or be followed by --long, --docs or --spark, but was followed by fast");
    assertSays(
        machine.ductus("package", "deb"), 2, "package must stand alone, but was followed by deb");
  }

  @Test
  void testsSayWhatWasRunAndWhatWasLeftOut() throws Exception {
    Said without = machine.ductus("test");
    assertSays(without, 0, "7 tests run, 0 failed, 1 skipped");
    assertSays(
        without,
        0,
        "Apache Spark's tests were left out: './ductus spark setup' brings what they need");
    assertSays(machine.ductus("test", "--spark"), 1, NO_SPARK);
    assertSays(without, 0, LONG_LEFT_OUT);
    Said all = machine.ductus("test", "--long");
    assertSays(all, 0, "7 tests run, 0 failed, 1 skipped");
    assertFalse(all.err().contains(LONG_LEFT_OUT), all.err());
    assertTrue(
        machine.builds().stream().anyMatch(build -> build.contains("-Dtests.excluded=docs")),
        "" + machine.builds());
    assertSays(
        machine.ductus("test", "--docs"), 0, "7 tests run, 0 failed, 1 skipped, of documents");
    assertTrue(
        machine.builds().stream().anyMatch(build -> build.contains("-Dtest.groups=docs")),
        "" + machine.builds());
    machine.ductus("spark", "setup");
    Said with = machine.ductus("test");
    assertSays(with, 0, "7 tests run, 0 failed, 1 skipped, on Apache Spark");
    List<List<String>> builds = machine.builds();
    assertTrue(builds.get(builds.size() - 1).contains("-Dtest.groups=short"), "" + builds);
    machine.ductus("test", "--spark");
    builds = machine.builds();
    assertFalse(builds.get(builds.size() - 1).contains("-Dtest.groups=short"), "" + builds);
    assertEquals(List.of(), left("test.lock"));
  }

  @Test
  void testsFailWhereOneFailsOrNoneIsRun() throws Exception {
    machine
        .with("MAVEN_STATUS", "1")
        .with("MAVEN_TESTS", "Tests run: 7, Failures: 2, Errors: 1, Skipped: 0");
    Said failed = machine.ductus("test");
    assertSays(failed, 1, "7 tests run, 3 failed, 0 skipped");
    assertSays(failed, 1, "the tests or the checks beside them did not pass");
    machine.with("MAVEN_STATUS", "0").with("MAVEN_TESTS", "");
    assertSays(machine.ductus("test"), 1, "no test was run");
  }
}
