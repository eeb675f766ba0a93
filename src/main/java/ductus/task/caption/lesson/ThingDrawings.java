package ductus.task.caption.lesson;

import ductus.corpus.FolderFiles;
import ductus.corpus.LeftOut;
import ductus.corpus.PieceKind;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.task.caption.SketchFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drawings of single things, from files that are named by what they show, such as {@code
 * apple-2.svg}; a folder is what one draughtsman drew.
 *
 * @param drawings of each thing, by draughtsman, each with its longer side 1 and its lower left
 *     corner at the origin
 * @param leftOut files that have no drawing
 */
public record ThingDrawings(
    SortedMap<String, SortedMap<String, List<Handwriting>>> drawings, List<LeftOut> leftOut) {
  private static final Pattern NAME = Pattern.compile("([a-z]+)(-\\d+)?\\.[a-z]+");

  private static final PieceKind<Handwriting> FILES =
      new PieceKind<>(
          "drawing",
          List.of(".svg", ".png", ".jpg", ".json"),
          file -> SketchFile.read(file).get(0),
          ink -> "");

  public ThingDrawings {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads the drawings in a folder and the folders in it.
   *
   * @throws BadFileException if there are not two things at least
   */
  public static ThingDrawings read(Path folder, ReadingListener listener)
      throws BadFileException, IOException {
    SortedMap<String, SortedMap<String, List<Handwriting>>> all = new TreeMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    List<Path> files = FolderFiles.find(folder, FILES).files();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
      if (!name.matches()) {
        leftOut.add(new LeftOut(file, "must be named by what it shows, such as apple-2.svg"));
        continue;
      }
      try {
        Handwriting drawn = ofSide1(file);
        all.computeIfAbsent(name.group(1), each -> new TreeMap<>())
            .computeIfAbsent(String.valueOf(file.getParent()), each -> new ArrayList<>())
            .add(drawn);
      } catch (BadFileException unusable) {
        leftOut.add(new LeftOut(unusable.path(), unusable.reason()));
      }
      listener.progress(i + 1, files.size());
    }
    if (all.size() < 2) {
      throw new BadFileException(
          folder, "must have drawings of two things or more, such as apple-2.svg");
    }
    return new ThingDrawings(all, leftOut);
  }

  private static Handwriting ofSide1(Path file) throws BadFileException, IOException {
    Handwriting drawn = SketchFile.read(file).get(0);
    Optional<Box> box = drawn.box();
    double side = box.map(each -> Math.max(each.width(), each.height())).orElse(0.0);
    if (!(side > 0)) {
      throw new BadFileException(file, "has a dot only");
    }
    Box around = box.orElseThrow();
    return Handwriting.of(
        drawn
            .map(p -> p.moved((p.x() - around.left()) / side, (p.y() - around.bottom()) / side))
            .strokes());
  }

  /** What there are drawings of, sorted. */
  List<String> things() {
    return List.copyOf(drawings.keySet());
  }

  /** Number of all drawings. */
  public int count() {
    return drawings.values().stream()
        .flatMap(each -> each.values().stream())
        .mapToInt(List::size)
        .sum();
  }
}
