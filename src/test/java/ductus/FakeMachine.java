package ductus;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A machine for the launcher: a copy of it in a project's folder, a JDK and a Maven that note what
 * they are asked for, and the usual tools of a system, but no Java and no Maven of its own.
 */
public final class FakeMachine {
  private static final List<String> TOOLS =
      List.of(
          "ar",
          "awk",
          "cat",
          "cut",
          "date",
          "du",
          "find",
          "grep",
          "head",
          "locale",
          "ls",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sha256sum",
          "sleep",
          "tar",
          "touch");

  /** What the project's {@code pom.xml} says that it is. */
  static final String VERSION = "7.8.9-test";

  private static final String POM =
      """
      <project>
        <version>%s</version>
        <dependency><version>4.0.3</version></dependency>
      </project>
      """
          .formatted(VERSION);

  private static final List<Path> SYSTEM = List.of(Path.of("/usr/bin"), Path.of("/bin"));
  private static final long MOST_SECONDS = 30;

  /** Notes its arguments, one a line, and a line of its own behind them. */
  private static final String NOTING =
      """
      #!/bin/sh
      { for argument; do printf '%%s\\n' "$argument"; done; echo ====; } >>"%s"
      """;

  private static final String JAVA =
      """
      case $* in *ArchiveClassesAtExit*) exit 0 ;; esac
      exit "${JAVA_STATUS:-0}"
      """;

  /** Makes what is asked for, or says what the compiler would say. */
  private static final String MAVEN =
      """
      if [ "$1" = -v ]; then echo "Apache Maven ${MAVEN_VERSION:-3.9.6} (test)"; exit 0; fi
      kind=core
      for argument; do
        case $argument in
          -Dbuild.folder=*) out=${argument#*=} ;;
          spark/pom.xml) kind=spark ;;
          package | test | verify | integration-test | install:install-file) goal=$argument ;;
        esac
      done
      case $goal in
        package)
          if [ -n "${MAVEN_COMPLAINT:-}" ]; then echo "[ERROR] $PWD/$MAVEN_COMPLAINT"; exit 1; fi
          if [ $kind = spark ]; then
            cd spark
            mkdir -p "$out/jars"
            echo spark >"$out/jars/spark-core.jar"
            echo jar >"$out/ductus-spark.jar"
          else
            mkdir -p "$out/lib"
            [ -z "${MAVEN_LIBRARY:-}" ] || echo "$MAVEN_LIBRARY" >"$out/lib/some-1.0.jar"
            if [ -n "${MAVEN_JAR:-}" ]; then cat "$MAVEN_JAR"; else echo jar; fi >"$out/ductus.jar"
          fi
          ;;
        test | verify | integration-test)
          if [ $kind = spark ]; then reports=target/spark-build; else reports=${out:-target}; fi
          mkdir -p "$reports/surefire-reports"
          if [ -n "${MAVEN_TESTS-Tests run: 7, Failures: 0, Errors: 0, Skipped: 1}" ]; then
            echo "${MAVEN_TESTS-Tests run: 7, Failures: 0, Errors: 0, Skipped: 1}, Time" \\
              >"$reports/surefire-reports/a.txt"
          fi
          exit "${MAVEN_STATUS:-0}"
          ;;
      esac
      """;

  private final Path folder;
  private final Path root;
  private final Path tools;
  private final Map<String, String> environment = new TreeMap<>();

