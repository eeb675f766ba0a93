package ductus.task.handwriting.page;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.page.PageJson;
import ductus.ink.plotter.PenTravel;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import ductus.provenance.FolderNames;
import ductus.provenance.OutputNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Written pages, from our JSON, in another format. */
public final class PageExport {
  private static final String ENDING = "(?<=.)(\\.page)?\\.json$";

  private PageExport() {}

  /**
   * Pages that were exported.
   *
   * @param files that were written
   * @param travel how far a plotter's pen goes; empty where none is to draw them
   */
  public record ExportedPages(List<Path> files, Optional<PenTravel> travel) {
    public ExportedPages {
      files = List.copyOf(files);
    }
  }

  /**
   * Exports a file of pages: to one file, or to one for each page.
   *
   * @param out a file or a folder, whose files are replaced; empty for new names in {@code
   *     generated/}
   * @throws IllegalArgumentException if {@code out} does not fit the format, or the pages do not
   *     fit the plotter
   */
  public static ExportedPages run(
      Path input, PageFormat format, Optional<Path> out, RenderSettings settings)
      throws BadFileException, IOException {
    PageJson.Pages pages = PageJson.read(input);
    List<byte[]> contents = format.files(pages.pages(), pages.title(), settings);
    Path stem = stem(input, format, out);
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      String number = contents.size() == 1 ? "" : "-" + (i + 1);
      Path file = stem.resolveSibling(stem.getFileName() + number + format.ending());
      if (out.isEmpty() && Files.exists(file)) {
        throw new IllegalArgumentException(
            "--out must say where to write, since there is a file " + file + " already");
      }
      AtomicFile.write(file, contents.get(i));
      written.add(file);
    }
    return new ExportedPages(written, format.travel(pages.pages(), settings));
  }

  private static Path stem(Path input, PageFormat format, Optional<Path> out) {
    Optional<PageFormat> named =
        out.filter(path -> !Files.isDirectory(path)).flatMap(PageFormat::ofEnding);
    if (named.isEmpty()) {
      out.ifPresent(path -> FolderNames.require(path, List.of(format.ending())));
      String base = String.valueOf(input.getFileName()).replaceAll(ENDING, "");
      return out.orElseGet(OutputNames::defaultFolder).resolve(base);
    }
    Path file = out.orElseThrow();
    if (named.get() != format) {
      throw new IllegalArgumentException(
          "--out must end in %s for %s but was %s"
              .formatted(format.ending(), format.label(), file));
    }
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.substring(0, name.length() - format.ending().length()));
  }
}
