package ductus.task.strokerecovery;

import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.file.Sha256;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import ductus.task.LeftAside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Letters of files of ink: each piece of a file is one.
 *
 * @param letters with a stroke each, labelled or not
 * @param leftOut files that cannot be read or have no letters
 */
public record LetterFiles(List<Handwriting> letters, List<LeftOut> leftOut) {
  /**
   * The way of the pen over a letter, in its longer sides; what is longer is a line or a drawing.
   */
  private static final double LONGEST_WAY = 14;

  public LetterFiles {
    letters = List.copyOf(letters);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads letters of files of ink.
   *
   * @param paths files of ink, or folders of some, also below
   * @param without names of files, without their endings, that are not read
   * @throws BadFileException if there is no letter
   * @throws IllegalArgumentException if there is no file of such a name
   */
  public static LetterFiles read(List<Path> paths, List<String> without)
      throws BadFileException, IOException {
    List<Handwriting> letters = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Set<String> there = new TreeSet<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new BadFileException(path, "no such file or folder");
      }
      for (Path file : files(path)) {
        there.add(name(file));
        if (!without.contains(name(file))) {
          read(file, letters, leftOut);
        }
      }
    }
    LeftAside.requireThere(without, "files", there);
    if (letters.isEmpty()) {
      throw new BadFileException(
          paths.get(0),
          "holds no letters: give files of ink, such as hands, in which each piece is a letter"
              + leftOut.stream().findFirst().map(first -> "; " + first).orElse(""));
    }
    return new LetterFiles(letters, leftOut);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile).filter(InkFormat::isInk).sorted().toList();
    }
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static void read(Path file, List<Handwriting> letters, List<LeftOut> leftOut) {
    try {
      List<Handwriting> some =
          InkFile.read(file).pieces().stream().filter(LetterFiles::isLetter).toList();
      if (some.isEmpty()) {
        leftOut.add(new LeftOut(file, "has no piece that is a letter: they are empty or too long"));
      }
      letters.addAll(some);
    } catch (BadFileException broken) {
      leftOut.add(new LeftOut(file, broken.reason()));
    } catch (IOException unreadable) {
      leftOut.add(new LeftOut(file, Reasons.of(unreadable)));
    }
  }

  /**
   * The digest by which the letters are known again, whatever they are called and wherever they
   * lie.
   */
  String digest() {
    List<String> hashes =
        letters.stream()
            .map(letter -> Sha256.hex(letter.strokes().toString().getBytes(StandardCharsets.UTF_8)))
            .sorted()
            .toList();
    return Sha256.hex(String.join("\n", hashes).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isLetter(Handwriting piece) {
    double way = piece.strokes().stream().mapToDouble(stroke -> stroke.length()).sum();
    return piece
        .box()
        .map(box -> way <= LONGEST_WAY * Math.max(box.width(), box.height()))
        .orElse(false);
  }
}
