package ductus.ink.render;

import ductus.ink.page.Page;
import ductus.ink.page.PageJson;
import ductus.ink.plotter.Ebb;
import ductus.ink.plotter.Gcode;
import ductus.ink.plotter.Hpgl;
import ductus.ink.plotter.PenTravel;
import ductus.ink.plotter.PlotterProfile.Language;
import ductus.picture.PngPicture;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The formats that pages can be written as. PDF and JSON hold all pages in one file; of the others
 * there is a file for each page. The same pages give the same bytes, of PNG on the same Java.
 */
public enum PageFormat {
  /** SVG with one path a stroke, in mm. */
  SVG(".svg"),

  /** SVG that writes itself. */
  ANIMATED_SVG(".anim.svg"),

  /** PNG: pixels on white. */
  PNG(".png"),

  /** PDF: all pages in real size. */
  PDF(".pdf"),

  /** G-code for plotters. */
  GCODE(".gcode"),

  /** HPGL for plotters of the Hewlett-Packard kind. */
  HPGL(".hpgl"),

  /** Commands of the EiBotBoard, for AxiDraw. */
  EBB(".ebb"),

  /** JSON of all pages ({@link PageJson}), for further use. */
  JSON(".page.json");

  private final String ending;

  PageFormat(String ending) {
    this.ending = ending;
  }

  /** The ending of new files, with its dot. */
  public String ending() {
    return ending;
  }

  /** The name by which users call the format. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether all pages go into one file. */
  public boolean holdsAllPages() {
    return this == PDF || this == JSON;
  }

  /**
   * Returns the format that has a name, whatever its case.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PageFormat parse(String name) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format must be one of "
                        + Arrays.stream(values())
                            .map(PageFormat::label)
                            .collect(Collectors.joining(", "))
                        + " but was "
                        + name));
  }

  /** Returns the format that a file's ending stands for, if it is a known one. */
  public static Optional<PageFormat> ofEnding(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(ANIMATED_SVG.ending)) {
      return Optional.of(ANIMATED_SVG);
    }
    return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
  }

  /**
   * Writes the content of the files: one, or one for each page.
   *
   * @param title for people and programs that ask what it is
   * @throws IllegalArgumentException if a plotter's pen would leave the paper
   */
  public List<byte[]> files(List<Page> pages, String title, RenderSettings settings) {
    Ink ink = settings.ink();
    return switch (this) {
      case PDF -> List.of(PagePdf.pdf(pages, title, ink));
      case SVG ->
          pages.stream()
              .map(
                  page ->
                      settings.hasLayers()
                          ? PageSvg.layered(page, title, ink)
                          : PageSvg.svg(page, title, ink))
              .toList();
      case ANIMATED_SVG ->
          pages.stream()
              .map(page -> AnimatedPageSvg.svg(page, title, ink, settings.timing(page)))
              .toList();
      case PNG ->
          pages.stream()
              .map(page -> PngPicture.png(PageSvg.svg(page, title, ink), settings.dpi()))
              .toList();
      case GCODE -> pages.stream().map(page -> Gcode.of(page, settings.plotter())).toList();
      case HPGL -> pages.stream().map(page -> Hpgl.of(page, settings.plotter())).toList();
      case EBB -> pages.stream().map(page -> Ebb.of(page, settings.plotter())).toList();
      case JSON -> List.of(PageJson.bytes(pages, title));
    };
  }

  /** How far a plotter's pen goes over pages; empty for formats that are for no plotter. */
  public Optional<PenTravel> travel(List<Page> pages, RenderSettings settings) {
    return language().map(language -> PenTravel.of(pages, settings.plotter(), language));
  }

  /** What a plotter is told in; empty for formats that are for no plotter. */
  public Optional<Language> language() {
    return switch (this) {
      case GCODE -> Optional.of(Language.GCODE);
      case HPGL -> Optional.of(Language.HPGL);
      case EBB -> Optional.of(Language.EBB);
      case SVG, ANIMATED_SVG, PNG, PDF, JSON -> Optional.empty();
    };
  }
}
