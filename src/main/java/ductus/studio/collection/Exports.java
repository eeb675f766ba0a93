package ductus.studio.collection;

import ductus.corpus.ReadingListener;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import ductus.music.Score;
import ductus.music.audio.SoundBank;
import ductus.music.musicstring.ScoreMidi;
import ductus.studio.web.RequestException;
import ductus.task.handwriting.page.PageExport;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.music.export.Export;
import ductus.task.music.export.ExportFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files of the workspace in another format, made once and kept by the bytes they are made from. */
public final class Exports {
  private final Workspace workspace;
  private final RenderedFiles rendered;

  /** Creates the exports of a workspace. */
  public Exports(Workspace workspace) {
    this.workspace = workspace;
    rendered = new RenderedFiles(workspace.sounds());
  }

  /**
   * A score in another format: sound above all.
   *
   * @param score a MIDI, ABC or MusicXML file
   */
  public synchronized Path score(Path score, ExportFormat format)
      throws BadFileException, IOException {
    if (format == ExportFormat.MIDI && ExportFormat.ofEnding(score).equals(Optional.of(format))) {
      return score;
    }
    Path made = place(Sha256.hex(Files.readAllBytes(score)) + format.ending());
    if (!Files.exists(made)) {
      Export export =
          Export.run(
              List.of(score), format, SoundBank.BUILT_IN, Optional.of(made), ReadingListener.NONE);
      if (!export.leftOut().isEmpty()) {
        throw new RequestException(422, export.leftOut().get(0).reason());
      }
    }
    rendered.use(made);
    return made;
  }

  /** The sound of a score that has no file of its own, such as one tune of a book. */
  public Path sound(Score score) throws BadFileException, IOException {
    byte[] midi = ScoreMidi.bytes(score);
    Path file = place(Sha256.hex(midi) + ExportFormat.MIDI.ending());
    AtomicFile.write(file, midi);
    return score(file, ExportFormat.WAV);
  }

  /**
   * Written pages in another format.
   *
   * @param pages the file of all pages as JSON
   * @param number of the page, from 0; the one file of a format that holds all has number 0
   */
  synchronized Path page(Path pages, PageFormat format, int number)
      throws BadFileException, IOException {
    RenderSettings look = look(pages);
    String from = Sha256.hex(Files.readAllBytes(pages)) + look;
    String key = Sha256.hex(from.getBytes(StandardCharsets.UTF_8));
    Path made = place(key + "-" + number + format.ending());
    if (!Files.exists(made)) {
      Path folder = AtomicFile.makeFolderOf(made);
      Path base = Files.createTempDirectory(folder, "pages");
      try {
        List<Path> written =
            PageExport.run(pages, format, Optional.of(base.resolve("page" + format.ending())), look)
                .files();
        if (number >= written.size()) {
          throw new RequestException(404, "there is no page " + (number + 1));
        }
        Files.move(written.get(number), made);
        for (Path other : written) {
          Files.deleteIfExists(other);
        }
      } finally {
        Files.deleteIfExists(base);
      }
    }
    rendered.use(made);
    return made;
  }

  /** Ink and plotter as they were asked for, where a sidecar tells. */
  private static RenderSettings look(Path pages) throws BadFileException, IOException {
    String name = String.valueOf(pages.getFileName());
    String stem = name.substring(0, name.length() - PageFormat.JSON.ending().length());
    Path sidecar = pages.resolveSibling(stem + Creation.SIDECAR);
    return Files.exists(sidecar) && TextWriting.KIND.isAt(sidecar)
        ? TextWriting.KIND.read(sidecar).request().request().look()
        : RenderSettings.DEFAULT;
  }

  private Path place(String name) throws IOException {
    Path place = workspace.sounds().resolve(name);
    AtomicFile.makeFolderOf(place);
    return place;
  }
}
