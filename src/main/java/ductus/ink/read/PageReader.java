package ductus.ink.read;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.PageJson;
import ductus.ink.read.source.InkSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads pages that Ductus wrote, kept as JSON: a piece a line, with its text, in mm. */
final class PageReader {
  private PageReader() {}

  static List<Handwriting> read(InkSource source) throws BadFileException, IOException {
    List<Handwriting> lines =
        PageJson.read(source.path()).pages().stream()
            .map(Page::lines)
            .flatMap(List::stream)
            .map(PageReader::line)
            .filter(line -> !line.strokes().isEmpty())
            .toList();
    if (lines.isEmpty()) {
      throw source.error("must have a written line but has none");
    }
    return lines;
  }

  private static Handwriting line(PlacedLine line) {
    return new Handwriting(line.strokes().toList(), Optional.of(line.text()), Optional.empty());
  }
}
