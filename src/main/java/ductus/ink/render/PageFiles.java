package ductus.ink.render;

import ductus.ink.page.Page;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Writes pages to files of one stem: {@code STEM.svg}, or {@code STEM-1.svg} and so on. */
public final class PageFiles {
  /** The ending of the provenance sidecar. */
  private static final String SIDECAR = ".json";

  private PageFiles() {}

  /** A place for the files of one stem. */
  public interface Target {
    /**
     * Writes a file.
     *
     * @param ending that follows the stem in the file's name
     */
    void write(String ending, byte[] content) throws IOException;
  }

  /** Writes pages in some formats to files of one stem, format by format. */
  public static void write(
      List<Page> pages, String title, List<PageFormat> formats, RenderSettings look, Target target)
      throws IOException {
    for (PageFormat format : formats) {
      List<byte[]> contents = format.files(pages, title, look);
      for (int i = 0; i < contents.size(); i++) {
        String number = contents.size() == 1 ? "" : "-" + (i + 1);
        target.write(number + format.ending(), contents.get(i));
      }
    }
  }

  /** The endings that make a path the name of a file to write, the sidecar's among them. */
  public static List<String> endings() {
    return Stream.concat(
            Arrays.stream(PageFormat.values()).map(PageFormat::ending), Stream.of(SIDECAR))
        .toList();
  }
}