  /** A project that was never built, a JDK 17 and Maven. */
  public FakeMachine(Path folder) throws IOException {
    this.folder = folder;
    root = folder.resolve("the project");
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      for (Path system : SYSTEM) {
        Path there = system.resolve(tool);
        Path here = tools.resolve(tool);
        if (Files.exists(there) && !Files.exists(here)) {
          Files.createSymbolicLink(here, there);
        }
      }
    }
    Path home = folder.resolve("home");
    for (String ending : List.of("jar", "pom")) {
      write(home.resolve(".m2/repository/jfugue/jfugue/4.0.3/jfugue-4.0.3." + ending), "");
    }
    Files.createDirectories(root);
    Files.copy(Path.of("ductus"), root.resolve("ductus"));
    write(root.resolve("pom.xml"), POM);
    // The sum of "known" and a line feed.
    write(
        root.resolve("src/package/libraries.sha256"),
        "%s  some-1.0.jar\n"
            .formatted("7cd8a27a42d4b0084bb6c6a6c47ee7a03e7aa22d64e950d676f9a7c7a68f04d9"));
    for (String source : List.of("src/main/A.java", "spark/pom.xml")) {
      write(root.resolve(source), "");
    }
    write(root.resolve("spark/src/main/B.java"), "");
    environment.put("PATH", tools.toString());
    environment.put("HOME", home.toString());
    jdk("17.0.9");
    maven();
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static void writeScript(Path file, String content) throws IOException {
    write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void maven() throws IOException {
    writeScript(tools.resolve("mvn"), NOTING.formatted(log("mvn")) + MAVEN);
  }

  private Path log(String program) {
    return folder.resolve(program + ".log");
  }

  /** The project's folder, where the launcher is. */
  public Path root() {
    return root;
  }

  /** Sets a variable of the environment; null takes it away. */
  public FakeMachine with(String variable, @Nullable String value) {
    if (value == null) {
      environment.remove(variable);
    } else {
      environment.put(variable, value);
    }
    return this;
  }

  /** Puts a JDK of a version into the place of the one before, as {@code JAVA_HOME}. */
  Path jdk(String version) throws IOException {
    Path jdk = folder.resolve("jdk");
    writeScript(jdk.resolve("bin/java"), NOTING.formatted(log("java")) + JAVA);
    writeScript(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    write(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    environment.put("JAVA_HOME", jdk.toString());
    return jdk;
  }

  /** Takes the links to the system's tools away, which are not to be followed at the end. */
  public void close() throws IOException {
    for (String tool : TOOLS) {
      Files.deleteIfExists(tools.resolve(tool));
    }
  }

  /** Takes Maven away. */
  public void withoutMaven() throws IOException {
    Files.delete(tools.resolve("mvn"));
  }

  /** Makes a file newer than all that was built. */
  public FakeMachine touch(String file) throws IOException {
    FileTime soon = FileTime.fromMillis(System.currentTimeMillis() + 5000);
    Files.setLastModifiedTime(root.resolve(file), soon);
    return this;
  }

  /** What a call came to. */
  public record Said(int status, String out, String err) {
    /** What was said on standard error, without the program's name. */
    public List<String> lines() {
      return err.lines().map(line -> line.replaceFirst("^ductus: ", "")).toList();
    }
  }

  /** Calls the launcher. */
  Said ductus(String... arguments) throws IOException, InterruptedException {
    return call(root.resolve("ductus"), arguments);
  }

  /** Calls the launcher by another path, in another folder. */
  Said call(Path launcher, String... arguments) throws IOException, InterruptedException {
    return call(List.of("/bin/sh", launcher.toString()), arguments);
  }

  /** Calls a launcher that is a Java program, with the Java of the tests. */
  public Said java(Class<?> launcher, String... arguments)
      throws IOException, InterruptedException {
    return call(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + folder.resolve("home"),
            "-Dductus.project=" + root,
            "-cp",
            classes(launcher).toString(),
            launcher.getName()),
        arguments);
  }

  private static Path classes(Class<?> program) {
    return Path.of(
        URI.create(program.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private Said call(List<String> launcher, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Files.deleteIfExists(log("java"));
    Files.deleteIfExists(log("mvn"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the launcher hangs: " + Files.readString(err));
    }
    return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** The arguments of each call of a program, {@code java} or {@code mvn}, in the last call. */
  List<List<String>> calls(String program) throws IOException {
    List<List<String>> calls = new ArrayList<>();
    if (Files.exists(log(program))) {
      List<String> call = new ArrayList<>();
      for (String line : Files.readAllLines(log(program))) {
        if (line.equals("====")) {
          calls.add(call);
          call = new ArrayList<>();
        } else {
          call.add(line);
        }
      }
    }
    return calls;
  }

  /** The arguments of the last call of Java, which is the program. */
  List<String> program() throws IOException {
    List<List<String>> all = calls("java");
    return all.get(all.size() - 1);
  }

  /** The calls of Maven that were more than a question for its version. */
  public List<List<String>> builds() throws IOException {
    return calls("mvn").stream().filter(call -> !call.equals(List.of("-v"))).toList();
  }
}
