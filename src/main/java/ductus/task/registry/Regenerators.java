package ductus.task.registry;

import ductus.file.BadFileException;
import ductus.provenance.ProvenanceKind;
import ductus.task.Regenerator;
import ductus.task.handwriting.font.FontWriting;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.harmony.Harmonizing;
import ductus.task.humanization.Humanizing;
import ductus.task.language.TextGeneration;
import ductus.task.music.edit.HandEditing;
import ductus.task.music.generation.TuneWriting;
import ductus.task.strokerecovery.PictureDrawing;
import ductus.task.transcription.Transcribing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** All kinds of things that can be made again from their provenance, or say why they cannot. */
public final class Regenerators {
  private final List<Regenerator<?>> all;

  /**
   * Creates one regenerator of each kind.
   *
   * @param programVersion for the provenance of what they make
   * @param threads most threads of the engine
   */
  public Regenerators(String programVersion, int threads) {
    all =
        List.of(
            new TuneWriting(programVersion, threads),
            new TextWriting(programVersion, threads),
            new FontWriting(programVersion, threads),
            new PictureDrawing(programVersion, threads),
            new TextGeneration(programVersion, threads),
            new Harmonizing(programVersion, threads),
            new Humanizing(programVersion, threads),
            new Transcribing(programVersion, threads),
            new HandEditing(programVersion));
  }

  /** The regenerators, one of each kind. */
  public List<Regenerator<?>> all() {
    return all;
  }

  /**
   * Reads a provenance file.
   *
   * @throws BadFileException if it is none, or of a kind that this program does not know
   */
  public Regenerable<?> open(Path sidecar) throws BadFileException, IOException {
    String kind = ProvenanceKind.nameAt(sidecar);
    for (Regenerator<?> regenerator : all) {
      if (regenerator.kind().name().equals(kind)) {
        return Regenerable.read(regenerator, sidecar);
      }
    }
    throw new BadFileException(
        sidecar,
        "kind must be one of %s but was %s"
            .formatted(
                all.stream().map(each -> each.kind().name()).collect(Collectors.joining(", ")),
                kind));
  }
}
