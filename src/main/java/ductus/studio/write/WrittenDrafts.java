package ductus.studio.write;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.page.Page;
import ductus.ink.page.PageJson;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import ductus.provenance.NewNames;
import ductus.provenance.OutputNames;
import ductus.studio.collection.Creation;
import ductus.studio.collection.NewestFiles;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Letters that were written and not kept: a shelf of them, and several bound into one file. */
final class WrittenDrafts {
  private static final int SHELF = 24;
  private static final int MOST_BOUND = 500;
  private static final String ZIP = "zip";

  /** Says nothing, so that the same letters are the same bytes; earlier ones are kept otherwise. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final Workspace workspace;

  WrittenDrafts(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A letter on the shelf.
   *
   * @param text that it says
   * @param pages file of all pages as JSON
   * @param picture of the first page
   */
  record DraftCard(String stem, String style, String text, String pages, String picture) {}

  /**
   * Letters to be bound.
   *
   * @param pages files of pages as JSON, in order
   * @param to {@code pdf} for one of all pages, or {@code zip} for one with a PDF of each letter
   */
  record BindRequest(List<String> pages, String to) {
    BindRequest {
      if (pages == null || pages.isEmpty() || pages.size() > MOST_BOUND || to == null) {
        throw new IllegalArgumentException(
            "1 to %d letters must be named, and pdf or zip".formatted(MOST_BOUND));
      }
      pages = List.copyOf(pages);
    }
  }

  /** The latest letters, newest first. */
  List<DraftCard> shelf() throws BadFileException, IOException {
    List<Path> files =
        NewestFiles.of(
            workspace.drafts(), file -> file.toString().endsWith(PageFormat.JSON.ending()));
    List<DraftCard> cards = new ArrayList<>();
    for (Path pages : files.subList(0, Math.min(SHELF, files.size()))) {
      Path stem = stem(pages);
      Path sidecar = OutputNames.path(stem, Creation.SIDECAR);
      if (!Files.exists(sidecar) || !TextWriting.KIND.isAt(sidecar)) {
        continue;
      }
      WritingRequest request = TextWriting.KIND.read(sidecar).request().request();
      Path one = OutputNames.path(stem, PageFormat.SVG.ending());
      Path first = OutputNames.path(stem, "-1" + PageFormat.SVG.ending());
      cards.add(
          new DraftCard(
              workspace.name(stem),
              request.style().toString(),
              request.text(),
              workspace.name(pages),
              workspace.name(Files.exists(one) ? one : first)));
    }
    return cards;
  }

  private static Path stem(Path pages) {
    String name = String.valueOf(pages.getFileName());
    return pages.resolveSibling(
        name.substring(0, name.length() - PageFormat.JSON.ending().length()));
  }

  /** A letter together with the paper under it, as the bytes of a file. */
  byte[] onPaper(LetterOnPaper wish) throws BadFileException, IOException {
    Path file = workspace.file(wish.pages());
    return wish.bytes(file, look(file));
  }

  /** Binds letters, and returns the name of the new file. */
  String bind(BindRequest asked) throws BadFileException, IOException {
    List<Path> files = new ArrayList<>();
    for (String name : asked.pages()) {
      if (!name.endsWith(PageFormat.JSON.ending())) {
        throw new RequestException(422, name + " must be a file of pages");
      }
      files.add(workspace.file(name));
    }
    boolean zip = asked.to().equals(ZIP);
    if (!zip && !asked.to().equals(PageFormat.PDF.label())) {
      throw new RequestException(422, "letters are bound as pdf or zip, not as " + asked.to());
    }
    try (NewNames names = NewNames.ofTunes(workspace.drafts(), "letters", 1)) {
      Path stem = names.next();
      Path file = OutputNames.path(stem, zip ? ".zip" : PageFormat.PDF.ending());
      AtomicFile.makeFolderOf(file);
      AtomicFile.write(file, zip ? zip(files) : pdf(files));
      return workspace.name(file);
    }
  }

  private static byte[] pdf(List<Path> files) throws BadFileException, IOException {
    List<Page> pages = new ArrayList<>();
    for (Path file : files) {
      for (Page page : PageJson.read(file).pages()) {
        pages.add(new Page(pages.size() + 1, page.paper(), page.rules(), page.lines()));
      }
    }
    return PageFormat.PDF.files(pages, "Letters", look(files.get(0))).get(0);
  }

  private static byte[] zip(List<Path> files) throws BadFileException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < files.size(); i++) {
        ZipEntry entry = new ZipEntry(String.format(Locale.ROOT, "letter-%03d.pdf", i + 1));
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(pdf(List.of(files.get(i))));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static RenderSettings look(Path pages) throws BadFileException, IOException {
    Path stem = stem(pages);
    Path sidecar = OutputNames.path(stem, Creation.SIDECAR);
    return Files.exists(sidecar) && TextWriting.KIND.isAt(sidecar)
        ? TextWriting.KIND.read(sidecar).request().request().look()
        : RenderSettings.DEFAULT;
  }
}
