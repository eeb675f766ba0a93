package ductus.spark.survey;

import ductus.corpus.PieceKind;
import ductus.inspection.FolderTally;
import ductus.inspection.PieceSummary;
import java.nio.file.Path;
import java.util.List;

/** MIDI, ABC and MusicXML files, known by their names. */
record MusicSurveySubject() implements SurveySubject<PieceSummary, FolderTally> {
  private static final long serialVersionUID = 1L;

  @Override
  public PieceKind<PieceSummary> kind() {
    return PieceSummary.KIND;
  }

  @Override
  public boolean mayBe(Path name) {
    return kind().matches(name);
  }

  @Override
  public List<Path> beside(Path file) {
    return List.of();
  }

  @Override
  public FolderTally tally() {
    return new FolderTally();
  }
}
