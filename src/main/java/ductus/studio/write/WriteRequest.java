package ductus.studio.write;

import ductus.ink.layout.PageChanges;
import ductus.ink.page.Margins;
import ductus.ink.page.PageSetup;
import ductus.ink.page.PageSetup.Alignment;
import ductus.ink.page.PageSetup.Ruling;
import ductus.ink.page.Paper;
import ductus.ink.plotter.PlotterProfile;
import ductus.ink.render.Ink;
import ductus.ink.render.RenderSettings;
import ductus.studio.web.NamedChoice;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the page wishes to have written.
 *
 * @param text what it is to say
 * @param hands weights of the hands, above 0; one hand alone, or some of each of several
 * @param neatness 0 (loose) to 1 (neat)
 * @param slant degrees to the right
 * @param paper by name, or width x height in mm
 * @param landscape whether the paper is turned onto its longer side
 * @param ruling what is printed on it
 * @param alignment where lines begin and end
 * @param size height of a small letter in mm; null for the usual one
 * @param ink color by name or as {@code #rrggbb}
 * @param nib width of a stroke in mm; null for the usual one
 * @param seed as text; null or empty for a new one
 * @param model name of a run that learned hands; null or empty for the model that ships
 * @param margins at the top, right, bottom and left, in mm; null for those that suit the paper
 * @param lineSpacing from line to line in mm; null for what suits the letters
 * @param pressure whether strokes are thicker where a hand presses; null for not
 * @param plotter name of the profile of a plotter; null for one with its pen on the Z axis
 * @param arrangement what was changed by hand on the pages; null for nothing
 */
record WriteRequest(
    String text,
    Map<String, Double> hands,
    double neatness,
    double slant,
    String paper,
    boolean landscape,
    String ruling,
    String alignment,
    @Nullable Double size,
    String ink,
    @Nullable Double nib,
    @Nullable String seed,
    @Nullable String model,
    @Nullable List<Double> margins,
    @Nullable Double lineSpacing,
    @Nullable Boolean pressure,
    @Nullable String plotter,
    @Nullable PageChanges arrangement) {
  private static final int LONGEST_TEXT = 20_000;
  private static final int SIDES = 4;

  /** Who wants to see a whole page does not wait as long as somebody writes; mm a second. */
  private static final double PEN_SPEED = 60;

  WriteRequest {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("there must be a text to write");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "a text must have at most %d characters but has %d"
              .formatted(LONGEST_TEXT, text.length()));
    }
    if (hands == null || hands.isEmpty()) {
      throw new IllegalArgumentException("a hand must be chosen");
    }
    if (paper == null || ruling == null || alignment == null || ink == null) {
      throw new IllegalArgumentException("paper, ruling, alignment and ink must be chosen");
    }
    if (margins != null && (margins.size() != SIDES || margins.contains(null))) {
      throw new IllegalArgumentException(
          "margins must be of four sides but were of " + margins.size());
    }
    margins = margins == null ? null : List.copyOf(margins);
  }

  StyleChoice style() {
    return new StyleChoice(new TreeMap<>(hands));
  }

  PenManner manner() {
    return PenManner.neat(neatness, slant);
  }

  /** The name of the run that learned the hands; empty for the model that ships. */
  String run() {
    return model == null ? "" : model;
  }

  PageSetup setup() {
    Paper sheet = Paper.parse(paper);
    Ruling lines = NamedChoice.of(Ruling.class, "ruling", ruling);
    PageSetup setup =
        PageSetup.on(landscape ? sheet.landscape() : sheet)
            .withRuling(lines, lines != Ruling.PLAIN)
            .withAlignment(NamedChoice.of(Alignment.class, "alignment", alignment));
    if (margins != null) {
      setup =
          setup.withMargins(
              new Margins(margins.get(0), margins.get(1), margins.get(2), margins.get(3)));
    }
    if (size != null) {
      setup = setup.withXHeight(size);
    }
    return lineSpacing == null ? setup : setup.withLineSpacing(lineSpacing);
  }

  /** The plotter that is to draw the pages. */
  PlotterProfile plotterProfile() {
    return plotter == null ? PlotterProfile.Z_AXIS : PlotterProfile.parse(plotter);
  }

  RenderSettings look() {
    RenderSettings usual = RenderSettings.DEFAULT;
    Ink colored = Ink.BLUE.withColor(ink).withPressure(Boolean.TRUE.equals(pressure));
    return new RenderSettings(
        nib == null ? colored : colored.withNibWidth(nib),
        usual.dpi(),
        PEN_SPEED,
        plotterProfile().usual());
  }
}
