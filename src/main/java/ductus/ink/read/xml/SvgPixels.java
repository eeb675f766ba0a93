package ductus.ink.read.xml;

import ductus.file.BadFileException;
import ductus.ink.read.source.InkSource;
import ductus.picture.PngPicture;
import java.io.IOException;
import java.nio.file.Path;

/** An SVG file as it looks, whatever it is made of: circles, areas and letters as well as lines. */
public final class SvgPixels {
  private SvgPixels() {}

  /**
   * Renders a file as PNG, on white; what it refers to is not loaded.
   *
   * @param side pixels of its longer side
   * @throws BadFileException if it is no SVG, or cannot be rendered
   */
  public static byte[] png(Path path, int side) throws BadFileException, IOException {
    InkSource source = InkSource.open(path);
    XmlTree.read(source); // Refuses what declares entities before another parser meets them.
    try {
      return PngPicture.pngOfOthers(source.stream().readAllBytes(), side);
    } catch (IllegalArgumentException undrawable) {
      throw new BadFileException(
          path,
          "cannot be drawn as an SVG picture: "
              + BadFileException.innermostCause(undrawable).getMessage());
    }
  }
}
