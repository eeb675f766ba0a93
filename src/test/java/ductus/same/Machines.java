package ductus.same;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machines that are tried: each differs from the usual one in several ways. */
final class Machines {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)[^\"]*\"");

  private static final List<String> OF_THIS_JAVA =
      List.of(
          "threads=2 locale=tr-TR zone=Pacific/Apia encoding=ISO-8859-1",
          "threads=5 locale=ar-EG zone=Asia/Kathmandu order=backward",
          "bits=256 locale=ar-EG-u-nu-arab encoding=GB18030 threads=2",
          "bits=128 locale=hi-IN-u-nu-deva names=C zone=America/St_Johns",
          "locale=de-DE folder=Töne_und_Striche threads=2",
          "bits=0",
          "bits=0 threads=2 locale=ar-EG-u-nu-arab zone=Pacific/Apia");

  private Machines() {}

  /** All but the usual one. */
  static List<Variation> all() throws IOException {
    List<Variation> all = new ArrayList<>(OF_THIS_JAVA.stream().map(Variation::of).toList());
    for (Path java : otherJavas()) {
      all.add(Variation.of("java=" + java));
      all.add(Variation.of("java=" + java + " threads=5 locale=tr-TR bits=256"));
      all.add(Variation.of("java=" + java + " bits=0 locale=ar-EG-u-nu-arab"));
    }
    return all;
  }

  /** JDKs of other versions that are installed beside this one. */
  private static List<Path> otherJavas() throws IOException {
    Path here = Path.of(System.getProperty("java.home")).toRealPath();
    Path folder = here.getParent();
    Map<Integer, Path> found = new TreeMap<>();
    if (folder != null) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path java : (Iterable<Path>) all.sorted()::iterator) {
          int version = version(java);
          if (version >= 17 && version != Runtime.version().feature()) {
            found.put(version, java.toRealPath());
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** The feature version of a JDK; 0 of another folder. */
  private static int version(Path java) throws IOException {
    Path release = java.resolve("release");
    if (!Files.isExecutable(java.resolve("bin").resolve("java")) || !Files.exists(release)) {
      return 0;
    }
    Matcher version = VERSION.matcher(Files.readString(release));
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }
}
