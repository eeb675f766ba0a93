package ductus.task.music.edit;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.midi.MidiWriter;
import ductus.provenance.OutputFiles;
import ductus.provenance.OutputNames;
import ductus.provenance.Provenance;
import ductus.provenance.Provenance.UsedModel;
import ductus.provenance.ProvenanceKind;
import ductus.task.Regenerator;
import ductus.task.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes scores that were changed by hand, each with a provenance that names its parent. */
public final class HandEditing implements Regenerator<EditRequest> {
  /** The kind of provenance that edited scores have. */
  public static final ProvenanceKind<EditRequest> KIND =
      ProvenanceKind.of("edit", EditRequest.class, List.of(".mid", OutputNames.SIDECAR));

  /** What stands where others name their model and its kernels. */
  private static final String BY_HAND = "by hand";

  private final String programVersion;

  /** An editing that writes this version of Ductus into its provenances. */
  public HandEditing(String programVersion) {
    this.programVersion = programVersion;
  }

  /**
   * Writes an edited score; nothing is overwritten.
   *
   * @param name of the parent's file, for the provenance
   * @param parentFile content of that file
   * @param parent what is in it
   * @param edited the new score
   * @param stem of the new files
   * @return the files
   */
  public List<Path> write(String name, byte[] parentFile, Score parent, Score edited, Path stem)
      throws IOException {
    String hash = Sha256.hex(parentFile);
    OutputFiles files = new OutputFiles(stem);
    files.writeNew(".mid", MidiWriter.write(edited));
    EditRequest request =
        new EditRequest(name, hash, onlyIn(edited, parent), onlyIn(parent, edited));
    files.write(
        KIND,
        new Provenance<>(
            programVersion, new UsedModel(BY_HAND, hash), BY_HAND, request, files.hashes()));
    return files.paths();
  }

  /** How many notes of a score another one lacks. */
  private static int onlyIn(Score score, Score other) {
    Map<Note, Integer> there = new HashMap<>();
    other.notes().forEach(note -> there.merge(note, 1, Integer::sum));
    int only = 0;
    for (Note note : score.notes()) {
      if (there.merge(note, -1, Integer::sum) < 0) {
        only++;
      }
    }
    return only;
  }

  @Override
  public ProvenanceKind<EditRequest> kind() {
    return KIND;
  }

  /** Refuses: only hands could do again what they did. */
  @Override
  public Report again(
      Path sidecar, Provenance<EditRequest> provenance, Path stem, ReadingListener listener)
      throws BadFileException {
    throw new BadFileException(
        sidecar,
        "was edited by hand, which nothing can do again: %s is what it was made from"
            .formatted(provenance.request().parent()));
  }
}
