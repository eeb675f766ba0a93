package ductus.studio.write;

import ductus.file.BadFileException;
import ductus.ink.render.PageFormat;
import ductus.provenance.NewNames;
import ductus.studio.collection.Workspace;
import ductus.studio.write.WritingHands.PreparedLetter;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes letters into the drafts, for one page at a time. */
final class DraftWriter {
  private static final List<PageFormat> FORMATS = List.of(PageFormat.SVG, PageFormat.JSON);

  /**
   * What was written.
   *
   * @param stem among the drafts, as the page names it
   * @param seed as text
   * @param style its hands
   * @param pages file of all pages as JSON
   * @param pictures a picture of each page
   * @param substitutes what stands for characters that the hand lacks; empty for one left out
   */
  record WriteResponse(
      String stem,
      String seed,
      String style,
      String pages,
      List<String> pictures,
      Map<String, String> substitutes) {}

  private final Workspace workspace;
  private final TextWriting writing;
  private final WritingHands hands;

  /** Characters of the text that is being written, and how many of them are; none at rest. */
  private volatile WriteProgress reached = WriteProgress.NONE;

  /**
   * Ready to write.
   *
   * @param hands that write
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  DraftWriter(Workspace workspace, WritingHands hands, String programVersion, int threads) {
    this.workspace = workspace;
    this.hands = hands;
    writing =
        new TextWriting(
            programVersion,
            threads,
            hands.memory(),
            characters -> reached = reached.at(characters));
  }

  /**
   * How far the text is that is being written.
   *
   * @param characters that are drawn
   * @param all of the text; 0 while none is being written
   */
  record WriteProgress(int characters, int all) {
    static final WriteProgress NONE = new WriteProgress(0, 0);

    /** Lines that are drawn a second time take it no further than the end. */
    WriteProgress at(int drawn) {
      return new WriteProgress(Math.min(drawn, all), all);
    }
  }

  /** How far the text is that is being written; one is written at a time, others wait for it. */
  WriteProgress reached() {
    return reached;
  }

  /** Writes what is wished for. */
  synchronized WriteResponse write(WriteRequest wish) throws BadFileException, IOException {
    PreparedLetter letter = hands.prepared(wish);
    WritingRequest request = letter.request();
    reached = new WriteProgress(0, request.text().length());
    StemAndFiles written;
    try {
      written = written(letter, request);
    } finally {
      reached = WriteProgress.NONE;
    }
    List<String> files = written.files();
    return new WriteResponse(
        workspace.name(written.stem()),
        Long.toString(request.seed()),
        request.style().toString(),
        files.stream()
            .filter(file -> file.endsWith(PageFormat.JSON.ending()))
            .findFirst()
            .orElse(""),
        files.stream().filter(file -> file.endsWith(PageFormat.SVG.ending())).toList(),
        letter.substitutes());
  }

  private record StemAndFiles(Path stem, List<String> files) {
    StemAndFiles {
      files = List.copyOf(files);
    }
  }

  private StemAndFiles written(PreparedLetter letter, WritingRequest request)
      throws BadFileException, IOException {
    try (NewNames names = NewNames.ofTunes(workspace.drafts(), request.style().label(), 1)) {
      Path stem = names.next();
      List<Path> files =
          writing.write(letter.model(), letter.given(), request, FORMATS, stem).files();
      return new StemAndFiles(stem, files.stream().map(workspace::name).toList());
    }
  }
}
