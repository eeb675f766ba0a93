package ductus.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in {@code src/examples} compile, do what they say, and are those of the docs. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("src/examples");
  private static final Path DOCUMENT = Path.of("src/docs/library.md");
  private static final Pattern SHOWN =
      Pattern.compile("<!-- (src/examples/[\\w/.]+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);

  private static Path classes = Path.of("");

  private final Path folder;

  ExamplesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void compile(@TempDir Path compiled) throws IOException {
    classes = compiled;
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    List<String> options =
        List.of(
            "-Xlint:all,-path,-processing",
            "-Werror",
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            placeOf(Composer.class) + File.pathSeparator + placeOf(NullMarked.class));
    try (Stream<Path> found = Files.walk(EXAMPLES);
        StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<Path> sources = found.filter(file -> file.toString().endsWith(".java")).toList();
      boolean whole =
          compiler
              .getTask(
                  complaints,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(whole, complaints::toString);
    }
  }

  private static Path placeOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static List<String> run(String name, String in, Object... arguments) throws Exception {
    PrintStream outBefore = System.out;
    InputStream inBefore = System.in;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (URLClassLoader loader =
            new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, ExamplesTest.class.getClassLoader());
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      System.setOut(print);
      System.setIn(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)));
      Object strings = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, strings);
    } finally {
      System.setOut(outBefore);
      System.setIn(inBefore);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aBotAnswersEachPhrase() throws Exception {
    List<String> said = run("MelodyBot", "D5q F#5q A5h\nhuh\n", folder);
    assertEquals(2, said.size(), said::toString);
    assertTrue(said.get(0).matches("\\d+:\\d+\\.\\d+( \\d+:\\d+\\.\\d+)+"), said.get(0));
    assertTrue(said.get(1).startsWith("? primer: column 1: \"huh\""), said.get(1));
    assertEquals(2, Tune.read(folder.resolve("answer-1.mid")).bars());
  }

  @Test
  void aLetterIsWrittenForEachRow() throws Exception {
    Path rows = Files.writeString(folder.resolve("g.csv"), "name,gift\nAnna,book\nBéla,lamp\n");
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear {name},\nwhat a {gift}!\n");
    assertEquals(2, run("LettersFromCsv", "", rows, text, folder).size());
    byte[] second = Files.readAllBytes(folder.resolve("letter-2.pdf"));
    LetterRequest request =
        LetterRequest.of("Dear Béla,\nwhat a lamp!\n", 2).onPaper("a6").withInk("sepia");
    assertEquals(
        new String(Scribe.hand("italic").write(request).pdf(), StandardCharsets.ISO_8859_1),
        new String(second, StandardCharsets.ISO_8859_1));
  }

  @Test
  void inkBecomesText() throws Exception {
    Path page = folder.resolve("page.page.json");
    Scribe.usual().write(LetterRequest.of("come home soon", 3)).write(page);
    List<String> lines = run("InkToText", "", page);
    assertEquals(List.of("come home soon"), lines);
  }

  @Test
  void ownTokensAreLearnedOnce() throws Exception {
    List<String> first = run("OwnTokens", "", folder.resolve("run"));
    List<String> again = run("OwnTokens", "", folder.resolve("run"));
    assertEquals(12, first.size() - again.size());
    assertEquals(again, first.subList(12, first.size()));
    assertTrue(again.get(0).startsWith("storm "), again.get(0));
    Matcher losses =
        Pattern.compile("calm (.*), wild (.*) nats a day").matcher(again.get(again.size() - 1));
    assertTrue(losses.matches(), again::toString);
    assertTrue(
        Double.parseDouble(losses.group(1)) + 1 < Double.parseDouble(losses.group(2)),
        again::toString);
  }

  @Test
  void theDocumentShowsThem() throws IOException {
    Matcher shown = SHOWN.matcher(Files.readString(DOCUMENT));
    int count = 0;
    while (shown.find()) {
      String source = Files.readString(Path.of(shown.group(1)));
      assertTrue(
          unindented(source).contains(unindented(shown.group(2))),
          () -> shown.group(1) + " must have what is shown of it:\n" + shown.group(2));
      count++;
    }
    assertEquals(6, count);
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
  }
}
