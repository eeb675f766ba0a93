package ductus.picture.chart;

import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.util.List;
import java.util.stream.Collectors;

/** A picture of several parts below each other, under one title. */
public final class StackedFigure {
  static final double WIDTH = 920;
  static final double MARGIN = 20;
  private static final double TITLE_HEIGHT = 44;

  private StackedFigure() {}

  /** A part of the picture, as wide as the sheet without its margins. */
  public interface Part {
    /** Height of the part. */
    double height();

    /**
     * Draws the part.
     *
     * @param left of its place
     * @param top of its place
     * @param width of its place
     */
    void draw(SvgDocument svg, double left, double top, double width);

    /** A description of what the part shows, for those who do not see it. */
    String description();
  }

  /** Creates a line of bold text that sets off the parts below it. */
  public static Part heading(String text) {
    return new Part() {
      @Override
      public double height() {
        return 40;
      }

      @Override
      public void draw(SvgDocument svg, double left, double top, double width) {
        svg.text(left, top + 27, text, "font-size", "15", "font-weight", "bold");
      }

      @Override
      public String description() {
        return text + ".";
      }
    };
  }

  /** Draws an SVG document of some parts. The same values give the same bytes. */
  public static byte[] svg(String title, List<Part> parts) {
    double height = TITLE_HEIGHT + parts.stream().mapToDouble(Part::height).sum();
    String description = parts.stream().map(Part::description).collect(Collectors.joining(" "));
    SvgDocument svg = new SvgDocument(WIDTH, height, "px", title, description);
    svg.rectangle(0, 0, WIDTH, height, "fill", "#ffffff");
    svg.open("font-family", "sans-serif", "fill", Palette.INK);
    svg.text(MARGIN, 30, title, "font-size", "17", "font-weight", "bold");
    double top = TITLE_HEIGHT;
    for (Part part : parts) {
      part.draw(svg, MARGIN, top, WIDTH - 2 * MARGIN);
      top += part.height();
    }
    svg.close();
    return svg.bytes();
  }
}
