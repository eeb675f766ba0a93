package ductus.api;

import ductus.file.AtomicFile;
import ductus.ink.page.Page;
import ductus.ink.render.PageFiles;
import ductus.ink.render.PageFormat;
import ductus.task.handwriting.page.WritingRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pages that were written by hand. Immutable. */
public final class Letter {
  private final List<Page> pages;
  private final WritingRequest request;

  Letter(List<Page> pages, WritingRequest request) {
    this.pages = List.copyOf(pages);
    this.request = request;
  }

  /** Number of pages, 1 or more. */
  public int pages() {
    return pages.size();
  }

  /**
   * The SVG of a page, in millimeters, with a path for each stroke.
   *
   * @param page from 0
   */
  public byte[] svg(int page) {
    return files(PageFormat.SVG).get(page);
  }

  /**
   * The PNG of a page, at 200 pixels an inch.
   *
   * @param page from 0
   */
  public byte[] png(int page) {
    return files(PageFormat.PNG).get(page);
  }

  /** The PDF of all pages, in real size. */
  public byte[] pdf() {
    return files(PageFormat.PDF).get(0);
  }

  private List<byte[]> files(PageFormat format) {
    return format.files(pages, request.title(), request.look());
  }

  /**
   * Writes the pages in the format that a name ends in: {@code .svg}, {@code .anim.svg} (it writes
   * itself), {@code .png}, {@code .pdf}, {@code .gcode}, {@code .hpgl}, {@code .ebb} or {@code
   * .page.json}. Where a format has a file for each page and there are several, {@code letter.svg}
   * becomes {@code letter-1.svg} and so on. Makes the folder if it is missing.
   *
   * @return the files
   * @throws IllegalArgumentException if the name ends in none of these
   */
  public List<Path> write(Path file) throws IOException {
    PageFormat format =
        PageFormat.ofEnding(file)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a letter's file must end in %s but was %s"
                            .formatted(String.join(", ", PageFiles.endings()), file)));
    String name = String.valueOf(file.getFileName());
    String stem = name.substring(0, name.length() - format.ending().length());
    AtomicFile.makeFolderOf(file);
    List<Path> written = new ArrayList<>();
    PageFiles.write(
        pages,
        request.title(),
        List.of(format),
        request.look(),
        (ending, content) -> {
          Path path = file.resolveSibling(stem + ending);
          AtomicFile.write(path, content);
          written.add(path);
        });
    return List.copyOf(written);
  }
}
