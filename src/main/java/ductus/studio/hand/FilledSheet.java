package ductus.studio.hand;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.scan.PhotoFile;
import ductus.ink.scan.PhotographedSheet;
import ductus.ink.scan.SheetMarks;
import ductus.ink.template.HandTemplate;
import ductus.ink.template.LineTemplate;
import ductus.ink.template.SheetCell;
import ductus.studio.web.BrowserFile;
import ductus.task.strokerecovery.SheetTracer;
import ductus.task.strokerecovery.SheetTracer.TracedCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as somebody filled it in.
 *
 * @param name of its file, for complaints
 * @param content as text, such as SVG
 * @param bytes of the file in Base64, in place of the text
 */
record FilledSheet(String name, @Nullable String content, @Nullable String bytes) {
  FilledSheet {
    if (name == null || (content == null && bytes == null)) {
      throw new IllegalArgumentException("a sheet must have a name and content");
    }
  }

  private byte[] fileBytes() {
    return bytes == null
        ? String.valueOf(content).getBytes(StandardCharsets.UTF_8)
        : Base64.getDecoder().decode(bytes);
  }

  /**
   * What a sheet brought.
   *
   * @param pieces labelled, in x-heights, y up, the line to write on at 0
   * @param doubtful texts of pieces that may be wrong
   */
  record Content(List<Handwriting> pieces, List<String> doubtful) {
    Content {
      pieces = List.copyOf(pieces);
      doubtful = List.copyOf(doubtful);
    }

    Content map(UnaryOperator<Handwriting> change) {
      return new Content(pieces.stream().map(change).toList(), doubtful);
    }
  }

  /** What was drawn in the boxes of the sheet of characters, within the bounds of the page. */
  Content characters(Path folder, int threads) throws IOException {
    return read(
            folder,
            file ->
                PhotoFile.isOne(file)
                    ? photographed(file, SheetMarks.Kind.LETTERS, HandTemplate.cells(), threads)
                    : new Content(HandTemplate.readInXHeights(file), List.of()))
        .map(FilledSheet::bounded);
  }

  /** What was written on the sheet of sentences, with times. */
  Content lines(Path folder, int threads) throws IOException {
    return read(
            folder,
            file ->
                PhotoFile.isOne(file)
                    ? photographed(file, SheetMarks.Kind.LINES, LineTemplate.cells(), threads)
                    : new Content(LineTemplate.readInXHeights(file), List.of()))
        .map(PenPace::timed);
  }

  private Content read(Path folder, BrowserFile.Reading<Content> reading) throws IOException {
    return BrowserFile.read(folder, ".tmp", name, fileBytes(), reading);
  }

  private static Content photographed(
      Path file, SheetMarks.Kind kind, List<SheetCell> cells, int threads)
      throws BadFileException, IOException {
    PhotographedSheet sheet = PhotographedSheet.read(file);
    if (sheet.kind() != kind) {
      throw new BadFileException(
          file,
          kind == SheetMarks.Kind.LETTERS
              ? "is the sheet of sentences: bring it where sentences are copied"
              : "is the sheet of characters: bring it where single characters are drawn");
    }
    List<TracedCell> traced = SheetTracer.read(sheet, cells, threads);
    if (traced.isEmpty()) {
      throw new BadFileException(file, "is a sheet on which nothing is written");
    }
    return new Content(
        traced.stream().map(TracedCell::ink).toList(),
        traced.stream()
            .filter(TracedCell::doubtful)
            .map(cell -> cell.ink().text().orElse(""))
            .distinct()
            .toList());
  }

  /** A character, as long as it is what the page itself could have drawn. */
  private static Handwriting bounded(Handwriting piece) {
    return new Drawing(piece.text().orElse(""), List.of(Drawing.strokes(piece))).ink().get(0);
  }
}
