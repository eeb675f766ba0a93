package ductus.same;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A machine that Ductus may run on, in words such as {@code threads=5 locale=ar-EG}; what is not
 * said is one thread, English, UTC, UTF-8, and the Java and the vectors of this machine.
 *
 * <table>
 * <caption>Words</caption>
 * <tr><td>threads=5</td><td>threads that a command may use</td></tr>
 * <tr><td>bits=256</td><td>width of the vectors; 0: none</td></tr>
 * <tr><td>java=FOLDER</td><td>a JDK</td></tr>
 * <tr><td>locale=ar-EG-u-nu-arab</td><td>language, country, extensions</td></tr>
 * <tr><td>zone=Pacific/Apia</td><td>time zone</td></tr>
 * <tr><td>encoding=ISO-8859-1</td><td>of files</td></tr>
 * <tr><td>names=C</td><td>LANG, which says how files' names are encoded</td></tr>
 * <tr><td>order=backward</td><td>in which folders list their files</td></tr>
 * <tr><td>folder=NAME</td><td>where the commands run; _ is a blank</td></tr>
 * </table>
 */
record Variation(Map<String, String> words) {
  private static final List<String> KNOWN =
      List.of("threads", "bits", "java", "locale", "zone", "encoding", "names", "order", "folder");

  Variation {
    words = new TreeMap<>(words);
  }

  /** Of its words. */
  static Variation of(String text) {
    Map<String, String> words = new TreeMap<>();
    for (String word : text.isBlank() ? List.<String>of() : List.of(text.strip().split(" +", -1))) {
      String[] parts = word.split("=", 2);
      if (parts.length < 2 || !KNOWN.contains(parts[0])) {
        throw new IllegalArgumentException(
            "a word must be KEY=VALUE with a key of " + KNOWN + " but was " + word);
      }
      words.put(parts[0], parts[1]);
    }
    return new Variation(words);
  }

  private String word(String key, String otherwise) {
    return words.getOrDefault(key, otherwise);
  }

  int threads() {
    return Integer.parseInt(word("threads", "1"));
  }

  /** Name of the folder in which it works. */
  String folder() {
    return word("folder", "work").replace('_', ' ');
  }

  /** Whether there are vectors: without them the last bits of networks are others. */
  boolean hasVectors() {
    return !word("bits", "512").equals("0");
  }

  Path java() {
    return Path.of(word("java", System.getProperty("java.home")));
  }

  /** The command line of a Java that is such a machine, up to the class. */
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(java().resolve("bin").resolve("java").toString());
    // As many cores as threads are asked for, whatever this machine has.
    command.add("-XX:ActiveProcessorCount=" + Math.max(2, threads()));
    command.add("-XX:+UseSerialGC"); // less to set up
    command.add("-Djava.awt.headless=true");
    command.add("--add-exports=java.desktop/com.sun.media.sound=ALL-UNNAMED");
    int bits = Integer.parseInt(word("bits", "512"));
    if (bits > 0) {
      command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    }
    if (bits == 128 || bits == 256) {
      command.add("-XX:MaxVectorSize=" + bits / 8);
    }
    command.addAll(locale());
    command.add("-Duser.timezone=" + word("zone", "UTC"));
    command.add("-Dfile.encoding=" + word("encoding", "UTF-8"));
    if (word("order", "").equals("backward")) {
      command.add(
          "-Djava.nio.file.spi.DefaultFileSystemProvider=" + BackwardProvider.class.getName());
    }
    command.addAll(List.of("-cp", classPath()));
    return command;
  }

  /** That of this process, with whole paths. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> locale() {
    Locale locale = Locale.forLanguageTag(word("locale", "en-US"));
    List<String> options = new ArrayList<>();
    options.add("-Duser.language=" + locale.getLanguage());
    options.add("-Duser.country=" + locale.getCountry());
    int extensions = locale.toLanguageTag().indexOf("-u-");
    if (extensions >= 0) {
      options.add("-Duser.extensions=" + locale.toLanguageTag().substring(extensions + 1));
    }
    return options;
  }

  /** What the environment has for files' names. */
  String lang() {
    return word("names", "C.UTF-8");
  }

  /**
   * Whether a file may be another than on the usual machine: each Java draws the edges of pixels,
   * and of the strokes in a font, in its own way, which is said where they are promised.
   */
  boolean mayDiffer(String file) {
    return words.containsKey("java") && file.startsWith("java-");
  }

  @Override
  public String toString() {
    List<String> said = new ArrayList<>();
    words.forEach((key, value) -> said.add(key + "=" + value));
    return said.isEmpty() ? "as usual" : String.join(" ", said);
  }
}
