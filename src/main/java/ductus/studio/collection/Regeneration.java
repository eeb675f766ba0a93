package ductus.studio.collection;

import ductus.file.BadFileException;
import ductus.studio.web.Refusal;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.generation.OutputNames;
import ductus.workbench.generation.Provenance;
import ductus.workbench.generation.TuneWriting;
import ductus.workbench.harmony.Harmonizing;
import ductus.workbench.harmony.HarmonyProvenance;
import ductus.workbench.hearing.HearingProvenance;
import ductus.workbench.hearing.Transcribing;
import ductus.workbench.text.TextGeneration;
import ductus.workbench.text.TextProvenance;
import ductus.workbench.tracing.DrawingProvenance;
import ductus.workbench.tracing.PictureDrawing;
import ductus.workbench.writing.TextWriting;
import ductus.workbench.writing.WritingProvenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes things again from their provenance, and compares the bytes. */
final class Regeneration {
  private final Workspace workspace;
  private final String programVersion;
  private final int threads;

  Regeneration(Workspace workspace, String programVersion, int threads) {
    this.workspace = workspace;
    this.programVersion = programVersion;
    this.threads = threads;
  }

  /**
   * What was made again.
   *
   * @param item the new one
   * @param different endings of files whose bytes differ
   */
  record Again(Item item, List<String> different) {}

  Again run(Library library, Creation creation) throws BadFileException, IOException {
    Path stem = OutputNames.stems(workspace.root(), "again", 1).get(0);
    List<String> different = make(creation, stem);
    return new Again(library.item(workspace.name(stem)), different);
  }

  /** Writes to a stem; returns the endings of files that differ. */
  private List<String> make(Creation creation, Path stem) throws BadFileException, IOException {
    Path sidecar = creation.sidecar();
    return switch (creation.kind()) {
      case "music" ->
          new TuneWriting(programVersion, threads)
              .again(sidecar, Provenance.read(sidecar), stem)
              .different();
      case WritingProvenance.KIND ->
          new TextWriting(programVersion, threads)
              .again(sidecar, WritingProvenance.read(sidecar), stem)
              .different();
      case HarmonyProvenance.KIND ->
          new Harmonizing(programVersion, threads)
              .again(sidecar, HarmonyProvenance.read(sidecar), stem)
              .different();
      case DrawingProvenance.KIND ->
          new PictureDrawing(programVersion, threads)
              .again(sidecar, DrawingProvenance.read(sidecar), stem)
              .different();
      case HearingProvenance.KIND ->
          new Transcribing(programVersion, threads)
              .again(sidecar, HearingProvenance.read(sidecar), stem, ReadingListener.NONE)
              .different();
      case TextProvenance.KIND ->
          new TextGeneration(programVersion, threads)
                  .again(sidecar, TextProvenance.read(sidecar), stem)
                  .same()
              ? List.of()
              : List.of(".txt");
      default ->
          throw new Refusal(
              422, "the page cannot make this kind again; ductus regenerate " + sidecar + " can");
    };
  }
}
