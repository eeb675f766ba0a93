package ductus.cli.format;

import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.ink.page.Page;
import ductus.ink.page.PageJson;
import ductus.ink.plotter.PenTravel;
import ductus.ink.plotter.PlotterProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How long plotters would take for a file of pages.
 *
 * @param plotted the pen's way by the name of the plotter; of those alone that the pages fit
 */
public record PlotTimes(Map<String, PenTravel> plotted) {
  public PlotTimes {
    plotted = new LinkedHashMap<>(plotted);
  }

  /** Reckons the times for a file; none if it holds no pages. */
  public static PlotTimes of(Path file) throws BadFileException, IOException {
    Map<String, PenTravel> plotted = new LinkedHashMap<>();
    if (PageJson.isPages(file)) {
      List<Page> pages = PageJson.read(file).pages();
      for (PlotterProfile profile : PlotterProfile.values()) {
        travel(pages, profile).ifPresent(travel -> plotted.put(profile.label(), travel));
      }
    }
    return new PlotTimes(plotted);
  }

  /** Empty if a page does not fit the plotter. */
  private static Optional<PenTravel> travel(List<Page> pages, PlotterProfile profile) {
    try {
      return Optional.of(PenTravel.of(pages, profile.usual(), profile.language()));
    } catch (IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }

  /** A line for people, empty where there are no times. */
  public String line() {
    return plotted.isEmpty()
        ? ""
        : "  plotted in "
            + plotted.entrySet().stream()
                .map(each -> NumberText.seconds(each.getValue().seconds()) + " " + each.getKey())
                .collect(Collectors.joining(", "));
  }
}
