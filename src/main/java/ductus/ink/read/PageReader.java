package ductus.ink.read;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.page.Page;
import ductus.ink.page.PageJson;
import ductus.ink.page.PlacedLine;
import ductus.ink.page.PlacedWord;
import ductus.ink.read.source.InkSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    List<Stroke> strokes =
        line.words().stream().map(PlacedWord::strokes).flatMap(List::stream).toList();
    String text = line.words().stream().map(PlacedWord::text).collect(Collectors.joining(" "));
    return new Handwriting(strokes, Optional.of(text), Optional.empty());
  }
}
