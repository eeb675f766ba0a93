package ductus.ink.render;

import ductus.file.AtomicFile;
import ductus.file.Sha256;
import ductus.ink.page.Page;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of written pages: {@code STEM.svg}, or {@code STEM-1.svg} and so on. */
public final class PageFiles {
  /** Ending of the provenance sidecar. */
  public static final String SIDECAR = ".json";

  private final Path stem;
  private final List<Path> written = new ArrayList<>();

  /** Files that begin with a stem: a path without ending. */
  public PageFiles(Path stem) {
    this.stem = stem;
  }

  /**
   * Writes pages in some formats; none of the files may be there yet.
   *
   * @return what follows the stem of each file's name, with the SHA-256 of its content
   */
  public SortedMap<String, String> write(
      List<Page> pages, String title, List<PageFormat> formats, RenderSettings look)
      throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (PageFormat format : formats) {
      List<byte[]> contents = format.files(pages, title, look);
      for (int i = 0; i < contents.size(); i++) {
        String ending = (contents.size() == 1 ? "" : "-" + (i + 1)) + format.ending();
        Path file = path(ending);
        if (Files.exists(file)) {
          throw new FileAlreadyExistsException(file.toString());
        }
        written.add(file);
        AtomicFile.write(file, contents.get(i));
        hashes.put(ending, Sha256.hex(contents.get(i)));
      }
    }
    return hashes;
  }

  /** The endings that make a path the name of a file to write, the sidecar's among them. */
  public static List<String> endings() {
    return Stream.concat(
            Arrays.stream(PageFormat.values()).map(PageFormat::ending), Stream.of(SIDECAR))
        .toList();
  }

  /** The files that were written, in order. */
  public List<Path> written() {
    return List.copyOf(written);
  }

  /** Takes what was written away again. */
  public void delete() throws IOException {
    for (Path file : written) {
      Files.deleteIfExists(file);
    }
  }

  /** The path of the stem with an ending. */
  public Path path(String ending) {
    return stem.resolveSibling(stem.getFileName() + ending);
  }
}
