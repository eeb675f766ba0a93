package ductus.studio.inside;

import ductus.analysis.unit.ReplayedPage;
import ductus.analysis.unit.ReplayedTune;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.provenance.Provenance;
import ductus.studio.collection.Workspace;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.music.generation.TuneWriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The things that were looked into last, since to draw them once more takes a while. */
public final class InspectionCache {
  private static final int MOST = 4;

  private final Workspace workspace;
  private final TextWriting writing;
  private final Map<String, Object> opened = new LinkedHashMap<>(MOST, 0.75f, true);

  /**
   * Nothing was looked into yet.
   *
   * @param programVersion of this program
   * @param threads most threads of the engine
   */
  public InspectionCache(Workspace workspace, String programVersion, int threads) {
    this.workspace = workspace;
    writing = new TextWriting(programVersion, threads);
  }

  /** A tune, and how its tokens were drawn. */
  record Tune(ReplayedTune inside, Sampling sampling) {}

  /** A tune by its stem. */
  synchronized Tune tune(String stem) throws BadFileException, IOException {
    Path sidecar = sidecar(stem);
    String key = key(sidecar);
    if (opened.get(key) instanceof Tune known) {
      return known;
    }
    Provenance<TuneWriting.RequestedTune> provenance = TuneWriting.KIND.read(sidecar);
    Tune tune =
        new Tune(ReplayedTune.open(sidecar, provenance), provenance.request().request().sampling());
    remember(key, tune);
    return tune;
  }

  /** Handwriting by its stem. */
  synchronized ReplayedPage letter(String stem) throws BadFileException, IOException {
    Path sidecar = sidecar(stem);
    String key = key(sidecar);
    if (opened.get(key) instanceof ReplayedPage known) {
      return known;
    }
    ReplayedPage letter = ReplayedPage.open(sidecar, TextWriting.KIND.read(sidecar), writing);
    remember(key, letter);
    return letter;
  }

  private Path sidecar(String stem) throws IOException {
    return workspace.file(stem + ".json");
  }

  /** The key of a sidecar: another file of the same name is another thing. */
  private String key(Path sidecar) throws IOException {
    return workspace.name(sidecar) + " " + Files.getLastModifiedTime(sidecar).toMillis();
  }

  private void remember(String key, Object thing) {
    opened.put(key, thing);
    if (opened.size() > MOST) {
      opened.remove(opened.keySet().iterator().next());
    }
  }
}
