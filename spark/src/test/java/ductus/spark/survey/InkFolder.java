package ductus.spark.survey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A folder of ink as people have it: all formats, other files, broken ones, links and a run. */
final class InkFolder {
  private static final Path CORPORA = Path.of(System.getProperty("ductus.corpora", "../corpora"));
  private static final Path SAMPLES =
      CORPORA.toAbsolutePath().resolveSibling("src/test/resources/ductus/ink/read");

  private InkFolder() {}

  /** Writes it into a new folder of this one. */
  static Path write(Path folder) throws IOException {
    Path ink = folder.resolve("ink");
    copy(SAMPLES, ink.resolve("samples"));
    copy(CORPORA.resolve("hands"), ink.resolve("hands"));
    Path line = ink.resolve("samples/line.inkml");
    Files.copy(line, ink.resolve("a copy"));
    Files.copy(line, ink.resolve("zzz.inkml"));
    Files.write(ink.resolve("page.xopp"), packed(ink.resolve("samples/page.xoj.xml")));
    String good = Files.readString(line);
    Files.writeString(ink.resolve("broken.inkml"), good.substring(0, good.length() - 9));
    Files.writeString(ink.resolve("broken too"), good.substring(0, good.length() - 9) + "<");
    Files.writeString(ink.resolve("samples/nothing.inkml"), "<ink></ink>");
    Files.writeString(ink.resolve("letter.txt"), "Dear Anna");
    Files.writeString(ink.resolve("empty.svg"), "");
    Files.createDirectories(ink.resolve(".hidden"));
    Files.copy(ink.resolve("samples/drawing.svg"), ink.resolve(".hidden/drawing.svg"));
    Path run = Files.createDirectories(ink.resolve("run/checkpoint"));
    Files.writeString(run.resolveSibling("config.json"), "{}");
    Files.writeString(run.resolveSibling("own.inkml"), good.replace("line", "none"));
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("far"), "<ink><trace>1 2, 3 4, 5 1</trace></ink>");
    Files.createSymbolicLink(ink.resolve("link"), elsewhere);
    Files.createSymbolicLink(ink.resolve("nowhere.svg"), folder.resolve("nothing"));
    // More texts than a report names.
    for (int i = 0; i < 150; i++) {
      Files.writeString(
          ink.resolve("note %03d".formatted(i * 7 % 150)),
          "<ink><annotation type='truth'>note %d</annotation><trace>0 %d, 9 9</trace></ink>"
              .formatted(i % 120, i));
    }
    return ink;
  }

  /** Takes its links away: a store has none, and would take one for a folder. */
  static void removeLinks(Path ink) throws IOException {
    for (String link : List.of("link", "nowhere.svg")) {
      Files.delete(ink.resolve(link));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static byte[] packed(Path file) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream to = new GZIPOutputStream(packed)) {
      Files.copy(file, to);
    }
    return packed.toByteArray();
  }
}
