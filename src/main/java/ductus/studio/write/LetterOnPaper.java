package ductus.studio.write;

import ductus.file.BadFileException;
import ductus.ink.page.Page;
import ductus.ink.page.PageJson;
import ductus.ink.render.PageFormat;
import ductus.ink.render.PagePdf;
import ductus.ink.render.PageSvg;
import ductus.ink.render.RenderSettings;
import ductus.ink.scan.PhotoFile;
import ductus.picture.PngPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * A wish to save a letter together with the picture of paper that lies under it, which is kept
 * nowhere.
 *
 * @param pages file of all pages as JSON
 * @param to {@code pdf} or {@code png}
 * @param page number of the page, from 0; not looked at for {@code pdf}
 * @param picture PNG or JPEG of 11 MB at most, in Base64
 */
record LetterOnPaper(String pages, String to, int page, String picture) {
  private static final int MOST_BYTES = 11 << 20;
  private static final Path PICTURE = Path.of("the picture of the paper");

  LetterOnPaper {
    if (pages == null || to == null || picture == null || !pages.endsWith(".page.json")) {
      throw new IllegalArgumentException(
          "pages, pdf or png, and a picture of the paper are wanted");
    }
    if (picture.length() > MOST_BYTES / 3 * 4) {
      throw new IllegalArgumentException(PICTURE + " must have at most 11 MB: make it smaller");
    }
  }

  /** The ending of the file. */
  String ending() {
    return format().ending();
  }

  private PageFormat format() {
    PageFormat format = PageFormat.parse(to);
    if (format != PageFormat.PDF && format != PageFormat.PNG) {
      throw new IllegalArgumentException("paper is saved in pdf or png, not in " + to);
    }
    return format;
  }

  /**
   * The bytes of the file.
   *
   * @param file of the pages
   * @throws BadFileException if the picture is none, is broken or has too many pixels
   */
  byte[] bytes(Path file, RenderSettings look) throws BadFileException, IOException {
    PageFormat format = format();
    BufferedImage ground = PhotoFile.read(PICTURE, Base64.getDecoder().decode(picture));
    PageJson.Pages read = PageJson.read(file);
    List<Page> all = read.pages();
    if (format == PageFormat.PDF) {
      return PagePdf.pdf(all, read.title(), look.ink(), ground);
    }
    if (page < 0 || page >= all.size()) {
      throw new IllegalArgumentException("there is no page " + (page + 1));
    }
    byte[] svg = PageSvg.svg(all.get(page), read.title(), look.ink());
    return PngPicture.png(svg, look.dpi(), ground);
  }
}
