package ductus.studio.collection;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.provenance.OutputNames;
import ductus.studio.web.RequestException;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingProvenance;
import ductus.task.harmony.Harmonizing;
import ductus.task.harmony.HarmonyProvenance;
import ductus.task.language.TextGeneration;
import ductus.task.language.TextProvenance;
import ductus.task.music.generation.MusicProvenance;
import ductus.task.music.generation.TuneWriting;
import ductus.task.strokerecovery.DrawingProvenance;
import ductus.task.strokerecovery.PictureDrawing;
import ductus.task.transcription.Transcribing;
import ductus.task.transcription.TranscriptionProvenance;
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
  record RegeneratedItem(LibraryItem item, List<String> different) {}

  RegeneratedItem run(Library library, Creation creation) throws BadFileException, IOException {
    Path stem = OutputNames.stems(workspace.root(), "again", 1).get(0);
    List<String> different = make(creation, stem);
    return new RegeneratedItem(library.item(workspace.name(stem)), different);
  }

  /** Writes to a stem; returns the endings of files that differ. */
  private List<String> make(Creation creation, Path stem) throws BadFileException, IOException {
    Path sidecar = creation.sidecar();
    return switch (creation.kind()) {
      case "music" ->
          new TuneWriting(programVersion, threads)
              .again(sidecar, MusicProvenance.read(sidecar), stem)
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
      case TranscriptionProvenance.KIND ->
          new Transcribing(programVersion, threads)
              .again(sidecar, TranscriptionProvenance.read(sidecar), stem, ReadingListener.NONE)
              .different();
      case TextProvenance.KIND ->
          new TextGeneration(programVersion, threads)
                  .again(sidecar, TextProvenance.read(sidecar), stem)
                  .same()
              ? List.of()
              : List.of(".txt");
      default ->
          throw new RequestException(
              422, "the page cannot make this kind again; ductus regenerate " + sidecar + " can");
    };
  }
}
